"""Seven apples."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import blob, grass, ridge, sky, smooth, sun
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import apple

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale", (.9, .4))
    sun(s, 800, 420, 330, "paper")
    ridge(s, [800, 780, 800, 770, 790, 780, 800], "mid", .6)
    ridge(s, [860, 840, 850, 830, 840, 850, 860], "mid")
    s.polygon(smooth([(700, 960), (760, 800), (740, 600), (780, 420),
                      (800, 300)]) + smooth([(810, 300), (830, 440), (870, 600), (850, 800),
                                             (920, 960)]), "night")
    for points, wide in (([(770, 640), (600, 560), (400, 560), (250, 480)], 34),
                         ([(800, 480), (640, 380), (440, 330)], 26),
                         ([(850, 620), (1020, 520), (1200, 540), (1370, 460)], 34),
                         ([(810, 440), (980, 340), (1180, 300)], 26),
                         ([(800, 330), (780, 200), (700, 130)], 20),
                         ([(800, 340), (860, 220), (960, 150)], 20)):
        s.line(smooth(points), wide, "night")
    for _ in range(96):
        turn, k = s.dice.uniform(pi, 2 * pi), s.dice.uniform(.45, 1)
        x, y = 800 + 680 * k * cos(turn), 560 + 470 * k * sin(turn)
        lean = s.dice.uniform(0, 360)
        with s.tilted(lean, x, y):
            blob(s, [(x - 34, y), (x, y - 17), (x + 36, y), (x, y + 17)],
                 s.dice.choice(("deep", "deep", "mid")))
            s.line([(x - 30, y), (x + 28, y)], 3, "night")
    for x, y, r, skin in ((250, 570, 78, "mid"), (470, 420, 92, "hot"), (440, 670, 70, "hot"),
                          (720, 220, 84, "hot"), (960, 250, 74, "mid"), (1170, 400, 96, "hot"),
                          (1350, 560, 86, "deep")):
        apple(s, x, y, r, skin, "deep", "night")
        s.line(smooth([(x + 6, y - r), (x + r * .9, y - r * .4), (x + r * 1.15, y + r * .5)]), 4,
               "night")
        with s.tilted(12, x + r, y + r):
            s.polygon([(x + r * .9, y + r * .6), (x + r * 1.5, y + r * .6),
                       (x + r * 1.5, y + r * 1.5), (x + r * .9, y + r * 1.5)], "paper")
            for k in (.86, 1.06, 1.26):
                s.line([(x + r, y + r * k), (x + r * 1.4, y + r * k)], 4, "night")
    s.line([(1190, 960), (1060, 500)], 17, "hot")
    s.line([(1290, 960), (1120, 500)], 17, "hot")
    for k in range(7):
        y = 920 - k * 62
        s.line([(1190 - (960 - y) * .283, y), (1290 - (960 - y) * .37, y)], 13, "hot")
    s.polygon([(320, 900), (560, 900), (530, 984), (350, 984)], "hot")
    for k in range(4):
        apple(s, 360 + k * 56, 880 - k % 2 * 22, 36, ("mid", "paper")[k % 2], "deep", "night")
    s.polygon([(320, 900), (560, 900), (530, 984), (350, 984)], "night", .35)
    grass(s, -10, 1610, 1010, 90, "deep")
