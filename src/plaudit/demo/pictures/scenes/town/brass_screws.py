"""Brass screws."""

from plaudit.demo.pictures.land import blob, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "deep")
    for row in range(4):
        top = 40 + row * 245
        s.box(-20, top, 1620, top + 212, "pale")
        for k in range(9):
            y = top + 18 + k * 23
            bow = s.dice.uniform(-9, 9)
            s.line(smooth([(-20, y), (400, y + bow), (900, y - bow), (1620, y + bow / 2)]), 3,
                   "mid")
        for x in (250, 1350):
            s.disc(x, top + 106, 56, "night", .5, over=True)
            s.disc(x, top + 104, 46, "night")
            s.disc(x, top + 104, 42, "hot")
            s.line([(x - 32, top + 104), (x + 32, top + 104)], 11, "night")
        s.box(-20, top + 212, 1620, top + 226, "night")
    for x, y in ((640, 388), (1010, 640)):
        blob(s, [(x - 70, y), (x, y - 26), (x + 80, y), (x, y + 28)], "mid")
        blob(s, [(x - 34, y), (x, y - 12), (x + 40, y), (x, y + 13)], "deep")
    with s.tilted(-34, 800, 520):
        s.polygon([(430, 546), (1240, 546), (1300, 580), (430, 600)], "night", .5, over=True)
        s.box(640, 500, 1180, 524, "night")
        s.polygon([(1176, 496), (1236, 484), (1236, 540), (1176, 528)], "night")
        blob(s, [(240, 470), (300, 440), (470, 446), (560, 470), (640, 480), (640, 544),
                 (560, 554), (470, 578), (300, 584), (240, 554)], "hot")
        for y in (474, 512, 550):
            s.line([(290, y), (540, y)], 6, "night")
        s.box(630, 484, 668, 540, "night")
    with s.tilted(12, 1150, 830):
        s.box(960, 800, 1640, 862, "hot")
        for i in range(34):
            s.line([(970 + i * 20, 800), (970 + i * 20, 824 if i % 5 else 842)], 4, "night")
