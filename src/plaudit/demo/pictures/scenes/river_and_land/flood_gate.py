"""Flood gate."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import cloud, rain, ripples, sky, smooth
from plaudit.demo.pictures.press import Point, Sheet
from plaudit.demo.pictures.town import roofline

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "deep")
    sky(s, "night", (.8, .1), bottom=620, over=True)
    for x, y, w in ((260, 150, 420), (800, 90, 520), (1330, 170, 460)):
        cloud(s, x, y, w, "night", .75)
    roofline(s, 1080, 1640, 640, 190, "night")
    for x in range(1120, 1600, 74):
        s.box(x, 590, x + 14, 612, "hot")
    s.box(1000, 636, 1640, 1020, "mid")
    ripples(s, 660, 980, 18, "pale", 1060, 1600)
    for row in range(7):
        top = 330 + row * 96
        crest: list[Point] = [(-20, 1020), (-20, top + 30)]
        for i in range(9):
            x = -20 + i * 120
            crest += smooth([(x, top + 40), (x + 46, top - 22), (x + 92, top - 34),
                             (x + 118, top + 10), (x + 100, top + 2), (x + 108, top + 34)], 5)
        s.polygon([*crest, (1060, 1020)], ("deep", "mid", "deep", "night", "deep", "mid",
                                           "night")[row])
        for i in range(9):
            foam = -20 + i * 120 + s.dice.uniform(-8, 8)
            s.line(smooth([(foam + 40, top - 6), (foam + 80, top - 26), (foam + 112, top - 2)], 5),
                   6, "paper")
    gate = smooth([(900, 220), (830, 420), (810, 640), (850, 860), (930, 1020)], 14)
    back = smooth([(1010, 220), (940, 420), (920, 640), (960, 860), (1040, 1020)], 14)
    s.polygon([*gate, *reversed(back)], "hot")
    s.polygon([*((x + 66, y) for x, y in gate), *reversed(back)], "night", .5, over=True)
    for y in range(290, 1000, 100):
        bend = 88 * (1 - ((y - 640) / 400) ** 2)
        s.line([(900 - bend, y), (1010 - bend, y)], 10, "night")
    for lean in (420, 640, 850):
        s.polygon([(930, lean - 16), (1310, 560), (1310, 588), (930, lean + 16)], "pale")
    s.disc(1310, 574, 54, "night")
    s.disc(1310, 574, 26, "hot")
    s.box(860, 190, 1110, 226, "night")
    s.box(1020, 80, 1110, 192, "pale")
    s.polygon([(1006, 84), (1065, 36), (1124, 84)], "night")
    s.box(1044, 112, 1084, 152, "hot")
    s.line([(888, 190), (888, 132), (1020, 132)], 5, "pale")
    person(s, 940, 190, 104, "hot", legs="pale", hat="pale", facing=-1)
    rain(s, 170, "pale", 26)
