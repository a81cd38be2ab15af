"""Pictures for the River & Land pages."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import person, swimmer
from plaudit.demo.pictures.inks import RIVER
from plaudit.demo.pictures.land import (
    blob,
    cloud,
    pine,
    poplar,
    rain,
    reeds,
    ridge,
    ripples,
    sky,
    smooth,
    stars,
    sun,
    tree,
)
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import bridge, roofline

PALETTE = RIVER


def river_swimmers(s: Sheet) -> None:
    sky(s, "pale", (.9, .1))
    sun(s, 1180, 210, 104, rays=28)
    cloud(s, 330, 190, 340, "paper")
    cloud(s, 760, 110, 220, "paper")
    ridge(s, [400, 330, 370, 290, 350, 300, 380], "mid", .5)
    ridge(s, [440, 420, 450, 400, 380, 410, 370], "mid")
    roofline(s, 560, 1120, 470, 90, "deep")
    s.box(-20, 465, 1620, 1020, "deep")
    s.box(-20, 465, 1620, 700, "mid", (.75, .0))
    bridge(s, -40, 1640, 370, 515, 5, "pale", "deep")
    for x, high in ((60, 250), (112, 310), (168, 230), (1500, 300), (1560, 240)):
        poplar(s, x, 372, high, "deep")
    tree(s, 1410, 372, 190, "mid", "night")
    s.polygon([(1085, 520), (1275, 520), (1330, 1020), (980, 1020)], "hot", (.7, .04))
    ripples(s, 540, 990, 64, "mid")
    ripples(s, 540, 990, 26, "pale")
    for x, y, size, cap in ((1010, 580, 26, "hot"), (860, 622, 34, "paper"), (640, 690, 48, "hot"),
                            (1120, 740, 58, "hot"), (330, 800, 76, "paper"), (820, 880, 96, "hot")):
        swimmer(s, x, y, size, cap, "pale", "paper")
    reeds(s, -10, 230, 1010, 220, "night")
    reeds(s, 1390, 1610, 1010, 280, "night")


def flood_gate(s: Sheet) -> None:
    sky(s, "deep")
    sky(s, "night", (.8, .1), bottom=620, over=True)
    for x, y, w in ((260, 150, 420), (800, 90, 520), (1330, 170, 460)):
        cloud(s, x, y, w, "night", .75)
    roofline(s, 1080, 1640, 640, 190, "night")
    for x in range(1120, 1600, 74):
        s.box(x, 590, x + 14, 612, "hot")
    s.box(1000, 636, 1640, 1020, "mid")
    ripples(s, 660, 980, 18, "pale", 1060, 1600)
    for row in range(7):
        top = 330 + row * 96
        crest = [(-20, 1020), (-20, top + 30)]
        for i in range(9):
            x = -20 + i * 120
            crest += smooth([(x, top + 40), (x + 46, top - 22), (x + 92, top - 34), (x + 118, top + 10), (x + 100, top + 2),
                             (x + 108, top + 34)], 5)
        s.polygon([*crest, (1060, 1020)], ("deep", "mid", "deep", "night", "deep", "mid", "night")[row])
        for i in range(9):
            x = -20 + i * 120 + s.dice.uniform(-8, 8)
            s.line(smooth([(x + 40, top - 6), (x + 80, top - 26), (x + 112, top - 2)], 5), 6, "paper")
    gate = smooth([(900, 220), (830, 420), (810, 640), (850, 860), (930, 1020)], 14)
    back = smooth([(1010, 220), (940, 420), (920, 640), (960, 860), (1040, 1020)], 14)
    s.polygon([*gate, *reversed(back)], "hot")
    s.polygon([*((x + 66, y) for x, y in gate), *reversed(back)], "night", .5, over=True)
    for y in range(290, 1000, 100):
        bend = 88 * (1 - ((y - 640) / 400) ** 2)
        s.line([(900 - bend, y), (1010 - bend, y)], 10, "night")
    for lean in (420, 640, 850):
        s.polygon([(930, lean - 16), (1310, 560), (1310, 588), (930, lean + 16)], "pale")
    s.disc(1310, 574, 54, "night")
    s.disc(1310, 574, 26, "hot")
    s.box(860, 190, 1110, 226, "night")
    s.box(1020, 80, 1110, 192, "pale")
    s.polygon([(1006, 84), (1065, 36), (1124, 84)], "night")
    s.box(1044, 112, 1084, 152, "hot")
    s.line([(888, 190), (888, 132), (1020, 132)], 5, "pale")
    person(s, 940, 190, 104, "hot", legs="pale", hat="pale", facing=-1)
    rain(s, 170, "pale", 26)


def otter(s: Sheet) -> None:
    sky(s, "hot", .5)
    sky(s, "pale", (1, .15), bottom=420)
    sun(s, 420, 330, 130)
    ridge(s, [360, 320, 350, 300, 340, 310, 350], "mid")
    s.box(-20, 400, 1620, 1020, "deep")
    s.box(-20, 400, 1620, 640, "mid", (.9, 0))
    for i in range(16):
        half = 150 - i * 5 + i % 3 * 30
        s.line([(420 - half, 420 + i * 24), (420 + half, 420 + i * 24)], 7, "hot")
    for wide in (640, 560, 480):
        s.disc(840, 740, wide, "mid", .8 if wide != 560 else 1, high=wide * .2)
        s.disc(840, 740, wide - 14, "deep", high=wide * .2 - 9)
    _otter(s)
    reeds(s, -10, 240, 1010, 460, "night")
    reeds(s, 1360, 1610, 1010, 640, "night")
    ripples(s, 860, 1000, 22, "pale")


def _otter(s: Sheet) -> None:
    s.line(smooth([(1180, 740), (1320, 756), (1420, 716), (1500, 690)]), 44, "night")
    blob(s, [(440, 700), (560, 650), (800, 630), (1040, 650), (1200, 710), (1220, 760), (1060, 790), (760, 800),
             (500, 780)], "night")
    blob(s, [(560, 690), (720, 656), (960, 654), (1100, 700), (960, 742), (720, 748)], "pale")
    blob(s, [(1130, 690), (1180, 610), (1230, 590), (1240, 640), (1210, 700)], "night")
    blob(s, [(1180, 730), (1250, 650), (1296, 640), (1290, 690), (1240, 744)], "night")
    s.disc(440, 660, 132, "night", high=118)
    blob(s, [(320, 690), (340, 620), (420, 590), (500, 640), (500, 720), (420, 750), (340, 740)], "pale")
    for x, y in ((356, 560), (530, 580)):
        s.disc(x, y, 32, "night")
        s.disc(x, y, 15, "mid")
    s.disc(390, 660, 32, "night", high=22)
    for x, y in ((356, 628), (446, 628)):
        s.line(smooth([(x - 20, y), (x, y - 13), (x + 20, y)]), 8, "night")
    s.line(smooth([(390, 680), (374, 704), (346, 702)]), 6, "night")
    s.line(smooth([(390, 680), (412, 706), (440, 700)]), 6, "night")
    for k in (-14, 4, 22):
        s.line([(470, 680 + k), (600, 650 + k * 2.4)], 4, "paper")
        s.line([(320, 684 + k), (210, 664 + k * 2.4)], 4, "paper")
    fish = [(640, 620), (720, 570), (830, 570), (920, 612), (980, 570), (974, 660), (920, 630), (830, 664), (720, 668)]
    s.polygon(smooth(fish, closed=True), "hot")
    s.disc(690, 610, 9, "night")
    for x in (760, 810, 860):
        s.line(smooth([(x, 586), (x + 16, 616), (x, 648)]), 5, "night")
    s.line(smooth([(600, 720), (650, 690), (700, 650)]), 46, "night")
    s.line(smooth([(860, 740), (860, 700), (830, 656)]), 46, "night")


def hedges(s: Sheet) -> None:
    sky(s, "pale", (.3, 1))
    sun(s, 300, 190, 90)
    cloud(s, 760, 150, 300, "paper")
    ridge(s, [330, 280, 320, 270, 300, 260, 300], "mid", .55)
    ridge(s, [380, 350, 390, 340, 370, 350, 330], "mid")
    fields = ("pale", "mid", "hot", "paper", "deep", "pale", "mid")
    for row in range(4):
        top, low = 400 + row * row * 34 + row * 40, 400 + (row + 1) ** 2 * 34 + (row + 1) * 40
        for col in range(-1, 7):
            spread, wider = 220 + row * 70, 220 + (row + 1) * 70
            x = 700 + (col - 3) * spread + row % 2 * spread * .4
            nx = 700 + (col - 3) * wider + row % 2 * wider * .4
            quad = [(x, top), (x + spread, top), (nx + wider, low), (nx, low)]
            tint = fields[(col + row * 3) % 7]
            s.polygon(quad, "paper")
            s.polygon(quad, tint, .8 if tint in ("hot", "deep") else 1)
            for k in range(1, 6):
                s.line([(x + spread * k / 6, top), (nx + wider * k / 6, low)], 3 + row, "deep" if tint != "deep" else "mid",
                       .5)
            _bushes(s, (x, top), (nx, low), 13 + row * 8)
        _bushes(s, (-20, low), (1620, low), 12 + row * 7)
    for i, high in enumerate((150, 230, 200, 330, 420, 560)):
        x, foot = 820 + i * 128, 985
        s.polygon([(x, foot), (x + 92, foot), (x + 92, foot - high), (x, foot - high)], "night")
        for k in range(int(high / 34)):
            for side in (0, 46, 92):
                s.disc(x + side, foot - 20 - k * 34, s.dice.uniform(20, 29), "night")
        for k in range(int(high / 13)):
            s.disc(x + s.dice.uniform(-6, 98), foot - s.dice.uniform(14, high), s.dice.uniform(7, 13), "deep")
        for k in range(int(high / 44)):
            s.disc(x + s.dice.uniform(0, 92), foot - s.dice.uniform(14, high), 7, "hot")
    s.box(780, 975, 1620, 1020, "night")


def _bushes(s: Sheet, start: tuple[float, float], end: tuple[float, float], size: float) -> None:
    steps = max(3, int(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** .5 / size))
    for i in range(steps):
        x = start[0] + (end[0] - start[0]) * i / steps
        y = start[1] + (end[1] - start[1]) * i / steps
        s.disc(x, y - size * .4, size * s.dice.uniform(.6, .95), "deep" if i % 5 else "night")


def rope_ferry(s: Sheet) -> None:
    sky(s, "pale", (.5, 1))
    cloud(s, 1180, 160, 420, "paper")
    cloud(s, 380, 120, 300, "paper")
    ridge(s, [330, 300, 340, 260, 310, 280, 330], "mid", .5)
    ridge(s, [400, 380, 390, 360, 380, 350, 370], "mid")
    for x in range(20, 1600, 62):
        tree(s, x, 430, s.dice.uniform(90, 170), "deep", "night")
    s.box(-20, 424, 1620, 1020, "deep")
    s.box(-20, 424, 1620, 800, "mid", (.8, .05))
    ripples(s, 450, 990, 80, "pale")
    s.line(smooth([(-20, 560), (420, 596), (900, 600), (1620, 540)], 12), 13, "paper")
    s.line([(1520, 430), (1520, 560)], 24, "night")
    s.polygon([(320, 762), (1280, 762), (1210, 850), (390, 850)], "hot")
    s.polygon([(320, 762), (1280, 762), (1268, 780), (334, 780)], "night")
    s.polygon([(360, 812), (1242, 812), (1210, 850), (390, 850)], "night", .5, over=True)
    s.disc(800, 862, 520, "night", .55, high=26, over=True)
    for x in (420, 1180):
        s.line([(x, 764), (x, 598)], 16, "night")
        s.disc(x, 598, 17, "hot")
    person(s, 560, 764, 300, "night", legs="hot", skin="pale", hat="hot", facing=1)
    s.line([(586, 540), (640, 596), (700, 598)], 22, "night")
    person(s, 800, 764, 270, "hot", legs="night", skin="pale")
    person(s, 880, 764, 190, "paper", legs="night", skin="mid", facing=-1)
    _goat(s, 1010, 764)
    reeds(s, -10, 300, 1010, 240, "night")
    reeds(s, 1300, 1610, 1010, 200, "night")


def _goat(s: Sheet, x: float, foot: float) -> None:
    for k in (0, 26, 86, 110):
        s.line([(x + k, foot), (x + k, foot - 70)], 13, "paper")
    blob(s, [(x - 16, foot - 110), (x + 40, foot - 122), (x + 116, foot - 116), (x + 130, foot - 80), (x + 60, foot - 54),
             (x - 10, foot - 66)], "paper")
    s.line([(x + 112, foot - 100), (x + 146, foot - 146)], 30, "paper")
    blob(s, [(x + 130, foot - 176), (x + 160, foot - 170), (x + 196, foot - 138), (x + 180, foot - 124), (x + 140, foot - 136)],
         "paper")
    for k in (0, 14):
        s.line(smooth([(x + 140 + k, foot - 170), (x + 130 + k, foot - 200), (x + 106 + k, foot - 214)]), 8, "night")
    s.line([(x + 176, foot - 128), (x + 172, foot - 100)], 8, "paper")
    s.disc(x + 160, foot - 154, 5, "night")


def stars_over_the_brows(s: Sheet) -> None:
    sky(s, "night")
    for k in range(430):
        t = s.dice.random()
        spread = s.dice.gauss(0, 74)
        x, y = -60 + 1720 * t, 760 - 590 * sin(pi * (t * .86 + .07)) + spread
        s.disc(x, y, s.dice.uniform(1.4, 4.4), s.dice.choice(("paper", "pale", "mid")))
    for i in range(34):
        t = i / 33
        s.glow(-60 + 1720 * t, 760 - 590 * sin(pi * (t * .86 + .07)), 170, "mid", .34)
    stars(s, 210, 700)
    for x, y, size in ((240, 150, 15), (1290, 110, 19), (860, 330, 13), (1450, 400, 15), (90, 470, 12)):
        s.polygon([(x + size * k * sin(i * pi / 4), y - size * k * cos(i * pi / 4)) for i, k in enumerate((2, .4) * 4)],
                  "paper")
    s.glow(60, 690, 300, "hot", .8)
    ridge(s, [690, 640, 680, 600, 650, 610, 660], "deep")
    ridge(s, [760, 740, 700, 730, 680, 720, 690], "deep")
    ridge(s, [760, 740, 700, 730, 680, 720, 690], "night", .4, over=True)
    for x in (330, 372, 410, 1250, 1300):
        pine(s, x, 790, s.dice.uniform(110, 170), "night")
    ridge(s, [900, 840, 800, 790, 780, 830, 900], "night")
    s.line([(940, 706), (900, 800)], 10, "hot")
    s.line([(940, 706), (980, 800)], 10, "hot")
    s.line([(940, 706), (940, 800)], 10, "hot")
    with s.tilted(-38, 940, 690):
        s.box(850, 666, 1080, 714, "hot")
        s.box(1080, 656, 1108, 724, "pale")
        s.box(816, 676, 852, 704, "pale")
    for x, foot, high, coat in ((800, 800, 150, "mid"), (700, 798, 90, "hot"), (650, 798, 130, "pale"),
                                (1090, 800, 140, "mid"), (1150, 808, 80, "pale")):
        person(s, x, foot, high, coat, legs=coat, skin="paper", facing=1 if x < 900 else -1)


SCENES = {
    "flood-gate": flood_gate,
    "hedges": hedges,
    "otter": otter,
    "river-swimmers": river_swimmers,
    "rope-ferry": rope_ferry,
    "stars-over-the-brows": stars_over_the_brows,
}
