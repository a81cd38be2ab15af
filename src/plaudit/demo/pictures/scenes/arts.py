"""Pictures for the Arts pages."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.inks import ARTS
from plaudit.demo.pictures.land import blob, cloud, moon, reeds, ridge, ripples, sky, smooth, stars, sun
from plaudit.demo.pictures.press import Point, Sheet
from plaudit.demo.pictures.things import book
from plaudit.demo.pictures.town import lamp, window

PALETTE = ARTS


def book_with_letter(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "deep", (0, .8))
    stars(s, 70, 420, "pale")
    sun(s, 800, 330, 190)
    ridge(s, [1200, 640, 470, 430, 480, 620, 1200], "mid")
    ridge(s, [1200, 800, 590, 520, 560, 760, 1200], "deep")
    for x, y in ((480, 610), (560, 560), (1070, 556), (1150, 640)):
        s.line([(x, y), (x, y - 70)], 8, "night")
        blob(s, [(x, y - 150), (x + 32, y - 80), (x + 22, y - 40), (x - 22, y - 40), (x - 32, y - 80)], "night")
    s.polygon(smooth([(770, 470), (720, 540), (860, 600), (640, 690), (600, 800)], 14)
              + smooth([(1000, 800), (920, 690), (960, 600), (800, 540), (800, 470)], 14), "paper")
    for k in range(7):
        y = 560 + k * 36
        s.line(smooth([(740 + k * 4, y), (790, y + 7), (840, y), (880 + k * 8, y + 6)]), 4, "mid")
    s.disc(800, 950, 720, "night", .7, high=46, over=True)
    s.polygon(smooth([(90, 940), (110, 740), (300, 700), (560, 710), (800, 780)], 12)
              + smooth([(800, 780), (1040, 710), (1300, 700), (1490, 740), (1510, 940)], 12)
              + smooth([(1510, 940), (1200, 900), (1000, 910), (800, 960)], 12)
              + smooth([(800, 960), (600, 910), (400, 900), (90, 940)], 12), "hot")
    for lift in (22, 10, 0):
        left = smooth([(800, 776 - lift), (640, 716 - lift), (420, 690 - lift), (150, 740 - lift)], 12)
        low = smooth([(130, 910 - lift), (400, 872 - lift), (640, 882 - lift), (800, 940 - lift)], 12)
        s.polygon([*left, *low], "paper" if lift % 20 == 0 or lift == 22 else "mid")
        right = [(1600 - x, y) for x, y in left]
        s.polygon([*right, *((1600 - x, y) for x, y in low)], "paper" if lift % 20 == 0 or lift == 22 else "mid")
    for k in range(5):
        y = 732 + k * 30
        s.line(smooth([(240, y + 10), (400, y - 10), (560, y + 2), (660, y + 24)]), 5, "mid")
        s.line(smooth([(1360, y + 10), (1200, y - 10), (1040, y + 2), (940, y + 24)]), 5, "mid")
    s.polygon([(780, 750), (800, 760), (820, 750), (812, 930), (800, 936), (788, 930)], "deep", .5)
    with s.tilted(-11, 800, 770):
        s.box(662, 690, 950, 880, "night", .5, over=True)
        s.box(650, 676, 938, 866, "pale")
        s.line([(650, 676), (794, 790), (938, 676)], 5, "deep")
        s.line([(650, 676), (938, 676), (938, 866), (650, 866), (650, 676)], 5, "deep")
        s.disc(794, 786, 30, "hot")
        s.disc(794, 786, 17, "night", .4, over=True)


def stage_lighthouse(s: Sheet) -> None:
    sky(s, "night")
    s.polygon([(800, 296), (1720, -60), (1720, 420)], "hot")
    s.polygon([(800, 296), (-120, 190), (-120, 480)], "hot", .5)
    s.polygon([(800, 296), (1720, -60), (1720, 420)], "paper", .35)
    stars(s, 40, 420, "pale")
    for row in range(4):
        y = 640 + row * 34
        for i in range(14):
            x = -30 + i * 130 + row % 2 * 60
            s.line(smooth([(x, y), (x + 40, y - 20), (x + 84, y), (x + 120, y - 6)]), 13, ("deep", "mid")[row % 2])
    blob(s, [(560, 700), (620, 610), (740, 580), (870, 590), (990, 630), (1060, 710)], "deep")
    s.polygon([(726, 610), (760, 350), (840, 350), (874, 610)], "paper")
    for top, low in ((410, 470), (530, 585)):
        a, b = 760 - (top - 350) * .13, 840 + (top - 350) * .13
        c, d = 760 - (low - 350) * .13, 840 + (low - 350) * .13
        s.polygon([(a, top), (b, top), (d, low), (c, low)], "mid")
    s.box(744, 338, 856, 354, "night")
    s.box(768, 262, 832, 338, "hot")
    s.disc(800, 298, 20, "paper")
    for x in (768, 800, 832):
        s.line([(x, 262), (x, 338)], 5, "night")
    s.polygon([(756, 264), (800, 214), (844, 264)], "mid")
    person(s, 650, 640, 116, "hot", legs="night", skin="pale", hat="paper")
    person(s, 960, 636, 116, "mid", legs="night", skin="pale", facing=-1)
    s.polygon([(-20, 790), (1620, 790), (1620, 850), (-20, 850)], "mid")
    for k in range(14):
        s.line([(k * 126, 790), (k * 130 - 30, 850)], 4, "night")
    for side in (0, 1):
        for k in range(5):
            x = 30 + k * 62
            edge = [(x - 60, -20), (x + 40, -20), (x + 44 - k * 6, 300), (x + 10 - k * 16, 560), (x + 26 - k * 14, 850),
                    (x - 90, 850)]
            s.polygon([(1600 - a, b) if side else (a, b) for a, b in smooth(edge)], ("deep", "mid")[k % 2])
            fold = smooth([(x - 10, -20), (x - 4, 300), (x - 24, 560), (x - 20, 850)])
            s.line([(1600 - a, b) if side else (a, b) for a, b in fold], 9, "night", .6)
    for k in range(9):
        s.disc(-10 + k * 204, 10, 130, "deep" if k % 2 else "mid", high=120)
        s.disc(-10 + k * 204, 114, 12, "hot")
    s.box(-20, -20, 1620, 26, "hot")
    for row, (y, size) in enumerate(((880, 34), (950, 46), (1030, 60))):
        for k in range(26):
            x = -30 + k * size * 2.2 + row * 26
            s.disc(x, y, size * .72, "night", high=size * .8)
            blob(s, [(x - size, y + size * 1.6), (x - size * .9, y + size * .8), (x, y + size * .4), (x + size * .9, y + size * .8),
                     (x + size, y + size * 1.6)], "night")
            s.line(smooth([(x - size * .4, y - size * .66), (x, y - size * .8), (x + size * .4, y - size * .66)], 5), 5,
                   "hot" if 300 < x < 1300 else "deep")


def mud_books(s: Sheet) -> None:
    sky(s, "pale", (.4, 1))
    sun(s, 1230, 210, 110)
    cloud(s, 380, 180, 360, "paper")
    ridge(s, [420, 400, 410, 380, 400, 390, 410], "mid", .6)
    ripples(s, 420, 470, 20, "deep")
    for i, (ink, tone) in enumerate((("mid", 1), ("deep", 1), ("mid", .8), ("deep", .8), ("night", 1))):
        y = 470 + i * 112
        heights = [y + s.dice.uniform(-18, 18) for _ in range(8)]
        ridge(s, heights, "mid" if tone != 1 else ink)
        if tone != 1:
            ridge(s, heights, "night", .22 + i * .08, over=True)
        for _ in range(16):
            x, d = s.dice.uniform(0, 1600), y + s.dice.uniform(30, 100)
            if i % 2:
                s.disc(x, d, s.dice.uniform(4, 14), "pale", high=7)
            else:
                s.line(smooth([(x, d), (x + 16, d - 9), (x + 34, d + 6), (x + 50, d - 3)], 5), 6, "hot" if s.dice.random() < .3
                       else "pale")
    x = 520
    for i, (cover, thick, long, lean) in enumerate((("night", 76, 560, 0), ("hot", 62, 500, 34), ("pale", 84, 540, 10),
                                                   ("deep", 52, 440, 62), ("hot", 74, 520, 18), ("paper", 56, 410, 70),
                                                   ("night", 66, 470, 36))):
        foot = 940 - sum((76, 62, 84, 52, 74, 56, 66)[:i])
        book(s, x + lean, foot, long, thick, cover, {"night": "hot", "hot": "night", "pale": "deep", "deep": "pale",
                                                     "paper": "mid"}[cover])
        s.line([(x + lean, foot), (x + lean + long, foot)], 5, "night")
    _heron(s, 800, 470)
    s.polygon(smooth([(1260, 780), (1256, 900), (1290, 936), (1420, 940), (1430, 900), (1360, 876), (1350, 780)]), "hot")
    s.box(1250, 770, 1362, 800, "night")
    s.line([(1270, 932), (1426, 936)], 13, "night")
    s.disc(240, 830, 66, "pale", high=60)
    for r in (50, 34, 18):
        s.disc(240 + (50 - r) * .2, 830, r, "night", high=r * .9)
        s.disc(240 + (50 - r) * .2, 830, r - 7, "pale", high=r * .9 - 7)


def _heron(s: Sheet, x: float, foot: float) -> None:
    for k in (-14, 22):
        s.line([(x + k, foot), (x + k, foot - 130)], 8, "night")
        s.line([(x + k - 20, foot), (x + k + 26, foot)], 7, "night")
    blob(s, [(x - 130, foot - 110), (x - 60, foot - 210), (x + 40, foot - 220), (x + 80, foot - 170), (x + 30, foot - 120),
             (x - 50, foot - 104)], "paper")
    blob(s, [(x - 150, foot - 96), (x - 70, foot - 180), (x + 20, foot - 196), (x - 20, foot - 130)], "deep")
    s.line(smooth([(x + 56, foot - 180), (x + 110, foot - 220), (x + 60, foot - 280), (x + 90, foot - 330)]), 28, "paper")
    s.disc(x + 98, foot - 336, 25, "paper")
    s.polygon([(x + 110, foot - 348), (x + 224, foot - 324), (x + 112, foot - 320)], "hot")
    s.line(smooth([(x + 110, foot - 346), (x + 70, foot - 358), (x + 20, foot - 340)]), 9, "night")
    s.disc(x + 106, foot - 340, 5, "night")


def brass_band(s: Sheet) -> None:
    sky(s, "pale")
    for i in range(20):
        a, b = i * pi / 10, (i + .5) * pi / 10
        s.polygon([(800, 620), (800 + 1500 * cos(a), 620 + 1500 * sin(a)), (800 + 1500 * cos(b), 620 + 1500 * sin(b))],
                  "mid", .45)
    s.box(-20, 880, 1620, 1020, "deep")
    for x, y, r in ((330, 420, 190), (800, 330, 230), (1270, 420, 190)):
        s.line(smooth([(x + 10, y + r * .6), (x + 60, y + r * 1.5), (x + 10, y + r * 2.4), (x - 120, y + r * 2.5),
                       (x - 160, y + r * 1.8), (x - 110, y + r * 1.4)]), r * .24, "hot")
        for k in (0, 50, 100):
            s.box(x - 70 + k, y + r * 1.2, x - 40 + k, y + r * 2.1, "night")
            s.disc(x - 55 + k, y + r * 1.16, 19, "paper")
        _bell(s, x, y, r)
    for i, x in enumerate((130, 470, 640, 960, 1130, 1470)):
        y = 660 + i % 2 * 70
        s.line([(x, y), (x, 1010)], 34, "hot")
        _bell(s, x, y, 104 + i % 3 * 12)
    for i in range(9):
        x, y = 40 + i * 190, 900 + i % 2 * 20
        s.box(x - 66, y + 50, x + 66, 1020, "night")
        blob(s, [(x - 90, 1020), (x - 84, y + 70), (x - 30, y + 40), (x + 30, y + 40), (x + 84, y + 70), (x + 90, 1020)], "night")
        s.disc(x, y, 46, "pale" if i % 3 else "mid", high=52)
        blob(s, [(x - 62, y - 16), (x - 50, y - 66), (x + 50, y - 66), (x + 62, y - 16)], "deep")
        s.box(x - 60, y - 26, x + 60, y - 10, "hot")
        for k in (-1, 1):
            s.disc(x + k * 40, y + 110, 8, "hot")
    for k in range(17):
        s.polygon([(-20 + k * 100, -20), (80 + k * 100, -20), (80 + k * 100, 60), (30 + k * 100, 100), (-20 + k * 100, 60)],
                  ("deep", "paper")[k % 2])


def _bell(s: Sheet, x: float, y: float, r: float) -> None:
    s.disc(x, y, r * 1.05, "night")
    s.disc(x, y, r, "hot")
    s.disc(x, y, r * .9, "night", .3, over=True)
    s.disc(x, y, r * .8, "hot")
    s.disc(x, y, r * .56, "night", .55, over=True)
    s.disc(x, y + r * .03, r * .34, "night")
    arc = [(x + r * .88 * cos(a), y + r * .88 * sin(a)) for a in (pi * (1.05 + i * .05) for i in range(9))]
    s.line(arc, r * .06, "paper")


def _gable(s: Sheet, wall: str, tone: float = 1) -> list[Point]:
    """A house end against the sky, waiting for its picture."""
    sky(s, "pale", (1, .3))
    cloud(s, 240, 170, 300, "paper")
    cloud(s, 1420, 120, 260, "paper")
    s.box(-20, 560, 330, 900, "deep")
    s.polygon([(-20, 470), (330, 470), (330, 570), (-20, 570)], "night")
    s.box(1270, 600, 1620, 900, "deep")
    s.polygon([(1270, 510), (1620, 510), (1620, 610), (1270, 610)], "night")
    for x in (60, 190, 1350, 1490):
        window(s, x, 660, 80, 120, "hot", "deep")
    gable = [(300, 900), (300, 330), (800, 60), (1300, 330), (1300, 900)]
    s.polygon(gable, "paper")
    s.polygon(gable, wall, tone)
    s.box(980, 60, 1080, 220, "night")
    s.line([(270, 346), (800, 60), (1330, 346)], 26, "night")
    s.box(-20, 900, 1620, 1020, "mid")
    s.box(-20, 892, 1620, 908, "night")
    return gable


def mural_heron(s: Sheet) -> None:
    _gable(s, "deep")
    s.disc(800, 430, 230, "hot")
    for k in range(5):
        s.line(smooth([(320, 780 + k * 24), (560, 766 + k * 24), (800, 786 + k * 24), (1280, 770 + k * 24)]), 9, "mid")
    for k in (-26, 50):
        s.line([(760 + k, 880), (770 + k, 660)], 17, "night")
    blob(s, [(470, 720), (600, 520), (780, 470), (900, 530), (860, 640), (700, 690)], "paper")
    blob(s, [(430, 760), (580, 570), (740, 530), (760, 610), (600, 690)], "mid")
    blob(s, [(450, 770), (600, 640), (700, 640), (600, 720)], "night")
    s.line(smooth([(870, 560), (980, 480), (860, 350), (930, 240)]), 62, "paper")
    s.disc(940, 232, 56, "paper")
    s.polygon([(966, 204), (1160, 262), (966, 264)], "hot")
    s.polygon([(966, 240), (1160, 262), (966, 264)], "night", .5, over=True)
    s.line(smooth([(960, 206), (880, 186), (780, 220)]), 20, "night")
    s.disc(958, 226, 10, "night")
    reeds(s, 320, 520, 890, 300, "mid")
    s.line([(1120, 905), (1060, 420)], 15, "pale")
    s.line([(1210, 905), (1150, 420)], 15, "pale")
    for k in range(9):
        y = 870 - k * 52
        s.line([(1120 - (905 - y) * .124, y), (1210 - (905 - y) * .124, y)], 11, "pale")
    person(s, 1126, 620, 250, "hot", legs="night", skin="pale", hat="night", facing=-1)
    s.line([(1098, 450), (1030, 400)], 22, "hot")
    s.line([(1030, 400), (990, 372)], 8, "night")
    for i, x in enumerate((900, 960, 1015)):
        s.box(x, 850, x + 46, 902, ("hot", "paper", "mid")[i])
        s.box(x, 850, x + 46, 862, "night")


def mural_fish(s: Sheet) -> None:
    gable = _gable(s, "night")
    peak = gable[2][1]
    for i in range(150):
        ring, turn = 60 + i * 2.6, i * .55
        x, y = 800 + ring * 1.15 * cos(turn), 540 + ring * .82 * sin(turn)
        if 330 < x < 1260 and y > peak + 60 + abs(x - 800) * .56 and y < 860:
            _fish(s, x, y, 34 + ring * .05, turn, ("pale", "mid", "hot", "paper")[i % 4])
    for x, y in ((460, 440), (1040, 440), (460, 680), (1040, 680)):
        s.box(x - 12, y - 12, x + 112, y + 162, "paper")
        window(s, x, y, 100, 150, "hot", "paper")
    for x, coat in ((520, "hot"), (590, "paper"), (1180, "deep")):
        person(s, x, 980, 190, coat, skin="pale")


def _fish(s: Sheet, x: float, y: float, size: float, turn: float, ink: str) -> None:
    along, across = (-sin(turn), cos(turn)), (cos(turn), sin(turn))

    def at(a: float, b: float) -> Point:
        return x + size * (a * along[0] + b * across[0]), y + size * (a * along[1] + b * across[1])

    s.polygon(smooth([at(1, 0), at(.4, .36), at(-.4, .22), at(-.6, 0), at(-.4, -.22), at(.4, -.36)], 5, closed=True), ink)
    s.polygon([at(-.5, 0), at(-1.05, .36), at(-.86, 0), at(-1.05, -.36)], ink)
    s.disc(*at(.56, .08), size * .08, "night")


def mural_moths(s: Sheet) -> None:
    _gable(s, "deep")
    s.polygon([(300, 900), (300, 330), (800, 60), (1300, 330), (1300, 900)], "night", (.7, .1), over=True)
    s.disc(800, 470, 210, "hot", .5)
    s.disc(800, 470, 140, "hot")
    for x, y, size, tilt, ink in ((520, 560, 150, -24, "pale"), (1080, 600, 160, 22, "hot"), (800, 760, 140, 4, "mid"),
                                  (560, 330, 84, 28, "mid"), (1050, 330, 92, -30, "pale"), (420, 780, 80, -10, "hot"),
                                  (1190, 800, 78, 16, "pale")):
        with s.tilted(tilt, x, y):
            _moth(s, x, y, size, ink)
    lamp(s, 800, 960, 520, "night", "paper", 240)


def _moth(s: Sheet, x: float, y: float, size: float, ink: str) -> None:
    for f in (-1, 1):
        blob(s, [(x, y - size * .1), (x + f * size * .5, y - size * .7), (x + f * size, y - size * .62),
                 (x + f * size * .86, y - size * .1), (x + f * size * .3, y + size * .12)], ink)
        blob(s, [(x, y), (x + f * size * .6, y + size * .06), (x + f * size * .62, y + size * .44),
                 (x + f * size * .3, y + size * .56), (x, y + size * .3)], ink)
        s.disc(x + f * size * .62, y - size * .4, size * .15, "night")
        s.disc(x + f * size * .62, y - size * .4, size * .08, "paper")
        s.disc(x + f * size * .38, y + size * .26, size * .09, "night")
        s.line([(x + f * size * .2, y - size * .2), (x + f * size * .8, y - size * .16)], size * .04, "night")
        s.line(smooth([(x, y - size * .3), (x + f * size * .12, y - size * .5), (x + f * size * .3, y - size * .56)], 5),
               size * .03, "night")
    s.disc(x, y, size * .1, "night", high=size * .36)


def mural_ladder(s: Sheet) -> None:
    _gable(s, "deep")
    for _ in range(60):
        x = s.dice.uniform(330, 1270)
        s.disc(x, s.dice.uniform(140 + abs(x - 800) * .56, 600), s.dice.uniform(3, 8), "pale")
    moon(s, 830, 340, 118, "deep", "hot")
    for x in (560, 680):
        s.line([(x, 890), (x + 230, 330)], 21, "paper")
    for k in range(10):
        y = 850 - k * 54
        s.line([(560 + (890 - y) * .41, y), (680 + (890 - y) * .41, y)], 15, "paper")
    for k, (y, long) in enumerate(((470, 380), (600, 460), (730, 420))):
        x = 620 + (890 - y) * .41
        s.line(smooth([(x, y), (x + long * .5, y + 26), (x + long, y - 10)]), 6, "paper")
        for n in range(4):
            left, ink = x + 30 + n * long * .23, ("hot", "paper", "mid", "pale")[(n + k) % 4]
            top = y + 18
            if (n + k) % 2:
                s.polygon([(left, top), (left + 62, top), (left + 78, top + 30), (left + 56, top + 40), (left + 54, top + 86),
                           (left + 8, top + 86), (left + 6, top + 40), (left - 16, top + 30)], ink)
            else:
                s.polygon([(left, top), (left + 58, top), (left + 60, top + 92), (left + 34, top + 92), (left + 29, top + 34),
                           (left + 24, top + 92), (left - 2, top + 92)], ink)
    for i in range(8):
        person(s, 360 + i * 54, 986 - i % 2 * 10, 118 + i % 3 * 12, ("hot", "paper", "night")[i % 3], skin="pale")


SCENES = {
    "book-with-letter": book_with_letter,
    "brass-band": brass_band,
    "mud-books": mud_books,
    "mural-fish": mural_fish,
    "mural-heron": mural_heron,
    "mural-ladder": mural_ladder,
    "mural-moths": mural_moths,
    "stage-lighthouse": stage_lighthouse,
}
