"""Otter."""

from plaudit.demo.pictures.land import blob, reeds, ridge, ripples, sky, smooth, sun
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "hot", .5)
    sky(s, "pale", (1, .15), bottom=420)
    sun(s, 420, 330, 130)
    ridge(s, [360, 320, 350, 300, 340, 310, 350], "mid")
    s.box(-20, 400, 1620, 1020, "deep")
    s.box(-20, 400, 1620, 640, "mid", (.9, 0))
    for i in range(16):
        half = 150 - i * 5 + i % 3 * 30
        s.line([(420 - half, 420 + i * 24), (420 + half, 420 + i * 24)], 7, "hot")
    for wide in (640, 560, 480):
        s.disc(840, 740, wide, "mid", .8 if wide != 560 else 1, high=wide * .2)
        s.disc(840, 740, wide - 14, "deep", high=wide * .2 - 9)
    _otter(s)
    reeds(s, -10, 240, 1010, 460, "night")
    reeds(s, 1360, 1610, 1010, 640, "night")
    ripples(s, 860, 1000, 22, "pale")


def _otter(s: Sheet) -> None:
    s.line(smooth([(1180, 740), (1320, 756), (1420, 716), (1500, 690)]), 44, "night")
    blob(s, [(440, 700), (560, 650), (800, 630), (1040, 650), (1200, 710), (1220, 760),
             (1060, 790), (760, 800), (500, 780)], "night")
    blob(s, [(560, 690), (720, 656), (960, 654), (1100, 700), (960, 742), (720, 748)], "pale")
    blob(s, [(1130, 690), (1180, 610), (1230, 590), (1240, 640), (1210, 700)], "night")
    blob(s, [(1180, 730), (1250, 650), (1296, 640), (1290, 690), (1240, 744)], "night")
    s.disc(440, 660, 132, "night", high=118)
    blob(s, [(320, 690), (340, 620), (420, 590), (500, 640), (500, 720), (420, 750), (340, 740)],
         "pale")
    for x, y in ((356, 560), (530, 580)):
        s.disc(x, y, 32, "night")
        s.disc(x, y, 15, "mid")
    s.disc(390, 660, 32, "night", high=22)
    for x, y in ((356, 628), (446, 628)):
        s.line(smooth([(x - 20, y), (x, y - 13), (x + 20, y)]), 8, "night")
    s.line(smooth([(390, 680), (374, 704), (346, 702)]), 6, "night")
    s.line(smooth([(390, 680), (412, 706), (440, 700)]), 6, "night")
    for k in (-14, 4, 22):
        s.line([(470, 680 + k), (600, 650 + k * 2.4)], 4, "paper")
        s.line([(320, 684 + k), (210, 664 + k * 2.4)], 4, "paper")
    fish = [(640, 620), (720, 570), (830, 570), (920, 612), (980, 570), (974, 660), (920, 630),
            (830, 664), (720, 668)]
    s.polygon(smooth(fish, closed=True), "hot")
    s.disc(690, 610, 9, "night")
    for x in (760, 810, 860):
        s.line(smooth([(x, 586), (x + 16, 616), (x, 648)]), 5, "night")
    s.line(smooth([(600, 720), (650, 690), (700, 650)]), 46, "night")
    s.line(smooth([(860, 740), (860, 700), (830, 656)]), 46, "night")
