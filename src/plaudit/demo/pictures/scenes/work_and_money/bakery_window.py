"""Bakery window."""

from plaudit.demo.pictures.land import blob, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    sky(s, "night")
    s.box(-20, 60, 1620, 190, "hot")
    for k in range(20):
        s.polygon([(-20 + k * 84, 190), (64 + k * 84, 190), (64 + k * 84, 262), (22 + k * 84, 286),
                   (-20 + k * 84, 262)], "paper" if k % 2 else "hot")
    s.box(120, 290, 1480, 890, "pale")
    s.box(120, 290, 1480, 890, "mid", (.7, 0))
    s.glow(800, 480, 640, "paper", .75)
    for row in range(2):
        y = 530 + row * 190
        s.box(150, y, 1450, y + 20, "night")
        for k in range(7):
            x = 240 + k * 186
            if row == 0 and k == 2:
                s.box(x - 50, y - 60, x + 50, y - 14, "paper")
                s.line([(x - 50, y - 60), (x + 50, y - 60), (x + 50, y - 14), (x - 50, y - 14),
                        (x - 50, y - 60)], 4, "night")
                for lift in (-46, -32):
                    s.line([(x - 32, y + lift), (x + 32, y + lift)], 4, "night")
            elif row == 0:
                _loaf(s, x, y, 84, "deep" if k % 2 else "mid")
            elif k not in (2, 3, 4):
                for up in (0, 52):
                    s.line([(x - 66, y - 26 - up), (x + 66, y - 26 - up)], 46, "deep")
                    for n in (-40, 0, 40):
                        s.line([(x + n - 8, y - 36 - up), (x + n + 12, y - 16 - up)], 6, "pale")
    blob(s, [(560, 890), (540, 800), (580, 730), (720, 710), (900, 712), (1020, 750), (1050, 820),
             (1030, 890)], "paper")
    s.line(smooth([(560, 800), (700, 770), (1000, 790)]), 4, "mid")
    s.disc(790, 820, 44, "mid", .7)
    blob(s, [(600, 740), (660, 660), (800, 630), (930, 660), (980, 730), (860, 750), (700, 756)],
         "hot")
    s.disc(610, 680, 62, "deep")
    blob(s, [(540, 640), (530, 590), (580, 556), (640, 566), (660, 620), (620, 640)], "paper")
    s.line(smooth([(578, 686), (592, 696), (606, 686)]), 6, "night")
    s.line(smooth([(700, 700), (640, 740), (580, 730)]), 34, "hot")
    s.line([(120, 290), (1480, 290), (1480, 890), (120, 890), (120, 290)], 26, "night")
    s.line([(800, 290), (800, 400)], 8, "night")
    s.polygon([(752, 440), (770, 398), (830, 398), (848, 440)], "hot")
    s.box(-20, 890, 1620, 1020, "deep")
    s.polygon([(120, 905), (1480, 905), (1620, 1020), (-20, 1020)], "mid", .6)
    s.box(-20, 886, 1620, 908, "night")


def _loaf(s: Sheet, x: float, foot: float, wide: float, crust: str) -> None:
    blob(s, [(x - wide, foot - 6), (x - wide * .94, foot - wide * .7),
             (x - wide * .4, foot - wide * 1.1), (x + wide * .4, foot - wide * 1.1),
             (x + wide * .94, foot - wide * .7), (x + wide, foot - 6), (x, foot + 2)], crust)
    for k in (-.5, 0, .5):
        s.line(smooth([(x + wide * (k - .16), foot - wide * .5), (x + wide * k, foot - wide * .7),
                       (x + wide * (k + .22), foot - wide * .8)]), 10, "paper")
