"""Slow lane."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import blob, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901, PLR0912


def draw(s: Sheet) -> None:
    sky(s, "mid")
    s.box(-20, -20, 1620, 110, "paper")
    for x in range(-20, 1640, 60):
        s.line([(x, -20), (x, 110)], 4, "mid")
    s.line([(-20, 50), (1620, 50)], 4, "mid")
    s.box(-20, 100, 1620, 130, "deep")
    for lane in range(3):
        top = 130 + lane * 300
        s.box(-20, top, 1620, top + 296, ("mid", "deep", "deep")[lane])
        if lane:
            s.box(-20, top, 1620, top + 296, "night", (.06 * lane, .18 * lane), over=True)
        s.box(-20, top + 130, 1620, top + 164, "night", .35, over=True)
        for x in range(-20, 1640, 56):
            s.disc(x, top + 298, 25, ("hot", "paper")[x // 56 % 2], high=17)
    for _ in range(90):
        at, y = s.dice.uniform(0, 1600), s.dice.uniform(470, 1000)
        s.line(smooth([(at - 40, y), (at, y - 12), (at + 40, y), (at + 80, y - 10)], 5), 6, "mid")
    for x, y in ((330, 580), (1010, 560), (640, 880), (1330, 860)):
        _racer(s, x, y)
    for k in range(3):
        for x, y in ((520, 290), (840, 270), (1130, 300)):
            r = 120 + k * 44
            s.line([(x + r * cos(i * pi / 20), y + r * .42 * sin(i * pi / 20)) for i in range(41)],
                   5, "pale")
    for x, y, cap in ((520, 270, "hot"), (840, 250, "paper"), (1130, 280, "hot")):
        s.disc(x, y + 44, 84, "pale", high=44)
        s.disc(x, y, 66, "pale", high=72)
        s.disc(x, y - 20, 76, cap, high=60)
        for i in range(9):
            turn = i * 2 * pi / 9
            s.disc(x + 46 * cos(turn), y - 24 + 36 * sin(turn), 15,
                   "paper" if cap == "hot" else "hot")
            s.disc(x + 46 * cos(turn), y - 24 + 36 * sin(turn), 6, "night")
    for x in (150, 260):
        s.line(smooth([(x, 330), (x, 120), (x - 10, 60), (x - 40, 50)]), 15, "night")
    for y in (180, 240, 300):
        s.line([(150, y), (260, y)], 13, "night")
    for x, y in ((620, 170), (980, 176)):
        blob(s, [(x - 70, y), (x - 40, y - 36), (x + 40, y - 36), (x + 70, y), (x + 20, y + 26),
                 (x - 40, y + 40), (x - 30, y + 22)], "paper")
        for k in (-30, 0, 30):
            s.disc(x + k, y - 4, 7, "night")


def _racer(s: Sheet, x: float, y: float) -> None:
    for _k in range(9):
        s.disc(x - 250 + s.dice.uniform(-50, 50), y + s.dice.uniform(-50, 50),
               s.dice.uniform(10, 30), "paper")
    s.line([(x - 220, y - 20), (x - 60, y)], 30, "pale")
    s.line([(x - 220, y + 30), (x - 60, y + 10)], 30, "pale")
    blob(s, [(x - 90, y - 26), (x + 60, y - 60), (x + 70, y + 60), (x - 90, y + 34)], "night")
    s.line(smooth([(x + 50, y - 40), (x + 120, y - 110), (x + 220, y - 84)]), 32, "pale")
    s.line(smooth([(x + 50, y + 46), (x - 20, y + 110), (x - 110, y + 104)]), 32, "pale")
    s.disc(x + 110, y, 48, "hot")
    s.line([(x + 82, y - 38), (x + 82, y + 38)], 10, "night")
    s.line(smooth([(x + 200, y - 120), (x + 260, y - 80), (x + 240, y - 30)]), 9, "paper")
