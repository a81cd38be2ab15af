"""Hill runner."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import runner
from plaudit.demo.pictures.land import blob, cloud, pine, ridge, sky, smooth, sun
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale", (1, .2))
    sun(s, 1220, 250, 130, rays=24)
    cloud(s, 1020, 330, 300, "paper")
    for heights, ink, tone in (([560, 430, 500, 380, 470, 420, 480], "mid", .4),
                               ([600, 560, 640, 500, 560, 580, 540], "mid", .75),
                               ([560, 640, 620, 640, 700, 640, 690], "mid", 1),
                               ([480, 560, 700, 760, 740, 800, 770], "deep", 1)):
        ridge(s, heights, ink, tone)
    for x in range(900, 1600, 36):
        pine(s, x, 790 + s.dice.uniform(-14, 20), s.dice.uniform(40, 84), "night")
    s.polygon([*smooth([(-20, 330), (200, 420), (460, 600), (800, 760), (1200, 880), (1620, 960)]),
               (1620, 1020), (-20, 1020)], "night")
    s.polygon([*smooth([(-20, 400), (180, 480), (440, 660), (760, 810), (1200, 930),
                        (1620, 1000)]), (1620, 1020), (-20, 1020)], "deep", .5)
    for _ in range(70):
        tuft = s.dice.uniform(0, 1500)
        y = 420 + tuft * .38 + s.dice.uniform(60, 300)
        s.line([(tuft, y), (tuft + s.dice.uniform(10, 40), y + 10)], 6, "mid")
    for x, y in ((170, 396), (214, 372), (150, 352)):
        blob(s, [(x - 34, y), (x - 20, y - 22), (x + 20, y - 20), (x + 34, y), (x, y + 14)],
             "paper")
    for k in range(5):
        s.line([(300 + k * 30, 330 + k * 44), (430 + k * 26, 390 + k * 44)], 8, "paper")
    with s.tilted(16, 640, 520):
        runner(s, 640, 490, 470, "hot", "night", "paper")
        s.box(614, 380, 676, 436, "paper")
        s.line([(634, 394), (634, 424)], 6, "night")
        s.line([(654, 394), (654, 424)], 6, "night")
        blob(s, [(640, 270), (670, 226), (720, 232), (734, 262), (700, 258), (672, 290),
                 (620, 330), (600, 312)], "pale")
    for i, (x, y) in enumerate(((1120, 830), (1270, 880), (1400, 920))):
        _sheep(s, x, y, 1 - i * .08)


def _sheep(s: Sheet, x: float, foot: float, k: float) -> None:
    for leg in (-44, -22, 24, 44):
        s.line([(x + leg * k, foot), (x + leg * k, foot - 50 * k)], 11 * k, "pale")
    for i in range(9):
        turn = i * 2 * pi / 9
        s.disc(x + 54 * k * cos(turn), foot - 84 * k + 30 * k * sin(turn), 31 * k, "paper")
    s.disc(x, foot - 84 * k, 56 * k, "paper", high=40 * k)
    blob(s, [(x - 66 * k, foot - 118 * k), (x - 40 * k, foot - 120 * k),
             (x - 40 * k, foot - 80 * k), (x - 66 * k, foot - 64 * k),
             (x - 84 * k, foot - 80 * k)], "pale")
    s.disc(x - 66 * k, foot - 96 * k, 5 * k, "night")
    s.line([(x - 44 * k, foot - 116 * k), (x - 22 * k, foot - 122 * k)], 10 * k, "pale")
