"""Lost property."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import blob, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "night")
    s.box(60, -20, 1540, 1020, "deep")
    for row in range(3):
        s.box(60, 30 + row * 322, 1540, 320 + row * 322, "night")
        s.box(40, 318 + row * 322, 1560, 350 + row * 322, "mid")
        for x in range(150, 1500, 180):
            s.polygon([(x, 326 + row * 322), (x + 74, 326 + row * 322), (x + 90, 334 + row * 322),
                       (x + 74, 342 + row * 322), (x, 342 + row * 322)], "paper")
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
        blob(s, [(x, 960), (x - 6, 880), (x + 2, 840), (x + 46, 840), (x + 50, 960)],
             ("pale", "mid", "hot")[i % 3])
        for k in range(4):
            s.line([(x + 6 + k * 12, 846), (x + 4 + k * 13, 800 + (k in (0, 3)) * 16)], 11,
                   ("pale", "mid", "hot")[i % 3])


def _shelf_one(s: Sheet) -> None:
    for x, wide, ink in ((170, 92, "hot"), (330, 76, "mid"), (470, 84, "pale")):
        s.disc(x, 312, wide, ink, high=13)
        blob(s, [(x - wide * .6, 310), (x - wide * .56, 230), (x, 210), (x + wide * .56, 230),
                 (x + wide * .6, 310)], ink)
        s.box(x - wide * .6, 280, x + wide * .6, 298, "night")
    s.disc(700, 196, 104, "mid", high=122)
    s.box(590, 240, 810, 320, "night")
    s.box(590, 250, 810, 316, "mid")
    for k in range(-4, 5):
        s.line(smooth([(700 + k * 22, 250), (700 + k * 20, 170), (700 + k * 4, 80)]), 4, "night")
    blob(s, [(672, 220), (690, 190), (716, 186), (724, 206), (740, 236), (700, 246)], "hot")
    s.line([(660, 248), (750, 248)], 5, "night")
    blob(s, [(930, 316), (910, 240), (936, 190), (1000, 178), (1066, 190), (1090, 240),
             (1070, 316)], "hot")
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
    s.line(smooth([(230, 620), (180, 560), (200, 490), (300, 470), (360, 520), (340, 600),
                   (260, 610)]), 34, "hot")
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
    s.polygon([(x - 5, foot), (x - 19, foot - high * .66), (x + 19, foot - high * .66),
               (x + 5, foot)], ink)
    s.line([(x - 4, foot - high * .1), (x - 8, foot - high * .6)], 3, "night")
    s.line(smooth([(x, foot - high * .66), (x, foot - high * .9), (x + 14, foot - high),
                   (x + 28, foot - high * .92)]), 9, "pale")
