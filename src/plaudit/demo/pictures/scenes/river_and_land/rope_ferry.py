"""Rope ferry."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import blob, cloud, reeds, ridge, ripples, sky, smooth, tree
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
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
    blob(s, [(x - 16, foot - 110), (x + 40, foot - 122), (x + 116, foot - 116),
             (x + 130, foot - 80), (x + 60, foot - 54), (x - 10, foot - 66)], "paper")
    s.line([(x + 112, foot - 100), (x + 146, foot - 146)], 30, "paper")
    blob(s, [(x + 130, foot - 176), (x + 160, foot - 170), (x + 196, foot - 138),
             (x + 180, foot - 124), (x + 140, foot - 136)], "paper")
    for k in (0, 14):
        s.line(smooth([(x + 140 + k, foot - 170), (x + 130 + k, foot - 200),
                       (x + 106 + k, foot - 214)]), 8, "night")
    s.line([(x + 176, foot - 128), (x + 172, foot - 100)], 8, "paper")
    s.disc(x + 160, foot - 154, 5, "night")
