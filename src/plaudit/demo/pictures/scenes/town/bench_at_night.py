"""Bench at night."""

from plaudit.demo.pictures.land import blob, ripples, sky, smooth, stars
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import bench, bridge, lamp, roofline

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "deep", (.0, .7), bottom=640)
    stars(s, 130, 430)
    roofline(s, -20, 1620, 560, 150, "night")
    for x in range(30, 1600, 97):
        if s.dice.random() < .5:
            s.box(x, 500, x + 9, 514, "hot")
    s.box(-20, 556, 1620, 760, "deep")
    bridge(s, -60, 620, 500, 610, 4, "mid", "night")
    s.glow(1330, 300, 760, "hot", .9)
    ripples(s, 600, 735, 46, "mid")
    for i in range(14):
        s.line([(1296 + i % 3 * 14, 604 + i * 10), (1364 + i % 4 * 12, 604 + i * 10)], 5, "hot")
    s.box(-20, 742, 1620, 762, "pale")
    s.box(-20, 762, 1620, 1020, "mid")
    for x in range(-600, 2300, 130):
        s.line([(800 + (x - 800) * .55, 764), (800 + (x - 800) * 1.5, 1020)], 3, "deep")
    for y in (800, 856, 930):
        s.line([(-10, y), (1610, y)], 3, "deep")
    s.disc(1250, 890, 560, "hot", .4, high=118)
    s.polygon([(560, 892), (1290, 892), (1420, 930), (620, 930)], "night", .6, over=True)
    lamp(s, 1330, 880, 650, "night", "hot")
    bench(s, 560, 900, 640, "pale", "night")
    s.box(560, 631.2, 1200, 662, "hot")
    blob(s, [(320, 912), (312, 850), (338, 812), (400, 800), (462, 812), (488, 850), (480, 912)],
         "hot")
    s.polygon([(314, 868), (486, 868), (488, 886), (313, 886)], "night")
    s.line(smooth([(360, 806), (372, 756), (428, 756), (440, 806)]), 12, "night")
    s.line([(410, 806), (470, 700)], 11, "pale")
    s.polygon([(352, 804), (316, 716), (350, 706), (384, 800)], "pale")
    s.box(548, 905, 720, 913, "night")
