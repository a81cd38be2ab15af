"""Pictures for the Table & Garden pages."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import hand, person
from plaudit.demo.pictures.inks import TABLE
from plaudit.demo.pictures.land import blob, grass, ridge, sky, smooth, stars, sun
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import apple, carrot, jar, leek, onion, rosette
from plaudit.demo.pictures.town import clock_tower, roofline

PALETTE = TABLE


def giant_marrow(s: Sheet) -> None:
    s.box(-20, -20, 1620, 1020, "pale")
    for x in range(-20, 1620, 200):
        s.box(x, -20, x + 100, 700, "mid", .3)
    for i in range(9):
        x = -40 + i * 210
        color = ("hot", "deep", "paper")[i % 3]
        s.polygon([(x, 50 + i % 2 * 8), (x + 150, 54 + i % 2 * 8), (x + 76, 190)], color)
    s.line(smooth([(-20, 46), (400, 64), (800, 50), (1200, 66), (1620, 46)]), 6, "night")
    s.box(-20, 640, 1620, 900, "mid")
    s.box(-20, 640, 1620, 760, "deep", (.5, 0))
    s.box(-20, 900, 1620, 1020, "paper")
    for x in range(-40, 1640, 80):
        s.polygon([(x, 900), (x + 80, 900), (x + 40, 972)], "hot")
    s.box(-20, 892, 1620, 904, "night")
    s.disc(800, 700, 690, "night", .6, high=44, over=True)
    _marrow(s)
    rosette(s, 1120, 480, 92, "hot", "paper", "night")
    onion(s, 150, 790, 140, "hot", "night")
    onion(s, 290, 810, 122, "hot", "night")
    leek(s, 420, 800, 400, "deep", "night")
    with s.tilted(-64, 1010, 800):
        for i in range(3):
            carrot(s, 990 + i * 52, 780 + i % 2 * 26, 210, "hot", "deep", "night")
    for i, skin in enumerate(("hot", "pale", "hot", "pale")):
        apple(s, 1280 + i * 84, 812 - i % 2 * 14, 50, skin, "deep", "night")


def _marrow(s: Sheet) -> None:
    middle, half, tall = 800, 650, 212
    rim = [(middle + half * (abs(cos(a)) ** .8) * (1 if cos(a) > 0 else -1), 490 + tall * sin(a))
           for a in (i * pi / 40 for i in range(80))]
    s.polygon(rim, "deep")
    for k in (-.84, -.5, -.12, .28, .66):
        upper, lower = [], []
        for i in range(41):
            a = pi * i / 40
            x = middle - half * .96 * cos(a)
            y, thick = 490 + tall * k * sin(a) ** .8, 15 * sin(a) ** .6 * (1 - abs(k) * .4)
            wobble = s.dice.uniform(-4, 4)
            upper.append((x, y - thick + wobble))
            lower.append((x, y + thick + wobble))
            if i % 3 == 1 and 3 < i < 37:
                s.disc(x, y + s.dice.uniform(-30, 30), s.dice.uniform(5, 11), "mid")
        s.polygon([*smooth(upper, 4), *reversed(smooth(lower, 4))], "mid")
    low = [(x, y) for x, y in rim if y > 490]
    s.polygon([*low, *((x, 490 + (y - 490) * .34) for x, y in reversed(low))], "night", (.05, .8), over=True)
    s.line(smooth([(360, 372), (560, 326), (800, 308)]), 15, "paper")
    s.line([(860, 307), (900, 308)], 15, "paper")
    s.line(smooth([(170, 490), (100, 474), (74, 410)]), 46, "deep")
    s.line([(58, 414), (92, 402)], 24, "pale")


def canteen_table(s: Sheet) -> None:
    for row in range(8):
        for col in range(13):
            s.box(-20 + col * 130, -20 + row * 130, 110 + col * 130, 110 + row * 130, ("hot", "paper")[(row + col) % 2], (.42, 1)[(row + col) % 2])
    s.disc(814, 524, 470, "night", .5, over=True)
    s.disc(800, 500, 470, "deep")
    s.disc(800, 500, 446, "mid")
    for k in range(9):
        s.line(smooth([(400, 300 + k * 50), (700, 290 + k * 50), (1000, 312 + k * 50), (1200, 300 + k * 50)]), 3, "deep", .6)
    for x, y, r in ((800, 480, 210), (520, 300, 120), (1090, 320, 128), (1080, 690, 118), (540, 700, 130), (800, 850, 84),
                    (800, 140, 78)):
        s.disc(x + 9, y + 12, r, "night", .6, over=True)
        s.disc(x, y, r, "paper")
        s.disc(x, y, r * .9, "pale")
    s.disc(800, 480, 178, "hot")
    s.disc(800, 480, 178, "night", (.0, .35), over=True)
    for x, y in ((740, 440), (860, 420), (810, 550)):
        blob(s, [(x - 56, y), (x - 30, y - 40), (x + 30, y - 40), (x + 56, y), (x, y + 30)], "paper")
        for k in (-30, -10, 10, 30):
            s.line([(x + k, y - 4), (x + k * .7, y + 12)], 4, "mid")
    for _ in range(34):
        turn, r = s.dice.uniform(0, 2 * pi), s.dice.uniform(0, 160)
        x, y = 800 + r * cos(turn), 480 + r * sin(turn)
        s.line([(x, y), (x + s.dice.uniform(-16, 16), y + s.dice.uniform(-16, 16))], 5, "deep")
    for k in range(5):
        with s.tilted(k * 72, 520, 300):
            blob(s, [(480, 240), (520, 214), (560, 240), (540, 282), (500, 282)], "hot" if k % 2 else "deep")
    for k in range(6):
        with s.tilted(-30 + k * 9, 1090, 320):
            s.box(1010, 250 + k * 24, 1170, 268 + k * 24, "deep")
            s.disc(1150, 259 + k * 24, 5, "paper")
    s.disc(1080, 690, 84, "mid")
    for k in range(6):
        s.line([(1080, 690), (1080 + 84 * cos(k * pi / 3), 690 + 84 * sin(k * pi / 3))], 7, "pale")
    s.disc(1080, 690, 18, "hot")
    for x, y, r in ((490, 690, 44), (560, 660, 40), (590, 730, 46), (520, 756, 38)):
        s.disc(x, y, r, "hot")
        s.disc(x, y, r, "night", .25, over=True)
        s.disc(x - r * .3, y - r * .3, r * .2, "paper")
    s.disc(800, 850, 62, "paper")
    blob(s, [(770, 850), (800, 820), (836, 846), (806, 884)], "deep")
    s.disc(800, 140, 58, "night")
    s.disc(800, 140, 46, "deep")
    for x, y, turn, sleeve, skin in ((150, 240, 8, "hot", "pale"), (190, 800, -18, "night", "paper"), (1460, 210, 172, "deep", "pale"),
                                     (1440, 830, 196, "hot", "paper"), (360, 60, 60, "paper", "pale"), (1240, 980, -120, "night",
                                                                                                      "pale")):
        with s.tilted(turn, x, y):
            hand(s, x + 156, y + 9, 94, "night", "night")
            hand(s, x + 150, y, 92, skin, sleeve)
    with s.tilted(-20, 420, 740):
        s.line([(330, 742), (470, 700)], 13, "hot")
        s.polygon([(468, 694), (492, 692), (474, 710)], "night")


def seven_apples(s: Sheet) -> None:
    sky(s, "pale", (.9, .4))
    sun(s, 800, 420, 330, "paper")
    ridge(s, [800, 780, 800, 770, 790, 780, 800], "mid", .6)
    ridge(s, [860, 840, 850, 830, 840, 850, 860], "mid")
    s.polygon(smooth([(700, 960), (760, 800), (740, 600), (780, 420), (800, 300)]) + smooth(
        [(810, 300), (830, 440), (870, 600), (850, 800), (920, 960)]), "night")
    for points, wide in (([(770, 640), (600, 560), (400, 560), (250, 480)], 34), ([(800, 480), (640, 380), (440, 330)], 26),
                         ([(850, 620), (1020, 520), (1200, 540), (1370, 460)], 34), ([(810, 440), (980, 340), (1180, 300)], 26),
                         ([(800, 330), (780, 200), (700, 130)], 20), ([(800, 340), (860, 220), (960, 150)], 20)):
        s.line(smooth(points), wide, "night")
    for _ in range(96):
        turn, k = s.dice.uniform(pi, 2 * pi), s.dice.uniform(.45, 1)
        x, y = 800 + 680 * k * cos(turn), 560 + 470 * k * sin(turn)
        lean = s.dice.uniform(0, 360)
        with s.tilted(lean, x, y):
            blob(s, [(x - 34, y), (x, y - 17), (x + 36, y), (x, y + 17)], s.dice.choice(("deep", "deep", "mid")))
            s.line([(x - 30, y), (x + 28, y)], 3, "night")
    for x, y, r, skin in ((250, 570, 78, "mid"), (470, 420, 92, "hot"), (440, 670, 70, "hot"), (720, 220, 84, "hot"),
                          (960, 250, 74, "mid"), (1170, 400, 96, "hot"), (1350, 560, 86, "deep")):
        apple(s, x, y, r, skin, "deep", "night")
        s.line(smooth([(x + 6, y - r), (x + r * .9, y - r * .4), (x + r * 1.15, y + r * .5)]), 4, "night")
        with s.tilted(12, x + r, y + r):
            s.polygon([(x + r * .9, y + r * .6), (x + r * 1.5, y + r * .6), (x + r * 1.5, y + r * 1.5), (x + r * .9, y + r * 1.5)],
                      "paper")
            for k in (.86, 1.06, 1.26):
                s.line([(x + r, y + r * k), (x + r * 1.4, y + r * k)], 4, "night")
    s.line([(1190, 960), (1060, 500)], 17, "hot")
    s.line([(1290, 960), (1120, 500)], 17, "hot")
    for k in range(7):
        y = 920 - k * 62
        s.line([(1190 - (960 - y) * .283, y), (1290 - (960 - y) * .37, y)], 13, "hot")
    s.polygon([(320, 900), (560, 900), (530, 984), (350, 984)], "hot")
    for k in range(4):
        apple(s, 360 + k * 56, 880 - k % 2 * 22, 36, ("mid", "paper")[k % 2], "deep", "night")
    s.polygon([(320, 900), (560, 900), (530, 984), (350, 984)], "night", .35)
    grass(s, -10, 1610, 1010, 90, "deep")


def long_table(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "hot", (0, .75), bottom=520)
    stars(s, 40, 240)
    for side in (0, 1):
        for i in range(6):
            k = 1 / (1 + i * .55)
            near, far = 1 / (1 + i * .55), 1 / (1 + (i + 1) * .55)
            a, b = 800 - 900 * near, 800 - 900 * far
            quad = [(a, 440 - 520 * near), (b, 440 - 520 * far), (b, 440 + 240 * far), (a, 440 + 240 * near)]
            roof = [(a, 440 - 520 * near), (b, 440 - 520 * far), (b, 440 - 640 * far), (a, 440 - 640 * near)]
            panes = []
            for u in (.22, .62):
                for v in (.2, .5):
                    x, x2, m, m2 = a + (b - a) * u, a + (b - a) * (u + .2), near + (far - near) * u, near + (far - near) * (u + .2)
                    panes.append([(x, 440 - 520 * m + 760 * m * v), (x2, 440 - 520 * m2 + 760 * m2 * v),
                                  (x2, 440 - 520 * m2 + 760 * m2 * (v + .17)), (x, 440 - 520 * m + 760 * m * (v + .17))])
            for shape, ink in ((quad, ("deep", "mid", "night")[(i + side) % 3]), (roof, "night"),
                               *((pane, "hot" if s.dice.random() < .6 else "pale") for pane in panes)):
                s.polygon([(1600 - x, y) if side else (x, y) for x, y in shape], ink)
            if k < .2:
                break
    s.polygon([(-100, 680), (620, 490), (980, 490), (1700, 680), (1700, 1020), (-100, 1020)], "deep")
    s.polygon([(-100, 680), (620, 490), (980, 490), (1700, 680), (1700, 1020), (-100, 1020)], "night", (.0, .6), over=True)
    for row in range(7):
        k = .2 + (row / 6) ** 1.7 * .86
        foot = 470 + 430 * k
        for side in (-1, 1):
            x = 800 + side * 500 * k
            coat = s.dice.choice(("hot", "mid", "pale", "paper"))
            blob(s, [(x - 92 * k, foot), (x - 84 * k, foot - 170 * k), (x, foot - 210 * k), (x + 84 * k, foot - 170 * k),
                     (x + 92 * k, foot)], coat)
            s.disc(x - side * 8 * k, foot - 262 * k, 56 * k, "paper" if coat != "paper" else "pale", high=64 * k)
            blob(s, [(x - 60 * k, foot - 270 * k), (x - 40 * k, foot - 330 * k), (x + 40 * k, foot - 330 * k),
                     (x + 60 * k, foot - 270 * k), (x, foot - 300 * k)], s.dice.choice(("night", "deep", "hot")))
            s.line([(x - side * 50 * k, foot - 110 * k), (x - side * 150 * k, foot - 60 * k)], 40 * k, coat)
    s.polygon([(764, 510), (836, 510), (1190, 1020), (410, 1020)], "paper")
    s.polygon([(790, 510), (810, 510), (920, 1020), (680, 1020)], "hot", .5)
    for row in range(8):
        k = .16 + (row / 7) ** 1.7 * .9
        y = 490 + 500 * k
        for side in (-1, 1):
            x = 800 + side * 190 * k
            s.disc(x, y, 74 * k, "mid", high=30 * k)
            s.disc(x, y, 60 * k, "pale", high=23 * k)
            s.disc(x, y - 4 * k, 36 * k, s.dice.choice(("hot", "deep")), high=15 * k)
        s.box(800 - 12 * k, y - 92 * k, 800 + 12 * k, y, "night")
        s.disc(800, y - 100 * k, 15 * k, "hot", high=24 * k)
        s.disc(800 + 62 * k, y + 6 * k, 26 * k, "deep", high=12 * k)
    for row in range(5):
        k = 1 / (1 + row * .62)
        y, half, dip = 440 - 400 * k, 780 * k, 150 * k
        s.line(smooth([(800 - half, y), (800 - half / 2, y + dip * .75), (800, y + dip), (800 + half / 2, y + dip * .75),
                       (800 + half, y)]), 5 * k + 1, "night")
        for i in range(9):
            u = (i - 4) / 4.4
            x, ly = 800 + half * u, y + dip * (1 - u * u) + 36 * k
            s.glow(x, ly, 110 * k, "hot", .8)
            s.disc(x, ly, 26 * k, ("paper", "hot", "pale")[i % 3], high=34 * k)
            s.box(x - 12 * k, ly - 38 * k, x + 12 * k, ly - 28 * k, "night")


def sourdough_jar(s: Sheet) -> None:
    sky(s, "deep")
    for x in range(0, 1640, 100):
        for y in range(20, 760, 110):
            with s.tilted(45, x + y % 220 / 2.2, y):
                s.box(x + y % 220 / 2.2 - 17, y - 17, x + y % 220 / 2.2 + 17, y + 17, "mid", .5)
    s.box(-20, 760, 1620, 1020, "night")
    s.box(-20, 744, 1620, 772, "mid")
    s.disc(800, 940, 760, "hot", high=110)
    s.disc(800, 940, 700, "pale", high=92)
    s.disc(800, 940, 660, "hot", .7, high=78)
    for x, y, w, h in ((210, 90, 300, 380), (1130, 130, 240, 300)):
        s.box(x - 12, y - 12, x + w + 12, y + h + 12, "night")
        s.box(x, y, x + w, y + h, "hot")
        s.box(x + 26, y + 26, x + w - 26, y + h - 26, "pale")
        blob(s, [(x + 50, y + h - 28), (x + 60, y + h * .66), (x + w / 2, y + h * .58), (x + w - 60, y + h * .66),
                 (x + w - 50, y + h - 28)], "night")
        s.disc(x + w / 2, y + h * .4, w * .18, "paper", high=w * .22)
        s.line([(x + w * .4, y + h * .47), (x + w / 2, y + h * .45), (x + w * .6, y + h * .47)], 10, "night")
        for k in (.43, .57):
            s.disc(x + w * k, y + h * .38, 5, "night")
    blob(s, [(420, 900), (400, 560), (460, 330), (620, 250), (800, 236), (980, 250), (1140, 330), (1200, 560), (1180, 900)], "hot")
    for row in range(3):
        for k in range(4 - row % 2):
            x, y = 590 + k * 140 + row % 2 * 70, 380 + row * 100
            s.disc(x, y, 13, "night")
            for f in (-1, 1):
                s.line(smooth([(x, y), (x + f * 34, y + 40), (x + f * 70, y + 100)], 5), 4, "night", .7)
    blob(s, [(330, 900), (320, 640), (380, 560), (470, 570), (510, 660), (510, 900)], "hot")
    blob(s, [(1270, 900), (1280, 640), (1220, 560), (1130, 570), (1090, 660), (1090, 900)], "hot")
    for x in (410, 1190):
        s.disc(x, 630, 54, "night", .5, high=48, over=True)
    s.polygon([(470, 760), (1130, 760), (1150, 880), (450, 880)], "hot")
    s.polygon([(470, 790), (1130, 790), (1150, 900), (450, 900)], "night", .5, over=True)
    for x in (400, 1200):
        s.line([(x, 900), (x + (12 if x > 800 else -12), 970)], 34, "night")
    jar(s, 800, 810, 470, "night", "pale", "night", .86)
    jar(s, 800, 800, 450, "pale", "hot", "pale", .84)
    s.box(676, 426, 924, 790, "pale")
    for _ in range(46):
        s.disc(s.dice.uniform(694, 906), s.dice.uniform(470, 776), s.dice.uniform(5, 22), s.dice.choice(("paper", "mid")),
               s.dice.choice((1, .5)))
    s.line([(664, 800), (664, 470), (690, 420)], 9, "night")
    s.line([(936, 800), (936, 470), (910, 420)], 9, "night")
    s.line([(664, 800), (936, 800)], 11, "night")
    for grow, ink in ((9, "night"), (0, "paper")):
        g = grow
        blob(s, [(620 - g, 430), (670, 350 - g), (740, 340 - g), (800, 290 - g), (880, 330 - g), (950, 360 - g), (990 + g, 440),
                 (984 + g, 560), (956, 640 + g), (922 - g, 560), (900, 470 + g), (820, 450 + g), (760, 480 + g), (736, 560 + g),
                 (706, 480 + g), (690, 540), (672, 720 + g), (636 - g, 600)], ink)
    for x, y, r in ((700, 400, 20), (800, 350, 17), (870, 400, 26), (950, 480, 14), (656, 500, 12), (760, 420, 12)):
        s.disc(x, y, r, "mid", .6)
        s.disc(x - 5, y - 5, r * .5, "paper")
    with s.tilted(-16, 830, 250):
        s.box(700, 222, 960, 290, "night")
        s.box(708, 230, 952, 282, "mid")
    s.line(smooth([(690, 540), (760, 610), (840, 610), (912, 540)]), 8, "night")
    s.disc(800, 646, 32, "night")
    s.disc(800, 646, 18, "paper")
    s.box(792, 670, 808, 750, "night")
    s.box(808, 716, 836, 728, "night")
    s.box(808, 738, 830, 750, "night")


def roof_bees(s: Sheet) -> None:
    sky(s, "pale", (.3, 1))
    sun(s, 340, 260, 150, rays=30)
    ridge(s, [560, 540, 570, 520, 550, 530, 560], "mid", .5)
    roofline(s, -20, 1640, 720, 200, "mid")
    roofline(s, -20, 1640, 780, 160, "deep")
    clock_tower(s, 1440, 1000, 900, "paper", "night", "hot", 7.2)
    s.box(-20, 770, 1620, 1020, "night")
    s.polygon([(-20, 770), (1620, 770), (1620, 800), (-20, 800)], "hot")
    for k in range(14):
        s.line([(k * 130 - 40, 800), (k * 160 - 260, 1020)], 3, "deep")
    for i in range(6):
        x, foot = 90 + i * 134 + (i > 2) * 26, 880 + i % 2 * 46
        s.box(x, foot - 190, x + 118, foot, "paper")
        s.box(x + 80, foot - 190, x + 118, foot, "mid", .5)
        for k in (60, 126):
            s.line([(x, foot - k), (x + 118, foot - k)], 5, "night")
        s.polygon([(x - 12, foot - 190), (x + 130, foot - 190), (x + 118, foot - 216), (x, foot - 216)], "hot")
        s.box(x + 34, foot - 20, x + 84, foot - 8, "night")
        for leg in (14, 104):
            s.line([(x + leg, foot), (x + leg, foot + 26)], 10, "hot")
    person(s, 1110, 960, 520, "paper", legs="paper", skin="pale", facing=-1)
    s.disc(1102, 488, 96, "pale", .7, high=112)
    s.polygon([(970, 454), (1020, 436), (1040, 384), (1170, 384), (1190, 436), (1240, 454)], "hot")
    s.box(1036, 420, 1174, 438, "night")
    s.line([(1140, 580), (1070, 690), (990, 650)], 44, "paper")
    s.polygon([(860, 560), (960, 590), (960, 760), (860, 720)], "paper")
    s.polygon([(960, 590), (1060, 560), (1060, 720), (960, 760)], "pale")
    for k in range(5):
        s.line([(874, 592 + k * 26), (946, 614 + k * 28)], 6, "night")
        s.line([(974, 614 + k * 28), (1046, 592 + k * 26)], 6, "night")
    for path in ([(180, 660), (120, 520), (300, 470), (420, 560), (560, 430), (500, 330)],
                 [(500, 640), (600, 540), (740, 560), (760, 400), (660, 340), (700, 240)],
                 [(760, 660), (860, 480), (960, 420), (900, 280), (1000, 180)]):
        trail = smooth(path, 14)
        for a, b in list(zip(trail, trail[1:], strict=False))[::3]:
            s.line([a, b], 5, "night")
        for x, y in (trail[-1], trail[len(trail) // 2]):
            _bee(s, x, y, 30)
    for _ in range(16):
        _bee(s, s.dice.uniform(520, 1000), s.dice.uniform(90, 640), s.dice.uniform(13, 20))


def _bee(s: Sheet, x: float, y: float, size: float) -> None:
    for f in (-.2, .5):
        s.disc(x + size * f, y - size * .8, size * .4, "paper", high=size * .66)
    s.disc(x, y, size, "hot", high=size * .66)
    for k in (-.25, .25):
        s.line([(x + size * k, y - size * .5), (x + size * k, y + size * .5)], size * .24, "night")
    s.disc(x + size * .92, y - size * .1, size * .36, "night")


SCENES = {
    "canteen-table": canteen_table,
    "giant-marrow": giant_marrow,
    "long-table": long_table,
    "roof-bees": roof_bees,
    "seven-apples": seven_apples,
    "sourdough-jar": sourdough_jar,
}
