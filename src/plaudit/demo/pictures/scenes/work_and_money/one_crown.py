"""One crown."""

from plaudit.demo.pictures.land import sky, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import bars, coin
from plaudit.demo.pictures.town import terrace

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale")
    sky(s, "mid", (.5, 0), bottom=520)
    terrace(s, -30, 1640, 620, 260, 380, ("mid", "pale", "deep"), "night", light="paper", lit=.7)
    for i in range(6):
        x = 0 + i * 280
        s.box(x, 480, x + 240, 700, "night")
        s.box(x + 14, 520, x + 150, 690, "paper")
        for k in range(6):
            s.polygon([(x - 8 + k * 42, 450), (x + 34 + k * 42, 450), (x + 38 + k * 42, 526),
                       (x - 12 + k * 42, 526)], ("hot",
                                                 "paper")[k % 2] if i % 2 else ("deep",
                                                                                "paper")[k % 2])
            s.disc(x + 12 + k * 43, 526, 21, ("hot",
                                              "paper")[k % 2] if i % 2 else ("deep",
                                                                             "paper")[k % 2],
                   high=14)
        for k in range(3):
            s.disc(x + 46 + k * 40, 660, 20, ("hot", "deep", "mid")[k])
    s.box(-20, 700, 1620, 1020, "paper")
    s.box(-20, 696, 1620, 708, "night")
    for i, (tone, high) in enumerate((("hot", 44), ("deep", 30), ("mid", 21), ("night", 12))):
        y = 740 + i * 66
        s.polygon(smooth([(-20, y), (400, y + 4), (800, y - 10 + i * 6), (1060, y + 6 - i * 30)],
                         12) + smooth([(1060, y + high + 6 - i * 30), (800, y + high - 10 + i * 6),
                                       (400, y + high + 4), (-20, y + high)], 12), tone)
    bars(s, 60, 980, 560, (60, 110, 86, 150, 122, 190, 160, 240), "night")
    bars(s, 48, 972, 560, (60, 110, 86, 150, 122, 190, 160, 240), "hot")
    s.disc(1160, 930, 300, "night", .6, high=34, over=True)
    with s.tilted(14, 1150, 650):
        coin(s, 1180, 650, 290, "night", "night")
        coin(s, 1150, 650, 290, "mid", "night")
        s.line(smooth([(930, 540), (980, 450), (1070, 410)]), 14, "paper")
