"""Stage lighthouse."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import blob, sky, smooth, stars
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    sky(s, "night")
    s.polygon([(800, 296), (1720, -60), (1720, 420)], "hot")
    s.polygon([(800, 296), (-120, 190), (-120, 480)], "hot", .5)
    s.polygon([(800, 296), (1720, -60), (1720, 420)], "paper", .35)
    stars(s, 40, 420, "pale")
    for row in range(4):
        y = 640 + row * 34
        for i in range(14):
            x = -30 + i * 130 + row % 2 * 60
            s.line(smooth([(x, y), (x + 40, y - 20), (x + 84, y), (x + 120, y - 6)]), 13,
                   ("deep", "mid")[row % 2])
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
            edge = [(x - 60, -20), (x + 40, -20), (x + 44 - k * 6, 300), (x + 10 - k * 16, 560),
                    (x + 26 - k * 14, 850), (x - 90, 850)]
            s.polygon([(1600 - a, b) if side else (a, b) for a, b in smooth(edge)],
                      ("deep", "mid")[k % 2])
            fold = smooth([(x - 10, -20), (x - 4, 300), (x - 24, 560), (x - 20, 850)])
            s.line([(1600 - a, b) if side else (a, b) for a, b in fold], 9, "night", .6)
    for k in range(9):
        s.disc(-10 + k * 204, 10, 130, "deep" if k % 2 else "mid", high=120)
        s.disc(-10 + k * 204, 114, 12, "hot")
    s.box(-20, -20, 1620, 26, "hot")
    for row, (y, size) in enumerate(((880, 34), (950, 46), (1030, 60))):
        for k in range(26):
            seat = -30 + k * size * 2.2 + row * 26
            s.disc(seat, y, size * .72, "night", high=size * .8)
            blob(s, [(seat - size, y + size * 1.6), (seat - size * .9, y + size * .8),
                     (seat, y + size * .4), (seat + size * .9, y + size * .8),
                     (seat + size, y + size * 1.6)], "night")
            s.line(smooth([(seat - size * .4, y - size * .66), (seat, y - size * .8),
                           (seat + size * .4, y - size * .66)], 5), 5,
                   "hot" if 300 < seat < 1300 else "deep")
