"""Hedges."""

from plaudit.demo.pictures.land import cloud, ridge, sky, sun
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
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
                s.line([(x + spread * k / 6, top), (nx + wider * k / 6, low)], 3 + row,
                       "deep" if tint != "deep" else "mid", .5)
            _bushes(s, (x, top), (nx, low), 13 + row * 8)
        _bushes(s, (-20, low), (1620, low), 12 + row * 7)
    for i, high in enumerate((150, 230, 200, 330, 420, 560)):
        x, foot = 820 + i * 128, 985
        s.polygon([(x, foot), (x + 92, foot), (x + 92, foot - high), (x, foot - high)], "night")
        for k in range(int(high / 34)):
            for side in (0, 46, 92):
                s.disc(x + side, foot - 20 - k * 34, s.dice.uniform(20, 29), "night")
        for _ in range(int(high / 13)):
            s.disc(x + s.dice.uniform(-6, 98), foot - s.dice.uniform(14, high),
                   s.dice.uniform(7, 13), "deep")
        for _ in range(int(high / 44)):
            s.disc(x + s.dice.uniform(0, 92), foot - s.dice.uniform(14, high), 7, "hot")
    s.box(780, 975, 1620, 1020, "night")


def _bushes(s: Sheet, start: tuple[float, float], end: tuple[float, float], size: float) -> None:
    steps = max(3, int(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** .5 / size))
    for i in range(steps):
        x = start[0] + (end[0] - start[0]) * i / steps
        y = start[1] + (end[1] - start[1]) * i / steps
        s.disc(x, y - size * .4, size * s.dice.uniform(.6, .95), "deep" if i % 5 else "night")
