"""Pictures for the Town pages."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.inks import TOWN
from plaudit.demo.pictures.land import blob, cloud, moon, ridge, ripples, sky, smooth, stars
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import bench, bridge, lamp, roofline, terrace, tram

PALETTE = TOWN


def bench_at_night(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "deep", (.0, .7), bottom=640)
    stars(s, 130, 430)
    roofline(s, -20, 1620, 560, 150, "night")
    for x in range(30, 1600, 97):
        if s.dice.random() < .5:
            s.box(x, 500, x + 9, 514, "hot")
    s.box(-20, 556, 1620, 760, "deep")
    bridge(s, -60, 620, 500, 610, 4, "mid", "night")
    s.glow(1330, 300, 760, "hot", .9)
    ripples(s, 600, 735, 46, "mid")
    for i in range(14):
        s.line([(1296 + i % 3 * 14, 604 + i * 10), (1364 + i % 4 * 12, 604 + i * 10)], 5, "hot")
    s.box(-20, 742, 1620, 762, "pale")
    s.box(-20, 762, 1620, 1020, "mid")
    for x in range(-600, 2300, 130):
        s.line([(800 + (x - 800) * .55, 764), (800 + (x - 800) * 1.5, 1020)], 3, "deep")
    for y in (800, 856, 930):
        s.line([(-10, y), (1610, y)], 3, "deep")
    s.disc(1250, 890, 560, "hot", .4, high=118)
    s.polygon([(560, 892), (1290, 892), (1420, 930), (620, 930)], "night", .6, over=True)
    lamp(s, 1330, 880, 650, "night", "hot")
    bench(s, 560, 900, 640, "pale", "night")
    s.box(560, 631.2, 1200, 662, "hot")
    blob(s, [(320, 912), (312, 850), (338, 812), (400, 800), (462, 812), (488, 850), (480, 912)], "hot")
    s.polygon([(314, 868), (486, 868), (488, 886), (313, 886)], "night")
    s.line(smooth([(360, 806), (372, 756), (428, 756), (440, 806)]), 12, "night")
    s.line([(410, 806), (470, 700)], 11, "pale")
    s.polygon([(352, 804), (316, 716), (350, 706), (384, 800)], "pale")
    s.box(548, 905, 720, 913, "night")


def night_tram(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "deep", (0, .8), bottom=760)
    stars(s, 90, 480)
    moon(s, 1290, 190, 96, "night", "pale")
    ridge(s, [560, 520, 560, 500, 540, 470, 520], "deep", .5)
    roofline(s, -20, 700, 700, 260, "deep")
    ridge(s, [900, 850, 780, 700, 640, 600, 590], "night")
    terrace(s, -40, 520, 800, 150, 330, ("mid", "deep"), "night", lit=.3)
    terrace(s, 1180, 1640, 640, 150, 250, ("deep", "mid"), "night", lit=.5)
    s.glow(820, 640, 560, "hot", .7)
    s.polygon([(-20, 1020), (-20, 868), (1620, 592), (1620, 1020)], "deep")
    s.line([(-20, 872), (1620, 596)], 7, "hot")
    s.line([(-20, 900), (1620, 624)], 7, "mid")
    with s.tilted(-9.6, 800, 736):
        s.polygon([(1140, 560), (1700, 470), (1700, 735), (1140, 690)], "hot", (.1, .5))
        tram(s, 420, 738, 740, "hot", "night", "pale")
    for x, foot in ((150, 985), (1430, 790)):
        lamp(s, x, foot, 430, "night", "hot", 260)
    person(s, 268, 985, 190, "hot", hat="night", skin="pale")
    person(s, 330, 985, 170, "pale", skin="mid", facing=-1)


def brass_screws(s: Sheet) -> None:
    sky(s, "deep")
    for row in range(4):
        top = 40 + row * 245
        s.box(-20, top, 1620, top + 212, "pale")
        for k in range(9):
            y = top + 18 + k * 23
            bow = s.dice.uniform(-9, 9)
            s.line(smooth([(-20, y), (400, y + bow), (900, y - bow), (1620, y + bow / 2)]), 3, "mid")
        for x in (250, 1350):
            s.disc(x, top + 106, 56, "night", .5, over=True)
            s.disc(x, top + 104, 46, "night")
            s.disc(x, top + 104, 42, "hot")
            s.line([(x - 32, top + 104), (x + 32, top + 104)], 11, "night")
        s.box(-20, top + 212, 1620, top + 226, "night")
    for x, y in ((640, 388), (1010, 640)):
        blob(s, [(x - 70, y), (x, y - 26), (x + 80, y), (x, y + 28)], "mid")
        blob(s, [(x - 34, y), (x, y - 12), (x + 40, y), (x, y + 13)], "deep")
    with s.tilted(-34, 800, 520):
        s.polygon([(430, 546), (1240, 546), (1300, 580), (430, 600)], "night", .5, over=True)
        s.box(640, 500, 1180, 524, "night")
        s.polygon([(1176, 496), (1236, 484), (1236, 540), (1176, 528)], "night")
        blob(s, [(240, 470), (300, 440), (470, 446), (560, 470), (640, 480), (640, 544), (560, 554),
                 (470, 578), (300, 584), (240, 554)], "hot")
        for y in (474, 512, 550):
            s.line([(290, y), (540, y)], 6, "night")
        s.box(630, 484, 668, 540, "night")
    with s.tilted(12, 1150, 830):
        s.box(960, 800, 1640, 862, "hot")
        for i in range(34):
            s.line([(970 + i * 20, 800), (970 + i * 20, 824 if i % 5 else 842)], 4, "night")


def listed_pothole(s: Sheet) -> None:
    sky(s, "pale")
    sky(s, "mid", (.5, 0), bottom=420)
    terrace(s, -30, 1640, 430, 190, 300, ("mid", "deep", "hot"), "night", light="paper", lit=.8)
    s.box(-20, 424, 1620, 452, "paper")
    s.box(-20, 452, 1620, 1020, "mid")
    for row in range(13):
        y, high = 452 + row * row * 3.6 + row * 4, 9 + row * 4.6
        for i in range(-2, 46 - row * 2):
            x = 800 + (i - 21 + row + row % 2 * .5) * (44 + row * 8)
            s.box(x, y, x + 38 + row * 6.4, y + high, "deep", .26)
    s.disc(800, 730, 430, "deep", high=150)
    s.disc(800, 726, 404, "night", high=134)
    for turn, tone in ((0, .75), (18, .5), (34, .3)):
        s.disc(800, 740 + turn, 360 - turn * 2.4, "deep", tone, high=102 - turn)
    s.disc(820, 776, 210, "pale", high=44)
    s.line([(700, 772), (790, 766)], 6, "paper")
    s.line([(830, 790), (930, 784)], 6, "paper")
    s.polygon([(930, 770), (980, 540), (1010, 536), (964, 774)], "hot")
    s.polygon([(941, 714), (973, 714), (983, 664), (953, 664)], "paper")
    for x, coat, hat in ((120, "night", "hot"), (222, "hot", ""), (1330, "deep", "night"), (1424, "night", ""),
                         (1510, "hot", "night")):
        person(s, x, 700, 270, coat, hat=hat, facing=1 if x < 800 else -1)
    posts = ((250, 790), (420, 900), (800, 946), (1180, 900), (1350, 790))
    for (ax, ay), (bx, by) in zip(posts, posts[1:], strict=False):
        s.line(smooth([(ax, ay - 150), ((ax + bx) / 2, (ay + by) / 2 - 84), (bx, by - 150)]), 22, "hot")
    for x, y in posts:
        s.disc(x, y, 40, "night", high=13)
        s.box(x - 9, y - 160, x + 9, y, "night")
        s.disc(x, y - 166, 19, "night")
        s.disc(x - 4, y - 170, 7, "paper")


def old_bridge(s: Sheet) -> None:
    sky(s, "pale", (.4, .9))
    cloud(s, 300, 200, 360, "paper")
    cloud(s, 1240, 140, 300, "paper")
    ridge(s, [470, 400, 430, 360, 420, 400, 450], "mid", .6)
    roofline(s, -20, 420, 560, 200, "mid")
    roofline(s, 1240, 1620, 560, 240, "mid")
    s.box(-20, 556, 1620, 1020, "deep")
    for i in range(7):
        x = 236 + i * 172
        _car(s, x, 474, 150, ("hot", "night", "deep", "paper", "hot", "mid", "night")[i])
    bridge(s, -60, 1660, 500, 780, 5, "pale", "night")
    for row, y in enumerate((530, 562, 594)):
        for i in range(27):
            x = -50 + i * 66 + row % 2 * 33
            s.line([(x, y), (x + s.dice.uniform(20, 46), y)], 3, "mid")
    s.line([(806, 506), (790, 560), (812, 600), (796, 640)], 6, "night")
    s.line([(812, 600), (836, 622)], 4, "night")
    person(s, 1480, 480, 150, "hot", legs="night", skin="pale", facing=-1)
    ripples(s, 790, 1000, 60, "mid")
    ripples(s, 790, 1000, 18, "pale")
    for x, y, w in ((470, 900, 70), (560, 930, 60)):
        blob(s, [(x - w, y - w * .3), (x - w * .3, y - w * .2), (x + w * .4, y - w * .34), (x + w, y - w * .5),
                 (x + w * .6, y + w * .1), (x - w * .5, y + w * .12)], "paper")
        s.line(smooth([(x - w * .7, y), (x - w * .9, y - w * .7), (x - w * 1.2, y - w * .8)]), w * .2, "paper")
        s.line([(x - w * 1.2, y - w * .8), (x - w * 1.44, y - w * .7)], w * .12, "hot")


def _car(s: Sheet, x: float, foot: float, long: float, paint: str) -> None:
    blob(s, [(x, foot - long * .08), (x + long * .02, foot - long * .26), (x + long * .2, foot - long * .3),
             (x + long * .32, foot - long * .48), (x + long * .66, foot - long * .48), (x + long * .82, foot - long * .28),
             (x + long * .98, foot - long * .22), (x + long, foot - long * .08)], paint)
    for wheel in (.22, .78):
        s.disc(x + long * wheel, foot - long * .08, long * .1, "night")
        s.disc(x + long * wheel, foot - long * .08, long * .04, "pale")
    glass = "night" if paint != "night" else "pale"
    s.polygon([(x + long * .26, foot - long * .29), (x + long * .35, foot - long * .43), (x + long * .48, foot - long * .43),
               (x + long * .48, foot - long * .29)], glass)
    s.polygon([(x + long * .52, foot - long * .29), (x + long * .52, foot - long * .43), (x + long * .64, foot - long * .43),
               (x + long * .75, foot - long * .29)], glass)


def clock_tower(s: Sheet) -> None:
    sky(s, "night")
    s.glow(560, 430, 900, "hot", .85)
    s.disc(560, 430, 372, "night")
    s.disc(560, 430, 352, "pale")
    s.disc(560, 430, 352, "hot", .3)
    for i in range(60):
        turn = i * pi / 30
        near = 296 if i % 5 == 0 else 326
        s.line([(560 + near * sin(turn), 430 - near * cos(turn)), (560 + 338 * sin(turn), 430 - 338 * cos(turn))],
               13 if i % 5 == 0 else 5, "night")
    for turn, reach, wide in ((-1.0, 190, 30), (-.42, 300, 20)):
        tip = (560 + reach * sin(turn), 430 - reach * cos(turn))
        s.line([(560 - 60 * sin(turn), 430 + 60 * cos(turn)), tip], wide, "night")
        s.disc(560 + reach * .8 * sin(turn), 430 - reach * .8 * cos(turn), wide * 1.1, "night")
    s.box(-20, 470, 1620, 492, "night")
    for x, y, r, teeth, ink in ((1130, 300, 210, 36, "mid"), (1330, 560, 150, 26, "hot"), (1060, 640, 120, 22, "deep"),
                                (800, 800, 170, 30, "mid"), (1240, 840, 96, 18, "deep")):
        _wheel(s, x, y, r, teeth, ink)
    s.line([(300, -20), (300, 800)], 8, "mid")
    s.disc(300, 830, 84, "hot", high=96)
    s.disc(300, 830, 84, "night", .35, high=96, over=True)
    for k in (-26, 0, 26):
        s.box(266, 716 + k * .4, 334, 724 + k * .4, "pale")
    for side in (1450, 1546):
        s.line([(side, 1010), (side - 90, 120)], 16, "pale")
    for i in range(13):
        y = 960 - i * 66
        s.line([(1450 - (1010 - y) * .101, y), (1546 - (1010 - y) * .101, y)], 12, "pale")
    person(s, 1462, 600, 300, "deep", legs="mid", skin="pale", hat="mid", facing=-1)
    s.line([(1430, 372), (1360, 330), (1330, 372)], 20, "deep")


def _wheel(s: Sheet, x: float, y: float, radius: float, teeth: int, ink: str) -> None:
    rim = []
    for i in range(teeth * 4):
        turn, reach = i * pi / teeth / 2, radius * (1 if i % 4 < 2 else .9)
        rim.append((x + reach * cos(turn), y + reach * sin(turn)))
    s.polygon(rim, ink)
    s.disc(x, y, radius * .74, "night")
    for i in range(5):
        turn = i * 2 * pi / 5 + radius
        s.line([(x, y), (x + radius * .8 * cos(turn), y + radius * .8 * sin(turn))], radius * .1, ink)
    s.disc(x, y, radius * .2, ink)
    s.disc(x, y, radius * .08, "night")


def lost_property(s: Sheet) -> None:
    sky(s, "night")
    s.box(60, -20, 1540, 1020, "deep")
    for row in range(3):
        s.box(60, 30 + row * 322, 1540, 320 + row * 322, "night")
        s.box(40, 318 + row * 322, 1560, 350 + row * 322, "mid")
        for x in range(150, 1500, 180):
            s.polygon([(x, 326 + row * 322), (x + 74, 326 + row * 322), (x + 90, 334 + row * 322), (x + 74, 342 + row * 322),
                       (x, 342 + row * 322)], "paper")
    s.glow(800, 60, 900, "hot", .5)
    _shelf_one(s)
    _shelf_two(s)
    for i in range(11):
        _umbrella(s, 160 + i * 62, 960, 250 - i % 3 * 22, ("hot", "mid", "pale", "deep")[i % 4])
    s.box(880, 800, 1150, 962, "hot")
    s.box(880, 840, 1150, 850, "night")
    s.line(smooth([(970, 800), (980, 762), (1050, 762), (1060, 800)]), 12, "hot")
    for i in range(5):
        x = 1210 + i * 58
        blob(s, [(x, 960), (x - 6, 880), (x + 2, 840), (x + 46, 840), (x + 50, 960)], ("pale", "mid", "hot")[i % 3])
        for k in range(4):
            s.line([(x + 6 + k * 12, 846), (x + 4 + k * 13, 800 + (k in (0, 3)) * 16)], 11, ("pale", "mid", "hot")[i % 3])


def _shelf_one(s: Sheet) -> None:
    for x, wide, ink in ((170, 92, "hot"), (330, 76, "mid"), (470, 84, "pale")):
        s.disc(x, 312, wide, ink, high=13)
        blob(s, [(x - wide * .6, 310), (x - wide * .56, 230), (x, 210), (x + wide * .56, 230), (x + wide * .6, 310)], ink)
        s.box(x - wide * .6, 280, x + wide * .6, 298, "night")
    s.disc(700, 196, 104, "mid", high=122)
    s.box(590, 240, 810, 320, "night")
    s.box(590, 250, 810, 316, "mid")
    for k in range(-4, 5):
        s.line(smooth([(700 + k * 22, 250), (700 + k * 20, 170), (700 + k * 4, 80)]), 4, "night")
    blob(s, [(672, 220), (690, 190), (716, 186), (724, 206), (740, 236), (700, 246)], "hot")
    s.line([(660, 248), (750, 248)], 5, "night")
    blob(s, [(930, 316), (910, 240), (936, 190), (1000, 178), (1066, 190), (1090, 240), (1070, 316)], "hot")
    for x in (950, 1050):
        s.disc(x, 116, 24, "hot")
    s.disc(1000, 150, 66, "hot")
    s.disc(1000, 168, 28, "pale", high=22)
    for x in (976, 1024):
        s.disc(x, 136, 7, "night")
    s.disc(1000, 160, 9, "night", high=6)
    for i, ink in enumerate(("pale", "mid", "hot", "deep", "pale", "mid")):
        s.box(1190 + i * 46, 150 + i * 37 % 60, 1230 + i * 46, 318, ink)


def _shelf_two(s: Sheet) -> None:
    s.line(smooth([(230, 620), (180, 560), (200, 490), (300, 470), (360, 520), (340, 600), (260, 610)]), 34, "hot")
    s.line([(350, 560), (360, 450)], 44, "hot")
    s.polygon([(330, 470), (392, 470), (470, 372), (258, 372)], "hot")
    s.disc(364, 372, 106, "hot", high=24)
    s.disc(364, 372, 88, "night", high=17)
    for k in (0, 34, 68):
        s.box(250 + k, 500, 268 + k, 560, "pale")
    for x in (560, 760):
        s.disc(x, 566, 66, "pale", high=62)
        s.disc(x, 566, 50, "night", high=46)
    s.line(smooth([(624, 556), (660, 536), (698, 556)]), 14, "pale")
    s.line([(900, 636), (940, 400)], 40, "mid")
    s.polygon([(880, 640), (960, 640), (940, 600), (892, 600)], "night")
    s.polygon([(918, 440), (968, 446), (976, 382), (914, 378)], "hot")
    s.box(870, 610, 968, 640, "mid")
    s.disc(1160, 560, 96, "pale")
    s.disc(1160, 560, 80, "night")
    s.disc(1160, 560, 74, "deep")
    s.line([(1160, 560), (1160, 500)], 10, "pale")
    s.line([(1160, 560), (1200, 580)], 10, "pale")
    s.box(1310, 440, 1490, 640, "hot")
    s.box(1326, 456, 1474, 624, "pale")
    person(s, 1376, 616, 130, "night", facing=1)
    person(s, 1426, 616, 120, "paper", legs="paper", skin="mid", facing=-1)


def _umbrella(s: Sheet, x: float, foot: float, high: float, ink: str) -> None:
    s.polygon([(x - 5, foot), (x - 19, foot - high * .66), (x + 19, foot - high * .66), (x + 5, foot)], ink)
    s.line([(x - 4, foot - high * .1), (x - 8, foot - high * .6)], 3, "night")
    s.line(smooth([(x, foot - high * .66), (x, foot - high * .9), (x + 14, foot - high), (x + 28, foot - high * .92)]), 9,
           "pale")


SCENES = {
    "bench-at-night": bench_at_night,
    "brass-screws": brass_screws,
    "clock-tower": clock_tower,
    "listed-pothole": listed_pothole,
    "lost-property": lost_property,
    "night-tram": night_tram,
    "old-bridge": old_bridge,
}
