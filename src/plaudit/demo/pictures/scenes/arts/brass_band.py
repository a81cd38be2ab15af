"""Brass band."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import blob, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale")
    for i in range(20):
        a, b = i * pi / 10, (i + .5) * pi / 10
        s.polygon([(800, 620), (800 + 1500 * cos(a), 620 + 1500 * sin(a)),
                   (800 + 1500 * cos(b), 620 + 1500 * sin(b))], "mid", .45)
    s.box(-20, 880, 1620, 1020, "deep")
    for x, y, r in ((330, 420, 190), (800, 330, 230), (1270, 420, 190)):
        s.line(smooth([(x + 10, y + r * .6), (x + 60, y + r * 1.5), (x + 10, y + r * 2.4),
                       (x - 120, y + r * 2.5), (x - 160, y + r * 1.8), (x - 110, y + r * 1.4)]),
               r * .24, "hot")
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
        blob(s, [(x - 90, 1020), (x - 84, y + 70), (x - 30, y + 40), (x + 30, y + 40),
                 (x + 84, y + 70), (x + 90, 1020)], "night")
        s.disc(x, y, 46, "pale" if i % 3 else "mid", high=52)
        blob(s, [(x - 62, y - 16), (x - 50, y - 66), (x + 50, y - 66), (x + 62, y - 16)], "deep")
        s.box(x - 60, y - 26, x + 60, y - 10, "hot")
        for k in (-1, 1):
            s.disc(x + k * 40, y + 110, 8, "hot")
    for k in range(17):
        s.polygon([(-20 + k * 100, -20), (80 + k * 100, -20), (80 + k * 100, 60),
                   (30 + k * 100, 100), (-20 + k * 100, 60)], ("deep", "paper")[k % 2])


def _bell(s: Sheet, x: float, y: float, r: float) -> None:
    s.disc(x, y, r * 1.05, "night")
    s.disc(x, y, r, "hot")
    s.disc(x, y, r * .9, "night", .3, over=True)
    s.disc(x, y, r * .8, "hot")
    s.disc(x, y, r * .56, "night", .55, over=True)
    s.disc(x, y + r * .03, r * .34, "night")
    arc = [(x + r * .88 * cos(a),
            y + r * .88 * sin(a)) for a in (pi * (1.05 + i * .05) for i in range(9))]
    s.line(arc, r * .06, "paper")
