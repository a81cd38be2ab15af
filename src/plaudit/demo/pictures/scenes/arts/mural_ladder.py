"""Mural ladder."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import moon, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.scenes.arts.gable import gable

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    gable(s, "deep")
    for _ in range(60):
        x = s.dice.uniform(330, 1270)
        s.disc(x, s.dice.uniform(140 + abs(x - 800) * .56, 600), s.dice.uniform(3, 8), "pale")
    moon(s, 830, 340, 118, "deep", "hot")
    for x in (560, 680):
        s.line([(x, 890), (x + 230, 330)], 21, "paper")
    for k in range(10):
        y = 850 - k * 54
        s.line([(560 + (890 - y) * .41, y), (680 + (890 - y) * .41, y)], 15, "paper")
    for k, (y, long) in enumerate(((470, 380), (600, 460), (730, 420))):
        x = 620 + (890 - y) * .41
        s.line(smooth([(x, y), (x + long * .5, y + 26), (x + long, y - 10)]), 6, "paper")
        for n in range(4):
            left, ink = x + 30 + n * long * .23, ("hot", "paper", "mid", "pale")[(n + k) % 4]
            top = y + 18
            if (n + k) % 2:
                s.polygon([(left, top), (left + 62, top), (left + 78, top + 30),
                           (left + 56, top + 40), (left + 54, top + 86), (left + 8, top + 86),
                           (left + 6, top + 40), (left - 16, top + 30)], ink)
            else:
                s.polygon([(left, top), (left + 58, top), (left + 60, top + 92),
                           (left + 34, top + 92), (left + 29, top + 34), (left + 24, top + 92),
                           (left - 2, top + 92)], ink)
    for i in range(8):
        person(s, 360 + i * 54, 986 - i % 2 * 10, 118 + i % 3 * 12,
               ("hot", "paper", "night")[i % 3], skin="pale")
