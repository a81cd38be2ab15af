"""Clock tower."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import sky
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "night")
    s.glow(560, 430, 900, "hot", .85)
    s.disc(560, 430, 372, "night")
    s.disc(560, 430, 352, "pale")
    s.disc(560, 430, 352, "hot", .3)
    for i in range(60):
        turn = i * pi / 30
        near = 296 if i % 5 == 0 else 326
        s.line([(560 + near * sin(turn), 430 - near * cos(turn)),
                (560 + 338 * sin(turn), 430 - 338 * cos(turn))], 13 if i % 5 == 0 else 5, "night")
    for turn, reach, wide in ((-1.0, 190, 30), (-.42, 300, 20)):
        tip = (560 + reach * sin(turn), 430 - reach * cos(turn))
        s.line([(560 - 60 * sin(turn), 430 + 60 * cos(turn)), tip], wide, "night")
        s.disc(560 + reach * .8 * sin(turn), 430 - reach * .8 * cos(turn), wide * 1.1, "night")
    s.box(-20, 470, 1620, 492, "night")
    for x, y, r, teeth, ink in ((1130, 300, 210, 36, "mid"), (1330, 560, 150, 26, "hot"),
                                (1060, 640, 120, 22, "deep"), (800, 800, 170, 30, "mid"),
                                (1240, 840, 96, 18, "deep")):
        _wheel(s, x, y, r, teeth, ink)
    s.line([(300, -20), (300, 800)], 8, "mid")
    s.disc(300, 830, 84, "hot", high=96)
    s.disc(300, 830, 84, "night", .35, high=96, over=True)
    for k in (-26, 0, 26):
        s.box(266, 716 + k * .4, 334, 724 + k * .4, "pale")
    for side in (1450, 1546):
        s.line([(side, 1010), (side - 90, 120)], 16, "pale")
    for i in range(13):
        y = 960 - i * 66
        s.line([(1450 - (1010 - y) * .101, y), (1546 - (1010 - y) * .101, y)], 12, "pale")
    person(s, 1462, 600, 300, "deep", legs="mid", skin="pale", hat="mid", facing=-1)
    s.line([(1430, 372), (1360, 330), (1330, 372)], 20, "deep")


def _wheel(s: Sheet, x: float, y: float, radius: float, teeth: int, ink: str) -> None:
    rim = []
    for i in range(teeth * 4):
        turn, reach = i * pi / teeth / 2, radius * (1 if i % 4 < 2 else .9)
        rim.append((x + reach * cos(turn), y + reach * sin(turn)))
    s.polygon(rim, ink)
    s.disc(x, y, radius * .74, "night")
    for i in range(5):
        turn = i * 2 * pi / 5 + radius
        s.line([(x, y), (x + radius * .8 * cos(turn), y + radius * .8 * sin(turn))], radius * .1,
               ink)
    s.disc(x, y, radius * .2, ink)
    s.disc(x, y, radius * .08, "night")
