"""Book with letter."""

from plaudit.demo.pictures.land import blob, ridge, sky, smooth, stars, sun
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "deep", (0, .8))
    stars(s, 70, 420, "pale")
    sun(s, 800, 330, 190)
    ridge(s, [1200, 640, 470, 430, 480, 620, 1200], "mid")
    ridge(s, [1200, 800, 590, 520, 560, 760, 1200], "deep")
    for x, y in ((480, 610), (560, 560), (1070, 556), (1150, 640)):
        s.line([(x, y), (x, y - 70)], 8, "night")
        blob(s, [(x, y - 150), (x + 32, y - 80), (x + 22, y - 40), (x - 22, y - 40),
                 (x - 32, y - 80)], "night")
    s.polygon(smooth([(770, 470), (720, 540), (860, 600), (640, 690), (600, 800)],
                     14) + smooth([(1000, 800), (920, 690), (960, 600), (800, 540), (800, 470)],
                                  14), "paper")
    for k in range(7):
        y = 560 + k * 36
        s.line(smooth([(740 + k * 4, y), (790, y + 7), (840, y), (880 + k * 8, y + 6)]), 4, "mid")
    s.disc(800, 950, 720, "night", .7, high=46, over=True)
    s.polygon(smooth([(90, 940), (110, 740), (300, 700), (560, 710), (800, 780)],
                     12) + smooth([(800, 780), (1040, 710), (1300, 700), (1490, 740), (1510, 940)],
                                  12) + smooth([(1510, 940), (1200, 900), (1000, 910), (800, 960)],
                                               12) + smooth([(800, 960), (600, 910), (400, 900),
                                                             (90, 940)], 12), "hot")
    for lift in (22, 10, 0):
        left = smooth([(800, 776 - lift), (640, 716 - lift), (420, 690 - lift), (150, 740 - lift)],
                      12)
        low = smooth([(130, 910 - lift), (400, 872 - lift), (640, 882 - lift), (800, 940 - lift)],
                     12)
        s.polygon([*left, *low], "paper" if lift % 20 == 0 or lift == 22 else "mid")
        right = [(1600 - x, y) for x, y in left]
        s.polygon([*right, *((1600 - x, y) for x, y in low)],
                  "paper" if lift % 20 == 0 or lift == 22 else "mid")
    for k in range(5):
        y = 732 + k * 30
        s.line(smooth([(240, y + 10), (400, y - 10), (560, y + 2), (660, y + 24)]), 5, "mid")
        s.line(smooth([(1360, y + 10), (1200, y - 10), (1040, y + 2), (940, y + 24)]), 5, "mid")
    s.polygon([(780, 750), (800, 760), (820, 750), (812, 930), (800, 936), (788, 930)], "deep", .5)
    with s.tilted(-11, 800, 770):
        s.box(662, 690, 950, 880, "night", .5, over=True)
        s.box(650, 676, 938, 866, "pale")
        s.line([(650, 676), (794, 790), (938, 676)], 5, "deep")
        s.line([(650, 676), (938, 676), (938, 866), (650, 866), (650, 676)], 5, "deep")
        s.disc(794, 786, 30, "hot")
        s.disc(794, 786, 17, "night", .4, over=True)
