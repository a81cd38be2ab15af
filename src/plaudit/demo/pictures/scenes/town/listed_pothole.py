"""Listed pothole."""

import itertools

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import sky, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import terrace

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale")
    sky(s, "mid", (.5, 0), bottom=420)
    terrace(s, -30, 1640, 430, 190, 300, ("mid", "deep", "hot"), "night", light="paper", lit=.8)
    s.box(-20, 424, 1620, 452, "paper")
    s.box(-20, 452, 1620, 1020, "mid")
    for row in range(13):
        y, high = 452 + row * row * 3.6 + row * 4, 9 + row * 4.6
        for i in range(-2, 46 - row * 2):
            x = 800 + (i - 21 + row + row % 2 * .5) * (44 + row * 8)
            s.box(x, y, x + 38 + row * 6.4, y + high, "deep", .26)
    s.disc(800, 730, 430, "deep", high=150)
    s.disc(800, 726, 404, "night", high=134)
    for turn, tone in ((0, .75), (18, .5), (34, .3)):
        s.disc(800, 740 + turn, 360 - turn * 2.4, "deep", tone, high=102 - turn)
    s.disc(820, 776, 210, "pale", high=44)
    s.line([(700, 772), (790, 766)], 6, "paper")
    s.line([(830, 790), (930, 784)], 6, "paper")
    s.polygon([(930, 770), (980, 540), (1010, 536), (964, 774)], "hot")
    s.polygon([(941, 714), (973, 714), (983, 664), (953, 664)], "paper")
    for x, coat, hat in ((120, "night", "hot"), (222, "hot", ""), (1330, "deep", "night"),
                         (1424, "night", ""), (1510, "hot", "night")):
        person(s, x, 700, 270, coat, hat=hat, facing=1 if x < 800 else -1)
    posts = ((250, 790), (420, 900), (800, 946), (1180, 900), (1350, 790))
    for (ax, ay), (bx, by) in itertools.pairwise(posts):
        s.line(smooth([(ax, ay - 150), ((ax + bx) / 2, (ay + by) / 2 - 84), (bx, by - 150)]), 22,
               "hot")
    for x, y in posts:
        s.disc(x, y, 40, "night", high=13)
        s.box(x - 9, y - 160, x + 9, y, "night")
        s.disc(x, y - 166, 19, "night")
        s.disc(x - 4, y - 170, 7, "paper")
