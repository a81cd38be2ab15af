"""Stars over the brows."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import pine, ridge, sky, stars
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "night")
    for _k in range(430):
        t = s.dice.random()
        spread = s.dice.gauss(0, 74)
        x, y = -60 + 1720 * t, 760 - 590 * sin(pi * (t * .86 + .07)) + spread
        s.disc(x, y, s.dice.uniform(1.4, 4.4), s.dice.choice(("paper", "pale", "mid")))
    for i in range(34):
        t = i / 33
        s.glow(-60 + 1720 * t, 760 - 590 * sin(pi * (t * .86 + .07)), 170, "mid", .34)
    stars(s, 210, 700)
    for x, y, size in ((240, 150, 15), (1290, 110, 19), (860, 330, 13), (1450, 400, 15),
                       (90, 470, 12)):
        s.polygon([(x + size * k * sin(i * pi / 4), y - size * k * cos(i * pi / 4)) for i,
                   k in enumerate((2, .4) * 4)], "paper")
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
    for x, foot, high, coat in ((800, 800, 150, "mid"), (700, 798, 90, "hot"),
                                (650, 798, 130, "pale"), (1090, 800, 140, "mid"),
                                (1150, 808, 80, "pale")):
        person(s, x, foot, high, coat, legs=coat, skin="paper", facing=1 if x < 900 else -1)
