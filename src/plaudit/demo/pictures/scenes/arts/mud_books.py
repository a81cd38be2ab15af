"""Mud books."""

from plaudit.demo.pictures.land import blob, cloud, ridge, ripples, sky, smooth, sun
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import book

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale", (.4, 1))
    sun(s, 1230, 210, 110)
    cloud(s, 380, 180, 360, "paper")
    ridge(s, [420, 400, 410, 380, 400, 390, 410], "mid", .6)
    ripples(s, 420, 470, 20, "deep")
    for i, (ink, tone) in enumerate((("mid", 1), ("deep", 1), ("mid", .8), ("deep", .8),
                                     ("night", 1))):
        y = 470 + i * 112
        heights = [y + s.dice.uniform(-18, 18) for _ in range(8)]
        ridge(s, heights, "mid" if tone != 1 else ink)
        if tone != 1:
            ridge(s, heights, "night", .22 + i * .08, over=True)
        for _ in range(16):
            x, d = s.dice.uniform(0, 1600), y + s.dice.uniform(30, 100)
            if i % 2:
                s.disc(x, d, s.dice.uniform(4, 14), "pale", high=7)
            else:
                s.line(smooth([(x, d), (x + 16, d - 9), (x + 34, d + 6), (x + 50, d - 3)], 5), 6,
                       "hot" if s.dice.random() < .3 else "pale")
    x = 520
    for i, (cover, thick, long, lean) in enumerate((("night", 76, 560, 0), ("hot", 62, 500, 34),
                                                    ("pale", 84, 540, 10), ("deep", 52, 440, 62),
                                                    ("hot", 74, 520, 18), ("paper", 56, 410, 70),
                                                    ("night", 66, 470, 36))):
        foot = 940 - sum((76, 62, 84, 52, 74, 56, 66)[:i])
        book(s, x + lean, foot, long, thick, cover, {"night": "hot", "hot": "night",
                                                     "pale": "deep", "deep": "pale",
                                                     "paper": "mid"}[cover])
        s.line([(x + lean, foot), (x + lean + long, foot)], 5, "night")
    _heron(s, 800, 470)
    s.polygon(smooth([(1260, 780), (1256, 900), (1290, 936), (1420, 940), (1430, 900), (1360, 876),
                      (1350, 780)]), "hot")
    s.box(1250, 770, 1362, 800, "night")
    s.line([(1270, 932), (1426, 936)], 13, "night")
    s.disc(240, 830, 66, "pale", high=60)
    for r in (50, 34, 18):
        s.disc(240 + (50 - r) * .2, 830, r, "night", high=r * .9)
        s.disc(240 + (50 - r) * .2, 830, r - 7, "pale", high=r * .9 - 7)


def _heron(s: Sheet, x: float, foot: float) -> None:
    for k in (-14, 22):
        s.line([(x + k, foot), (x + k, foot - 130)], 8, "night")
        s.line([(x + k - 20, foot), (x + k + 26, foot)], 7, "night")
    blob(s, [(x - 130, foot - 110), (x - 60, foot - 210), (x + 40, foot - 220),
             (x + 80, foot - 170), (x + 30, foot - 120), (x - 50, foot - 104)], "paper")
    blob(s, [(x - 150, foot - 96), (x - 70, foot - 180), (x + 20, foot - 196),
             (x - 20, foot - 130)], "deep")
    s.line(smooth([(x + 56, foot - 180), (x + 110, foot - 220), (x + 60, foot - 280),
                   (x + 90, foot - 330)]), 28, "paper")
    s.disc(x + 98, foot - 336, 25, "paper")
    s.polygon([(x + 110, foot - 348), (x + 224, foot - 324), (x + 112, foot - 320)], "hot")
    s.line(smooth([(x + 110, foot - 346), (x + 70, foot - 358), (x + 20, foot - 340)]), 9, "night")
    s.disc(x + 106, foot - 340, 5, "night")
