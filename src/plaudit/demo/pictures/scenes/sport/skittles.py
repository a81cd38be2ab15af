"""Skittles."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import cloud, grass, ridge, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale", (.8, .2))
    cloud(s, 480, 130, 320, "paper")
    ridge(s, [400, 360, 380, 340, 370, 350, 380], "mid", .6)
    s.box(120, 210, 560, 480, "paper")
    s.polygon([(90, 216), (150, 110), (530, 110), (590, 216)], "deep")
    for x in (170, 290, 450):
        s.box(x, 260, x + 66, 330, "night")
        s.line([(x + 33, 260), (x + 33, 330)], 5, "paper")
    s.box(300, 370, 370, 480, "hot")
    s.line([(660, 500), (660, 200), (760, 200)], 13, "night")
    s.box(690, 220, 830, 330, "hot")
    s.disc(760, 275, 40, "paper")
    s.polygon([(728, 282), (792, 282), (780, 300), (740, 300)], "night")
    s.line([(760, 280), (760, 246)], 5, "night")
    s.polygon([(764, 248), (786, 276), (764, 276)], "night")
    s.polygon([(1290, 480), (1290, 220), (1350, 120), (1410, 220), (1410, 480)], "mid")
    s.polygon([(1280, 226), (1350, 60), (1420, 226)], "night")
    s.box(1410, 320, 1600, 480, "mid")
    s.polygon([(1400, 326), (1440, 250), (1640, 250), (1640, 326)], "night")
    ridge(s, [480, 470, 476, 468, 474, 470, 480], "mid")
    ridge(s, [620, 560, 540, 530, 540, 560, 600], "deep")
    s.disc(860, 760, 560, "mid", high=190)
    s.disc(860, 760, 560, "paper", .12, high=190)
    for x, y, tilt, high in ((860, 690, 0, 330), (560, 760, -52, 250), (700, 660, -18, 250),
                             (1060, 650, 24, 250), (1190, 740, 58, 250), (1080, 860, 80, 250),
                             (650, 880, -78, 250), (960, 640, 8, 240)):
        s.disc(x, y + 8, 62, "night", .6, high=14, over=True)
        with s.tilted(tilt, x, y):
            _pin(s, x, y, high, "hot" if high == 330 else "paper")
    for k in range(4):
        s.line(smooth([(80 + k * 40, 900 - k * 12), (240 + k * 60, 850 - k * 10),
                       (380 + k * 40, 850 - k * 16)], 6), 10, "paper")
    s.disc(500, 850, 108, "night", high=92)
    s.disc(492, 836, 108, "hot", high=92)
    s.disc(492, 836, 84, "night", .3, high=70, over=True)
    for k in (60, 40, 18):
        s.line([(492 + k * cos(i * pi / 14), 836 + k * .84 * sin(i * pi / 14)) for i in range(29)],
               5, "night")
    grass(s, -10, 1610, 1010, 70, "night")


def _pin(s: Sheet, x: float, foot: float, high: float, wood: str) -> None:
    w = high * .15
    s.polygon(smooth([(x - w * .8, foot), (x - w * 1.25, foot - high * .36),
                      (x - w * .46, foot - high * .72), (x - w * .6, foot - high * .9),
                      (x, foot - high), (x + w * .6, foot - high * .9),
                      (x + w * .46, foot - high * .72), (x + w * 1.25, foot - high * .36),
                      (x + w * .8, foot)]), wood)
    s.polygon(smooth([(x + w * .2, foot), (x + w * .7, foot - high * .36),
                      (x + w * .1, foot - high * .72), (x + w * .46, foot - high * .72),
                      (x + w * 1.25, foot - high * .36), (x + w * .8, foot)]), "night", .4,
              over=True)
    for k in (.66, .74):
        s.line([(x - w * .52, foot - high * k), (x + w * .52, foot - high * k)], high * .022,
               "night")
