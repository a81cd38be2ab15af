"""Pictures for the Sport pages."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import head, limbs, runner
from plaudit.demo.pictures.inks import SPORT
from plaudit.demo.pictures.land import (
    blob,
    cloud,
    grass,
    pine,
    ridge,
    ripples,
    sky,
    smooth,
    sun,
)
from plaudit.demo.pictures.press import Sheet

PALETTE = SPORT


def ball(s: Sheet, x: float, y: float, radius: float, skin: str, dark: str) -> None:
    s.disc(x, y, radius, dark)
    s.disc(x, y, radius * .95, skin)
    s.polygon([(x + radius * .34 * sin(i * 2 * pi / 5), y - radius * .34 * cos(i * 2 * pi / 5))
               for i in range(5)], dark)
    for i in range(5):
        turn = i * 2 * pi / 5
        s.line([(x + radius * .34 * sin(turn), y - radius * .34 * cos(turn)),
                (x + radius * .66 * sin(turn), y - radius * .66 * cos(turn))], radius * .05, dark)
        s.polygon([(x + radius * k * sin(turn + d), y - radius * k * cos(turn + d))
                   for k, d in ((.66, 0), (.8, .3), (.94, .24), (.94, -.24), (.8, -.3))], dark)


def goalkeeper_leaps(s: Sheet) -> None:
    sky(s, "pale")
    for i in range(24):
        a, b = (2 * i) * pi / 24, (2 * i + .9) * pi / 24
        s.polygon([(420, 300), (420 + 2000 * cos(a), 300 + 2000 * sin(a)),
                   (420 + 2000 * cos(b), 300 + 2000 * sin(b))], "mid", .5)
    s.box(-20, 700, 1620, 800, "deep")
    for x in range(-10, 1620, 34):
        s.disc(x + s.dice.uniform(-8, 8), 716 + s.dice.uniform(-16, 30), 15,
               s.dice.choice(("pale", "night", "hot", "mid")))
    s.box(-20, 764, 1620, 800, "night")
    ridge(s, [800, 796, 794, 796, 800], "mid")
    for x in range(-200, 1700, 300):
        s.polygon([(x, 800), (x + 150, 800), (x + 40, 1020), (x - 200, 1020)], "deep", .35, over=True)
    for i in range(15):
        s.line([(900 + i * 52, 110), (860 + i * 52, 880)], 3, "paper")
        s.line([(880, 130 + i * 52), (1640, 130 + i * 52)], 3, "paper")
    s.line([(860, 900), (860, 100), (1640, 100)], 26, "night")
    s.line([(860, 900), (860, 100), (1640, 100)], 17, "paper")
    s.disc(1010, 905, 330, "night", .5, high=26, over=True)
    limbs(s, (1130, 520), (18, 62), 170, 54, "night")
    limbs(s, (1140, 560), (52, 14), 165, 54, "night")
    limbs(s, (1130, 520), (18,), 120, 60, "deep")
    limbs(s, (1136, 556), (52,), 116, 60, "deep")
    blob(s, [(860, 330), (930, 300), (1060, 400), (1170, 490), (1170, 580), (1080, 590), (950, 500),
             (850, 420)], "hot")
    blob(s, [(850, 420), (950, 500), (1080, 590), (1000, 560), (880, 470)], "night", .4, over=True)
    for shoulder, turns in (((900, 330), (212, 196)), ((880, 395), (186, 205))):
        x, y = limbs(s, shoulder, turns, 122, 46, "hot")
        s.disc(x - 12, y - 4, 50, "night")
        for k in (-30, -2, 26):
            s.line([(x - 20, y - 6), (x - 74, y - 20 + k)], 27, "night")
    head(s, 842, 322, 60, "paper")
    blob(s, [(790, 300), (812, 256), (862, 246), (904, 280), (900, 330), (872, 300), (830, 286)], "night")
    for k in range(5):
        s.line([(230 - k * 30, 210 + k * 46), (120 - k * 34, 190 + k * 50)], 8, "night")
    ball(s, 420, 300, 150, "paper", "night")


def pitch_diagram(s: Sheet) -> None:
    for k in range(12):
        s.box(-20 + k * 140, -20, 120 + k * 140, 1020, "mid" if k % 2 else "deep")
    for points in ([(90, 80), (1510, 80), (1510, 920), (90, 920), (90, 80)], [(620, 80), (620, 920)],
                   [(1510, 260), (1250, 260), (1250, 740), (1510, 740)], [(1510, 390), (1410, 390), (1410, 610), (1510, 610)]):
        s.line(points, 10, "paper")
    for x, y, r, start, stop in ((620, 500, 150, 0, 64), (1250, 500, 120, 20, 44), (1510, 80, 44, 16, 32)):
        s.line([(x + r * cos(i * pi / 32), y + r * sin(i * pi / 32)) for i in range(start, stop + 1)], 10, "paper")
    s.disc(620, 500, 13, "paper")
    s.box(1510, 410, 1580, 590, "night")
    for k in range(8):
        s.line([(1512, 416 + k * 24), (1578, 416 + k * 24)], 3, "paper")
        s.line([(1514 + k * 9, 412), (1514 + k * 9, 588)], 3, "paper")
    curve = smooth([(1120, 62), (1160, 260), (1300, 340), (1400, 400), (1470, 480)], 14)
    s.line(curve, 24, "hot")
    s.polygon([(1510, 528), (1424, 486), (1492, 432)], "hot")
    s.disc(1120, 56, 46, "night")
    s.disc(1120, 56, 38, "hot")
    for k in range(3):
        s.line(smooth([(1040 - k * 60, 40), (1030 - k * 60, 62), (1040 - k * 60, 84)]), 8, "paper")
    for x, y in ((1340, 300), (1380, 470), (1300, 560), (1440, 640), (1200, 440), (1330, 700), (980, 360), (860, 620)):
        for a, b in ((-1, -1), (-1, 1)):
            s.line([(x - 26, y - 26 * a * b), (x + 26, y + 26 * a * b)], 15, "night")
    for x, y in ((1290, 410), (1430, 540), (1360, 620), (1180, 640), (1010, 540), (760, 380), (700, 740), (420, 500), (330, 300)):
        s.disc(x, y, 34, "paper")
        s.disc(x, y, 22, "hot")
    for points in ([(1180, 640), (1240, 600), (1300, 480), (1360, 440)], [(1010, 540), (1080, 460), (1180, 360), (1260, 330)],
                   [(760, 380), (900, 270), (1050, 210)]):
        path = smooth(points, 12)
        for a, b in list(zip(path, path[1:], strict=False))[4::3]:
            s.line([a, b], 9, "paper")
        (ax, ay), (bx, by) = path[-6], path[-1]
        dx, dy = (bx - ax) / 2, (by - ay) / 2
        s.polygon([(bx + dx * .5, by + dy * .5), (bx - dx * .6 - dy * .8, by - dy * .6 + dx * .8),
                   (bx - dx * .6 + dy * .8, by - dy * .6 - dx * .8)], "paper")
    ball(s, 250, 750, 120, "paper", "night")
    s.disc(250, 880, 130, "night", .5, high=16, over=True)


def slow_lane(s: Sheet) -> None:
    sky(s, "mid")
    s.box(-20, -20, 1620, 110, "paper")
    for x in range(-20, 1640, 60):
        s.line([(x, -20), (x, 110)], 4, "mid")
    s.line([(-20, 50), (1620, 50)], 4, "mid")
    s.box(-20, 100, 1620, 130, "deep")
    for lane in range(3):
        top = 130 + lane * 300
        s.box(-20, top, 1620, top + 296, ("mid", "deep", "deep")[lane])
        if lane:
            s.box(-20, top, 1620, top + 296, "night", (.06 * lane, .18 * lane), over=True)
        s.box(-20, top + 130, 1620, top + 164, "night", .35, over=True)
        for x in range(-20, 1640, 56):
            s.disc(x, top + 298, 25, ("hot", "paper")[x // 56 % 2], high=17)
    for _ in range(90):
        x, y = s.dice.uniform(0, 1600), s.dice.uniform(470, 1000)
        s.line(smooth([(x - 40, y), (x, y - 12), (x + 40, y), (x + 80, y - 10)], 5), 6, "mid")
    for x, y in ((330, 580), (1010, 560), (640, 880), (1330, 860)):
        _racer(s, x, y)
    for k in range(3):
        for x, y in ((520, 290), (840, 270), (1130, 300)):
            r = 120 + k * 44
            s.line([(x + r * cos(i * pi / 20), y + r * .42 * sin(i * pi / 20)) for i in range(41)], 5, "pale")
    for x, y, cap in ((520, 270, "hot"), (840, 250, "paper"), (1130, 280, "hot")):
        s.disc(x, y + 44, 84, "pale", high=44)
        s.disc(x, y, 66, "pale", high=72)
        s.disc(x, y - 20, 76, cap, high=60)
        for i in range(9):
            turn = i * 2 * pi / 9
            s.disc(x + 46 * cos(turn), y - 24 + 36 * sin(turn), 15, "paper" if cap == "hot" else "hot")
            s.disc(x + 46 * cos(turn), y - 24 + 36 * sin(turn), 6, "night")
    for x in (150, 260):
        s.line(smooth([(x, 330), (x, 120), (x - 10, 60), (x - 40, 50)]), 15, "night")
    for y in (180, 240, 300):
        s.line([(150, y), (260, y)], 13, "night")
    for x, y in ((620, 170), (980, 176)):
        blob(s, [(x - 70, y), (x - 40, y - 36), (x + 40, y - 36), (x + 70, y), (x + 20, y + 26), (x - 40, y + 40), (x - 30, y + 22)],
             "paper")
        for k in (-30, 0, 30):
            s.disc(x + k, y - 4, 7, "night")


def _racer(s: Sheet, x: float, y: float) -> None:
    for k in range(9):
        s.disc(x - 250 + s.dice.uniform(-50, 50), y + s.dice.uniform(-50, 50), s.dice.uniform(10, 30), "paper")
    s.line([(x - 220, y - 20), (x - 60, y)], 30, "pale")
    s.line([(x - 220, y + 30), (x - 60, y + 10)], 30, "pale")
    blob(s, [(x - 90, y - 26), (x + 60, y - 60), (x + 70, y + 60), (x - 90, y + 34)], "night")
    s.line(smooth([(x + 50, y - 40), (x + 120, y - 110), (x + 220, y - 84)]), 32, "pale")
    s.line(smooth([(x + 50, y + 46), (x - 20, y + 110), (x - 110, y + 104)]), 32, "pale")
    s.disc(x + 110, y, 48, "hot")
    s.line([(x + 82, y - 38), (x + 82, y + 38)], 10, "night")
    s.line(smooth([(x + 200, y - 120), (x + 260, y - 80), (x + 240, y - 30)]), 9, "paper")


def regatta(s: Sheet) -> None:
    sky(s, "pale", (1, .3))
    cloud(s, 1120, 130, 340, "paper")
    cloud(s, 300, 170, 260, "paper")
    ridge(s, [330, 290, 320, 270, 310, 290, 320], "mid", .6)
    for x in range(0, 1640, 74):
        s.line([(x, 330), (x, 240)], 4, "night")
        s.polygon([(x, 240), (x + 50, 252), (x, 268)], ("hot", "paper")[x // 74 % 2])
    s.box(-20, 330, 1620, 400, "deep")
    for x in range(-10, 1620, 26):
        s.disc(x, 344 + s.dice.uniform(-12, 16), 14, s.dice.choice(("pale", "night", "hot", "paper", "mid")))
    s.box(-20, 384, 1620, 1020, "deep")
    s.box(-20, 384, 1620, 700, "mid", (.9, 0))
    ripples(s, 420, 1000, 90, "pale")
    _shell(s, 330, 500, 360, "night")
    _shell(s, 190, 640, 430, "hot")
    s.line([(1430, 400), (1430, 1010)], 8, "paper")
    for k in range(10):
        s.disc(1430, 440 + k * 66, 20, ("hot", "paper")[k % 2])
    s.disc(1040, 860, 380, "night", .5, high=26, over=True)
    s.box(930, 420, 1120, 800, "pale")
    s.box(1120, 420, 1170, 800, "mid")
    s.polygon([(912, 424), (1180, 424), (1160, 388), (930, 388)], "night")
    for x in (944, 1032):
        s.line([(x, 446), (x + 74, 446), (x + 74, 780), (x, 780), (x, 446)], 5, "night")
    s.disc(1010, 620, 8, "night")
    s.disc(1042, 620, 8, "night")
    for x, shirt in ((800, "hot"), (1290, "paper")):
        blob(s, [(x - 56, 800), (x - 50, 690), (x, 660), (x + 50, 690), (x + 56, 800)], shirt)
        s.disc(x + 10, 618, 44, "pale", high=50)
        s.polygon([(x - 44, 606), (x - 34, 566), (x + 44, 562), (x + 84, 604)], "night")
        s.line([(x + 20, 710), (x + 74, 744), (x + 40, 776)], 26, shirt)
        s.line([(x + 44, 772), (x - 130, 930)], 13, "paper")
        blob(s, [(x - 120, 910), (x - 190, 950), (x - 200, 990), (x - 150, 970), (x - 106, 934)], "paper")
    s.polygon(smooth([(650, 770), (700, 860), (800, 902), (1080, 908), (1280, 890), (1400, 800), (1440, 752)])
              + [(1300, 790), (900, 800)], "night")
    for k in range(3):
        s.line(smooth([(680 + k * 20, 806 + k * 30), (860, 830 + k * 28), (1180, 832 + k * 26), (1390 - k * 40, 790 + k * 34)]), 5,
               "mid")
    for k in range(6):
        s.line(smooth([(560 - k * 26, 850 + k * 22), (640 - k * 30, 866 + k * 20), (700 - k * 30, 900 + k * 16)], 5), 7, "paper")


def _shell(s: Sheet, x: float, y: float, long: float, shirt: str) -> None:
    s.polygon([(x - long * .5, y), (x + long * .6, y), (x + long * .7, y - 10), (x + long * .5, y + 22), (x - long * .4, y + 22),
               (x - long * .6, y - 8)], "paper")
    for k in (-.2, .14):
        a = x + long * k
        s.line([(a, y - 6), (a - 44, y - 80)], 46, shirt)
        s.disc(a - 56, y - 130, 25, "pale", high=28)
        s.line([(a - 40, y - 86), (a + 40, y - 60)], 17, "pale")
        s.line([(a + 44, y - 64), (a - 110, y + 54)], 8, "night")
        s.polygon([(a - 96, y + 34), (a - 146, y + 58), (a - 140, y + 78), (a - 90, y + 58)], "hot")


def hill_runner(s: Sheet) -> None:
    sky(s, "pale", (1, .2))
    sun(s, 1220, 250, 130, rays=24)
    cloud(s, 1020, 330, 300, "paper")
    for heights, ink, tone in (([560, 430, 500, 380, 470, 420, 480], "mid", .4), ([600, 560, 640, 500, 560, 580, 540], "mid", .75),
                               ([560, 640, 620, 640, 700, 640, 690], "mid", 1), ([480, 560, 700, 760, 740, 800, 770], "deep", 1)):
        ridge(s, heights, ink, tone)
    for x in range(900, 1600, 36):
        pine(s, x, 790 + s.dice.uniform(-14, 20), s.dice.uniform(40, 84), "night")
    s.polygon([*smooth([(-20, 330), (200, 420), (460, 600), (800, 760), (1200, 880), (1620, 960)]), (1620, 1020), (-20, 1020)],
              "night")
    s.polygon([*smooth([(-20, 400), (180, 480), (440, 660), (760, 810), (1200, 930), (1620, 1000)]), (1620, 1020), (-20, 1020)],
              "deep", .5)
    for k in range(70):
        x = s.dice.uniform(0, 1500)
        y = 420 + x * .38 + s.dice.uniform(60, 300)
        s.line([(x, y), (x + s.dice.uniform(10, 40), y + 10)], 6, "mid")
    for i, (x, y) in enumerate(((170, 396), (214, 372), (150, 352))):
        blob(s, [(x - 34, y), (x - 20, y - 22), (x + 20, y - 20), (x + 34, y), (x, y + 14)], "paper")
    for k in range(5):
        s.line([(300 + k * 30, 330 + k * 44), (430 + k * 26, 390 + k * 44)], 8, "paper")
    with s.tilted(16, 640, 520):
        runner(s, 640, 490, 470, "hot", "night", "paper")
        s.box(614, 380, 676, 436, "paper")
        s.line([(634, 394), (634, 424)], 6, "night")
        s.line([(654, 394), (654, 424)], 6, "night")
        blob(s, [(640, 270), (670, 226), (720, 232), (734, 262), (700, 258), (672, 290), (620, 330), (600, 312)], "pale")
    for i, (x, y) in enumerate(((1120, 830), (1270, 880), (1400, 920))):
        _sheep(s, x, y, 1 - i * .08)


def _sheep(s: Sheet, x: float, foot: float, k: float) -> None:
    for leg in (-44, -22, 24, 44):
        s.line([(x + leg * k, foot), (x + leg * k, foot - 50 * k)], 11 * k, "pale")
    for i in range(9):
        turn = i * 2 * pi / 9
        s.disc(x + 54 * k * cos(turn), foot - 84 * k + 30 * k * sin(turn), 31 * k, "paper")
    s.disc(x, foot - 84 * k, 56 * k, "paper", high=40 * k)
    blob(s, [(x - 66 * k, foot - 118 * k), (x - 40 * k, foot - 120 * k), (x - 40 * k, foot - 80 * k), (x - 66 * k, foot - 64 * k),
             (x - 84 * k, foot - 80 * k)], "pale")
    s.disc(x - 66 * k, foot - 96 * k, 5 * k, "night")
    s.line([(x - 44 * k, foot - 116 * k), (x - 22 * k, foot - 122 * k)], 10 * k, "pale")


def skittles(s: Sheet) -> None:
    sky(s, "pale", (.8, .2))
    cloud(s, 480, 130, 320, "paper")
    ridge(s, [400, 360, 380, 340, 370, 350, 380], "mid", .6)
    s.box(120, 210, 560, 480, "paper")
    s.polygon([(90, 216), (150, 110), (530, 110), (590, 216)], "deep")
    for x in (170, 290, 450):
        s.box(x, 260, x + 66, 330, "night")
        s.line([(x + 33, 260), (x + 33, 330)], 5, "paper")
    s.box(300, 370, 370, 480, "hot")
    s.line([(660, 500), (660, 200), (760, 200)], 13, "night")
    s.box(690, 220, 830, 330, "hot")
    s.disc(760, 275, 40, "paper")
    s.polygon([(728, 282), (792, 282), (780, 300), (740, 300)], "night")
    s.line([(760, 280), (760, 246)], 5, "night")
    s.polygon([(764, 248), (786, 276), (764, 276)], "night")
    s.polygon([(1290, 480), (1290, 220), (1350, 120), (1410, 220), (1410, 480)], "mid")
    s.polygon([(1280, 226), (1350, 60), (1420, 226)], "night")
    s.box(1410, 320, 1600, 480, "mid")
    s.polygon([(1400, 326), (1440, 250), (1640, 250), (1640, 326)], "night")
    ridge(s, [480, 470, 476, 468, 474, 470, 480], "mid")
    ridge(s, [620, 560, 540, 530, 540, 560, 600], "deep")
    s.disc(860, 760, 560, "mid", high=190)
    s.disc(860, 760, 560, "paper", .12, high=190)
    for x, y, tilt, high in ((860, 690, 0, 330), (560, 760, -52, 250), (700, 660, -18, 250), (1060, 650, 24, 250),
                             (1190, 740, 58, 250), (1080, 860, 80, 250), (650, 880, -78, 250), (960, 640, 8, 240)):
        s.disc(x, y + 8, 62, "night", .6, high=14, over=True)
        with s.tilted(tilt, x, y):
            _pin(s, x, y, high, "hot" if high == 330 else "paper")
    for k in range(4):
        s.line(smooth([(80 + k * 40, 900 - k * 12), (240 + k * 60, 850 - k * 10), (380 + k * 40, 850 - k * 16)], 6), 10, "paper")
    s.disc(500, 850, 108, "night", high=92)
    s.disc(492, 836, 108, "hot", high=92)
    s.disc(492, 836, 84, "night", .3, high=70, over=True)
    for k in (60, 40, 18):
        s.line([(492 + k * cos(i * pi / 14), 836 + k * .84 * sin(i * pi / 14)) for i in range(29)], 5, "night")
    grass(s, -10, 1610, 1010, 70, "night")


def _pin(s: Sheet, x: float, foot: float, high: float, wood: str) -> None:
    w = high * .15
    s.polygon(smooth([(x - w * .8, foot), (x - w * 1.25, foot - high * .36), (x - w * .46, foot - high * .72),
                      (x - w * .6, foot - high * .9), (x, foot - high), (x + w * .6, foot - high * .9),
                      (x + w * .46, foot - high * .72), (x + w * 1.25, foot - high * .36), (x + w * .8, foot)]), wood)
    s.polygon(smooth([(x + w * .2, foot), (x + w * .7, foot - high * .36), (x + w * .1, foot - high * .72),
                      (x + w * .46, foot - high * .72), (x + w * 1.25, foot - high * .36), (x + w * .8, foot)]), "night", .4,
              over=True)
    for k in (.66, .74):
        s.line([(x - w * .52, foot - high * k), (x + w * .52, foot - high * k)], high * .022, "night")


SCENES = {
    "goalkeeper-leaps": goalkeeper_leaps,
    "hill-runner": hill_runner,
    "pitch-diagram": pitch_diagram,
    "regatta": regatta,
    "skittles": skittles,
    "slow-lane": slow_lane,
}
