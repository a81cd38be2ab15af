"""Canteen table."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import hand
from plaudit.demo.pictures.land import blob, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    for row in range(8):
        for col in range(13):
            s.box(-20 + col * 130, -20 + row * 130, 110 + col * 130, 110 + row * 130,
                  ("hot", "paper")[(row + col) % 2], (.42, 1)[(row + col) % 2])
    s.disc(814, 524, 470, "night", .5, over=True)
    s.disc(800, 500, 470, "deep")
    s.disc(800, 500, 446, "mid")
    for k in range(9):
        s.line(smooth([(400, 300 + k * 50), (700, 290 + k * 50), (1000, 312 + k * 50),
                       (1200, 300 + k * 50)]), 3, "deep", .6)
    for x, y, r in ((800, 480, 210), (520, 300, 120), (1090, 320, 128), (1080, 690, 118),
                    (540, 700, 130), (800, 850, 84), (800, 140, 78)):
        s.disc(x + 9, y + 12, r, "night", .6, over=True)
        s.disc(x, y, r, "paper")
        s.disc(x, y, r * .9, "pale")
    s.disc(800, 480, 178, "hot")
    s.disc(800, 480, 178, "night", (.0, .35), over=True)
    for x, y in ((740, 440), (860, 420), (810, 550)):
        blob(s, [(x - 56, y), (x - 30, y - 40), (x + 30, y - 40), (x + 56, y), (x, y + 30)],
             "paper")
        for k in (-30, -10, 10, 30):
            s.line([(x + k, y - 4), (x + k * .7, y + 12)], 4, "mid")
    for _ in range(34):
        turn, out = s.dice.uniform(0, 2 * pi), s.dice.uniform(0, 160)
        dill, fleck = 800 + out * cos(turn), 480 + out * sin(turn)
        s.line([(dill, fleck), (dill + s.dice.uniform(-16, 16), fleck + s.dice.uniform(-16, 16))],
               5, "deep")
    for k in range(5):
        with s.tilted(k * 72, 520, 300):
            blob(s, [(480, 240), (520, 214), (560, 240), (540, 282), (500, 282)],
                 "hot" if k % 2 else "deep")
    for k in range(6):
        with s.tilted(-30 + k * 9, 1090, 320):
            s.box(1010, 250 + k * 24, 1170, 268 + k * 24, "deep")
            s.disc(1150, 259 + k * 24, 5, "paper")
    s.disc(1080, 690, 84, "mid")
    for k in range(6):
        s.line([(1080, 690), (1080 + 84 * cos(k * pi / 3), 690 + 84 * sin(k * pi / 3))], 7, "pale")
    s.disc(1080, 690, 18, "hot")
    for x, y, r in ((490, 690, 44), (560, 660, 40), (590, 730, 46), (520, 756, 38)):
        s.disc(x, y, r, "hot")
        s.disc(x, y, r, "night", .25, over=True)
        s.disc(x - r * .3, y - r * .3, r * .2, "paper")
    s.disc(800, 850, 62, "paper")
    blob(s, [(770, 850), (800, 820), (836, 846), (806, 884)], "deep")
    s.disc(800, 140, 58, "night")
    s.disc(800, 140, 46, "deep")
    for x, y, turn, sleeve, skin in ((150, 240, 8, "hot", "pale"),
                                     (190, 800, -18, "night", "paper"),
                                     (1460, 210, 172, "deep", "pale"),
                                     (1440, 830, 196, "hot", "paper"),
                                     (360, 60, 60, "paper", "pale"),
                                     (1240, 980, -120, "night", "pale")):
        with s.tilted(turn, x, y):
            hand(s, x + 156, y + 9, 94, "night", "night")
            hand(s, x + 150, y, 92, skin, sleeve)
    with s.tilted(-20, 420, 740):
        s.line([(330, 742), (470, 700)], 13, "hot")
        s.polygon([(468, 694), (492, 692), (474, 710)], "night")
