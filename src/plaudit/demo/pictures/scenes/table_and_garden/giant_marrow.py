"""Giant marrow."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import apple, carrot, leek, onion, rosette

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    s.box(-20, -20, 1620, 1020, "pale")
    for x in range(-20, 1620, 200):
        s.box(x, -20, x + 100, 700, "mid", .3)
    for i in range(9):
        x = -40 + i * 210
        color = ("hot", "deep", "paper")[i % 3]
        s.polygon([(x, 50 + i % 2 * 8), (x + 150, 54 + i % 2 * 8), (x + 76, 190)], color)
    s.line(smooth([(-20, 46), (400, 64), (800, 50), (1200, 66), (1620, 46)]), 6, "night")
    s.box(-20, 640, 1620, 900, "mid")
    s.box(-20, 640, 1620, 760, "deep", (.5, 0))
    s.box(-20, 900, 1620, 1020, "paper")
    for x in range(-40, 1640, 80):
        s.polygon([(x, 900), (x + 80, 900), (x + 40, 972)], "hot")
    s.box(-20, 892, 1620, 904, "night")
    s.disc(800, 700, 690, "night", .6, high=44, over=True)
    _marrow(s)
    rosette(s, 1120, 480, 92, "hot", "paper", "night")
    onion(s, 150, 790, 140, "hot", "night")
    onion(s, 290, 810, 122, "hot", "night")
    leek(s, 420, 800, 400, "deep", "night")
    with s.tilted(-64, 1010, 800):
        for i in range(3):
            carrot(s, 990 + i * 52, 780 + i % 2 * 26, 210, "hot", "deep", "night")
    for i, skin in enumerate(("hot", "pale", "hot", "pale")):
        apple(s, 1280 + i * 84, 812 - i % 2 * 14, 50, skin, "deep", "night")


def _marrow(s: Sheet) -> None:
    middle, half, tall = 800, 650, 212
    rim = [(middle + half * (abs(cos(a)) ** .8) * (1 if cos(a) > 0 else -1),
            490 + tall * sin(a)) for a in (i * pi / 40 for i in range(80))]
    s.polygon(rim, "deep")
    for k in (-.84, -.5, -.12, .28, .66):
        upper, lower = [], []
        for i in range(41):
            a = pi * i / 40
            x = middle - half * .96 * cos(a)
            y, thick = 490 + tall * k * sin(a) ** .8, 15 * sin(a) ** .6 * (1 - abs(k) * .4)
            wobble = s.dice.uniform(-4, 4)
            upper.append((x, y - thick + wobble))
            lower.append((x, y + thick + wobble))
            if i % 3 == 1 and 3 < i < 37:
                s.disc(x, y + s.dice.uniform(-30, 30), s.dice.uniform(5, 11), "mid")
        s.polygon([*smooth(upper, 4), *reversed(smooth(lower, 4))], "mid")
    low = [(x, y) for x, y in rim if y > 490]
    s.polygon([*low, *((x, 490 + (y - 490) * .34) for x, y in reversed(low))], "night", (.05, .8),
              over=True)
    s.line(smooth([(360, 372), (560, 326), (800, 308)]), 15, "paper")
    s.line([(860, 307), (900, 308)], 15, "paper")
    s.line(smooth([(170, 490), (100, 474), (74, 410)]), 46, "deep")
    s.line([(58, 414), (92, 402)], 24, "pale")
