"""Roof bees."""

import itertools

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import ridge, sky, smooth, sun
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import clock_tower, roofline

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
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
        s.polygon([(x - 12, foot - 190), (x + 130, foot - 190), (x + 118, foot - 216),
                   (x, foot - 216)], "hot")
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
        for a, b in list(itertools.pairwise(trail))[::3]:
            s.line([a, b], 5, "night")
        _bee(s, *trail[-1], 30)
        _bee(s, *trail[len(trail) // 2], 30)
    for _ in range(16):
        _bee(s, s.dice.uniform(520, 1000), s.dice.uniform(90, 640), s.dice.uniform(13, 20))


def _bee(s: Sheet, x: float, y: float, size: float) -> None:
    for f in (-.2, .5):
        s.disc(x + size * f, y - size * .8, size * .4, "paper", high=size * .66)
    s.disc(x, y, size, "hot", high=size * .66)
    for k in (-.25, .25):
        s.line([(x + size * k, y - size * .5), (x + size * k, y + size * .5)], size * .24, "night")
    s.disc(x + size * .92, y - size * .1, size * .36, "night")
