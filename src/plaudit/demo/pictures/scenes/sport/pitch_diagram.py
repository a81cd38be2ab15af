"""Pitch diagram."""

import itertools
from math import cos, pi, sin

from plaudit.demo.pictures.land import smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import ball

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    for k in range(12):
        s.box(-20 + k * 140, -20, 120 + k * 140, 1020, "mid" if k % 2 else "deep")
    for points in ([(90, 80), (1510, 80), (1510, 920), (90, 920), (90, 80)],
                   [(620, 80), (620, 920)], [(1510, 260), (1250, 260), (1250, 740), (1510, 740)],
                   [(1510, 390), (1410, 390), (1410, 610), (1510, 610)]):
        s.line(points, 10, "paper")
    for x, y, r, start, stop in ((620, 500, 150, 0, 64), (1250, 500, 120, 20, 44),
                                 (1510, 80, 44, 16, 32)):
        s.line([(x + r * cos(i * pi / 32),
                 y + r * sin(i * pi / 32)) for i in range(start, stop + 1)], 10, "paper")
    s.disc(620, 500, 13, "paper")
    s.box(1510, 410, 1580, 590, "night")
    for k in range(8):
        s.line([(1512, 416 + k * 24), (1578, 416 + k * 24)], 3, "paper")
        s.line([(1514 + k * 9, 412), (1514 + k * 9, 588)], 3, "paper")
    curve = smooth([(1120, 62), (1160, 260), (1300, 340), (1400, 400), (1470, 480)], 14)
    s.line(curve, 24, "hot")
    s.polygon([(1510, 528), (1424, 486), (1492, 432)], "hot")
    s.disc(1120, 56, 46, "night")
    s.disc(1120, 56, 38, "hot")
    for k in range(3):
        s.line(smooth([(1040 - k * 60, 40), (1030 - k * 60, 62), (1040 - k * 60, 84)]), 8, "paper")
    for x, y in ((1340, 300), (1380, 470), (1300, 560), (1440, 640), (1200, 440), (1330, 700),
                 (980, 360), (860, 620)):
        for a, b in ((-1, -1), (-1, 1)):
            s.line([(x - 26, y - 26 * a * b), (x + 26, y + 26 * a * b)], 15, "night")
    for x, y in ((1290, 410), (1430, 540), (1360, 620), (1180, 640), (1010, 540), (760, 380),
                 (700, 740), (420, 500), (330, 300)):
        s.disc(x, y, 34, "paper")
        s.disc(x, y, 22, "hot")
    for points in ([(1180, 640), (1240, 600), (1300, 480), (1360, 440)],
                   [(1010, 540), (1080, 460), (1180, 360), (1260, 330)],
                   [(760, 380), (900, 270), (1050, 210)]):
        path = smooth(points, 12)
        for dash in list(itertools.pairwise(path))[4::3]:
            s.line(dash, 9, "paper")
        (ax, ay), (bx, by) = path[-6], path[-1]
        dx, dy = (bx - ax) / 2, (by - ay) / 2
        s.polygon([(bx + dx * .5, by + dy * .5), (bx - dx * .6 - dy * .8, by - dy * .6 + dx * .8),
                   (bx - dx * .6 + dy * .8, by - dy * .6 - dx * .8)], "paper")
    ball(s, 250, 750, 120, "paper", "night")
    s.disc(250, 880, 130, "night", .5, high=16, over=True)
