"""Warm terrace."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import ripples, sky, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import house, lamp

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "hot")
    sky(s, "night", (.75, .15), bottom=520, over=True)
    for _ in range(150):
        s.disc(s.dice.uniform(0, 1600), s.dice.uniform(0, 620), s.dice.choice((3, 4, 6)), "paper")
    s.box(-20, 610, 1620, 1020, "deep")
    s.box(-20, 680, 1620, 1020, "night", (.1, .7), over=True)
    for i in range(6):
        x = 470 + i * 186
        house(s, x, 612, 176, 270, ("mid", "pale", "mid", "pale", "mid", "pale")[i], "night",
              light="paper", lit=.9)
        s.polygon([(x - 9, 342), (x + 17, 300), (x + 159, 300), (x + 185, 342)], "paper")
        s.box(x + 66, 530, x + 112, 612, "night")
        s.box(x + 72, 536, x + 106, 612, "hot" if i % 2 else "deep")
        s.line(smooth([(x + 88, 612), (x + 88, 700), (x + 88, 790)]), 16, "mid")
        s.line([(x + 88, 790), (x + 88, 620)], 7, "paper")
    s.box(-20, 596, 420, 622, "paper")
    s.box(440, 604, 1620, 622, "paper")
    s.polygon([(-20, 700), (250, 700), (310, 1020), (-20, 1020)], "hot")
    ripples(s, 730, 1000, 12, "paper", 0, 210)
    s.line(smooth([(170, 860), (330, 870), (430, 800), (520, 790), (1600, 790)]), 44, "mid")
    s.line(smooth([(170, 930), (350, 950), (480, 872), (560, 862), (1600, 862)]), 44, "hot")
    s.line(smooth([(170, 860), (330, 870), (430, 800), (520, 790), (1600, 790)]), 9, "paper")
    s.line(smooth([(170, 930), (350, 950), (480, 872), (560, 862), (1600, 862)]), 9, "paper")
    s.box(300, 480, 440, 612, "pale")
    s.polygon([(286, 484), (370, 420), (454, 484)], "night")
    s.disc(370, 546, 44, "night")
    for i in range(5):
        turn = i * 2 * pi / 5
        s.disc(370 + 22 * cos(turn), 546 + 22 * sin(turn), 16, "paper")
    for _ in range(120):
        stone, y = s.dice.uniform(330, 1600), s.dice.uniform(650, 1000)
        if not 740 < y < 910:
            s.disc(stone, y, s.dice.uniform(3, 12), "mid", .6)
    lamp(s, 120, 600, 330, "night", "paper", 220)
