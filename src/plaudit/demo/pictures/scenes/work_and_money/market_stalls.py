"""Market stalls."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import blob, sky
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import terrace

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    sky(s, "pale", (.9, .3))
    terrace(s, -30, 1640, 520, 210, 270, ("pale", "mid", "paper"), "deep", light="night", lit=.5)
    s.box(-20, 516, 1620, 1020, "mid")
    s.box(-20, 700, 1620, 1020, "deep", (0, .6))
    for i in range(4):
        _stall(s, 30 + i * 400, 780, 350, ("hot", "deep", "hot", "deep")[i], i)
    for x, coat, hat, high in ((215, "night", "", 50), (990, "paper", "night", 50)):
        person(s, x, 700 + high, 230, coat, hat=hat)
    for i in range(4):
        _goods(s, 30 + i * 400, 780, 350, i)
    for x, foot, high, coat, hat, way in ((470, 940, 350, "night", "hot", -1),
                                          (560, 940, 250, "hot", "", 1),
                                          (1400, 950, 350, "pale", "night", -1)):
        person(s, x, foot, high, coat, hat=hat, facing=way,
               skin="pale" if coat != "pale" else "mid")
    s.box(600, 850, 660, 900, "pale")
    for x, way in ((140, 1), (260, -1), (330, 1), (860, -1), (960, 1), (1190, -1)):
        y = 930 + x % 50
        blob(s, [(x - 44, y), (x - 10, y - 28), (x + 26, y - 22), (x + 44, y - 4),
                 (x + 14, y + 16), (x - 18, y + 14)], "night")
        s.disc(x + way * 40, y - 28, 14, "hot")
        s.line([(x, y + 14), (x, y + 34)], 4, "hot")


def _stall(s: Sheet, x: float, foot: float, wide: float, ink: str, number: int) -> None:
    for post in (x + 12, x + wide - 12):
        s.line([(post, foot + 100), (post, foot - 340)], 12, "night")
    s.box(x + 12, foot - 300, x + wide - 12, foot - 60, "night", .75)
    top, low, stripe = foot - 400, foot - 290, wide / 8
    for k in range(8):
        tint = ink if k % 2 else "paper"
        a, b = x + stripe * k, x + stripe * (k + 1)
        lean = 26
        s.polygon([(a + lean * (1 - k / 4), top), (b + lean * (1 - (k + 1) / 4), top), (b, low),
                   (a, low)], tint)
        s.disc((a + b) / 2, low, stripe / 2, tint, high=26)
    s.box(x, foot - 80, x + wide, foot + 20, "pale")
    s.box(x, foot + 20, x + wide, foot + 100, ink)
    s.box(x, foot + 20, x + wide, foot + 100, "night", (.5, .1), over=True)
    if number == 3:
        s.line([(x - 36, foot + 90), (x - 36, foot - 120)], 9, "night")
        s.line([(x - 66, foot - 120), (x - 6, foot - 120)], 9, "night")
        blob(s, [(x - 50, foot - 130), (x - 60, foot - 190), (x - 36, foot - 220),
                 (x - 14, foot - 190), (x - 20, foot - 120), (x - 34, foot - 50)], "hot")
        s.polygon([(x - 56, foot - 204), (x - 82, foot - 190), (x - 54, foot - 184)], "night")
        s.disc(x - 40, foot - 200, 6, "paper")


def _goods(s: Sheet, x: float, foot: float, wide: float, number: int) -> None:
    if number == 0:
        for k in range(3):
            s.disc(x + 70 + k * 100, foot - 60, 50, "mid", high=18)
            s.box(x + 20 + k * 100, foot - 96, x + 120 + k * 100, foot - 60, "mid")
            s.disc(x + 70 + k * 100, foot - 96, 50, "paper", high=18)
    elif number == 1:
        for k in range(9):
            y = foot - 130 - s.dice.uniform(0, 40)
            s.line([(x + 40 + k * 34, foot - 70), (x + 36 + k * 34, y)], 5, "hot")
            s.disc(x + 36 + k * 34, y, 22, ("paper", "mid", "pale")[k % 3])
            s.disc(x + 36 + k * 34, y, 8, "night")
        s.box(x + 20, foot - 80, x + wide - 20, foot - 20, "deep")
    elif number == 2:
        for row in range(2):
            for k in range(7 - row):
                s.disc(x + 45 + k * 44 + row * 22, foot - 70 - row * 34, 23,
                       ("hot", "mid", "deep", "paper")[k % 4])
    else:
        for k in range(11):
            high = 70 + k * 37 % 50
            s.box(x + 24 + k * 27, foot - 74 - high, x + 48 + k * 27, foot - 74,
                  ("hot", "mid", "paper", "deep")[k % 4])
