"""Long table."""

from plaudit.demo.pictures.land import blob, sky, smooth, stars
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "hot", (0, .75), bottom=520)
    stars(s, 40, 240)
    for side in (0, 1):
        for i in range(6):
            k = 1 / (1 + i * .55)
            near, far = 1 / (1 + i * .55), 1 / (1 + (i + 1) * .55)
            a, b = 800 - 900 * near, 800 - 900 * far
            quad = [(a, 440 - 520 * near), (b, 440 - 520 * far), (b, 440 + 240 * far),
                    (a, 440 + 240 * near)]
            roof = [(a, 440 - 520 * near), (b, 440 - 520 * far), (b, 440 - 640 * far),
                    (a, 440 - 640 * near)]
            panes = []
            for u in (.22, .62):
                for v in (.2, .5):
                    x, x2 = a + (b - a) * u, a + (b - a) * (u + .2)
                    m, m2 = near + (far - near) * u, near + (far - near) * (u + .2)
                    panes.append([(x, 440 - 520 * m + 760 * m * v),
                                  (x2, 440 - 520 * m2 + 760 * m2 * v),
                                  (x2, 440 - 520 * m2 + 760 * m2 * (v + .17)),
                                  (x, 440 - 520 * m + 760 * m * (v + .17))])
            for shape, ink in ((quad, ("deep", "mid", "night")[(i + side) % 3]), (roof, "night"),
                               *((pane, _light(s)) for pane in panes)):
                s.polygon([(1600 - x, y) if side else (x, y) for x, y in shape], ink)
            if k < .2:
                break
    s.polygon([(-100, 680), (620, 490), (980, 490), (1700, 680), (1700, 1020), (-100, 1020)],
              "deep")
    s.polygon([(-100, 680), (620, 490), (980, 490), (1700, 680), (1700, 1020), (-100, 1020)],
              "night", (.0, .6), over=True)
    for row in range(7):
        k = .2 + (row / 6) ** 1.7 * .86
        foot = 470 + 430 * k
        for side in (-1, 1):
            x = 800 + side * 500 * k
            coat = s.dice.choice(("hot", "mid", "pale", "paper"))
            blob(s, [(x - 92 * k, foot), (x - 84 * k, foot - 170 * k), (x, foot - 210 * k),
                     (x + 84 * k, foot - 170 * k), (x + 92 * k, foot)], coat)
            s.disc(x - side * 8 * k, foot - 262 * k, 56 * k,
                   "paper" if coat != "paper" else "pale", high=64 * k)
            blob(s, [(x - 60 * k, foot - 270 * k), (x - 40 * k, foot - 330 * k),
                     (x + 40 * k, foot - 330 * k), (x + 60 * k, foot - 270 * k),
                     (x, foot - 300 * k)], s.dice.choice(("night", "deep", "hot")))
            s.line([(x - side * 50 * k, foot - 110 * k), (x - side * 150 * k, foot - 60 * k)],
                   40 * k, coat)
    s.polygon([(764, 510), (836, 510), (1190, 1020), (410, 1020)], "paper")
    s.polygon([(790, 510), (810, 510), (920, 1020), (680, 1020)], "hot", .5)
    for row in range(8):
        k = .16 + (row / 7) ** 1.7 * .9
        y = 490 + 500 * k
        for side in (-1, 1):
            x = 800 + side * 190 * k
            s.disc(x, y, 74 * k, "mid", high=30 * k)
            s.disc(x, y, 60 * k, "pale", high=23 * k)
            s.disc(x, y - 4 * k, 36 * k, s.dice.choice(("hot", "deep")), high=15 * k)
        s.box(800 - 12 * k, y - 92 * k, 800 + 12 * k, y, "night")
        s.disc(800, y - 100 * k, 15 * k, "hot", high=24 * k)
        s.disc(800 + 62 * k, y + 6 * k, 26 * k, "deep", high=12 * k)
    for row in range(5):
        k = 1 / (1 + row * .62)
        y, half, dip = 440 - 400 * k, 780 * k, 150 * k
        s.line(smooth([(800 - half, y), (800 - half / 2, y + dip * .75), (800, y + dip),
                       (800 + half / 2, y + dip * .75), (800 + half, y)]), 5 * k + 1, "night")
        for i in range(9):
            u = (i - 4) / 4.4
            x, ly = 800 + half * u, y + dip * (1 - u * u) + 36 * k
            s.glow(x, ly, 110 * k, "hot", .8)
            s.disc(x, ly, 26 * k, ("paper", "hot", "pale")[i % 3], high=34 * k)
            s.box(x - 12 * k, ly - 38 * k, x + 12 * k, ly - 28 * k, "night")


def _light(s: Sheet) -> str:
    return "hot" if s.dice.random() < .6 else "pale"
