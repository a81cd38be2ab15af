"""Regatta."""

from plaudit.demo.pictures.land import blob, cloud, ridge, ripples, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale", (1, .3))
    cloud(s, 1120, 130, 340, "paper")
    cloud(s, 300, 170, 260, "paper")
    ridge(s, [330, 290, 320, 270, 310, 290, 320], "mid", .6)
    for x in range(0, 1640, 74):
        s.line([(x, 330), (x, 240)], 4, "night")
        s.polygon([(x, 240), (x + 50, 252), (x, 268)], ("hot", "paper")[x // 74 % 2])
    s.box(-20, 330, 1620, 400, "deep")
    for x in range(-10, 1620, 26):
        s.disc(x, 344 + s.dice.uniform(-12, 16), 14,
               s.dice.choice(("pale", "night", "hot", "paper", "mid")))
    s.box(-20, 384, 1620, 1020, "deep")
    s.box(-20, 384, 1620, 700, "mid", (.9, 0))
    ripples(s, 420, 1000, 90, "pale")
    _shell(s, 330, 500, 360, "night")
    _shell(s, 190, 640, 430, "hot")
    s.line([(1430, 400), (1430, 1010)], 8, "paper")
    for k in range(10):
        s.disc(1430, 440 + k * 66, 20, ("hot", "paper")[k % 2])
    s.disc(1040, 860, 380, "night", .5, high=26, over=True)
    s.box(930, 420, 1120, 800, "pale")
    s.box(1120, 420, 1170, 800, "mid")
    s.polygon([(912, 424), (1180, 424), (1160, 388), (930, 388)], "night")
    for x in (944, 1032):
        s.line([(x, 446), (x + 74, 446), (x + 74, 780), (x, 780), (x, 446)], 5, "night")
    s.disc(1010, 620, 8, "night")
    s.disc(1042, 620, 8, "night")
    for x, shirt in ((800, "hot"), (1290, "paper")):
        blob(s, [(x - 56, 800), (x - 50, 690), (x, 660), (x + 50, 690), (x + 56, 800)], shirt)
        s.disc(x + 10, 618, 44, "pale", high=50)
        s.polygon([(x - 44, 606), (x - 34, 566), (x + 44, 562), (x + 84, 604)], "night")
        s.line([(x + 20, 710), (x + 74, 744), (x + 40, 776)], 26, shirt)
        s.line([(x + 44, 772), (x - 130, 930)], 13, "paper")
        blob(s, [(x - 120, 910), (x - 190, 950), (x - 200, 990), (x - 150, 970), (x - 106, 934)],
             "paper")
    hull = smooth([(650, 770), (700, 860), (800, 902), (1080, 908), (1280, 890), (1400, 800),
                   (1440, 752)])
    s.polygon([*hull, (1300, 790), (900, 800)], "night")
    for k in range(3):
        s.line(smooth([(680 + k * 20, 806 + k * 30), (860, 830 + k * 28), (1180, 832 + k * 26),
                       (1390 - k * 40, 790 + k * 34)]), 5, "mid")
    for k in range(6):
        s.line(smooth([(560 - k * 26, 850 + k * 22), (640 - k * 30, 866 + k * 20),
                       (700 - k * 30, 900 + k * 16)], 5), 7, "paper")


def _shell(s: Sheet, x: float, y: float, long: float, shirt: str) -> None:
    s.polygon([(x - long * .5, y), (x + long * .6, y), (x + long * .7, y - 10),
               (x + long * .5, y + 22), (x - long * .4, y + 22), (x - long * .6, y - 8)], "paper")
    for k in (-.2, .14):
        a = x + long * k
        s.line([(a, y - 6), (a - 44, y - 80)], 46, shirt)
        s.disc(a - 56, y - 130, 25, "pale", high=28)
        s.line([(a - 40, y - 86), (a + 40, y - 60)], 17, "pale")
        s.line([(a + 44, y - 64), (a - 110, y + 54)], 8, "night")
        s.polygon([(a - 96, y + 34), (a - 146, y + 58), (a - 140, y + 78), (a - 90, y + 58)], "hot")
