"""Radio in pieces."""

from plaudit.demo.pictures.land import blob, sky, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901, PLR0912


def draw(s: Sheet) -> None:
    sky(s, "pale")
    for x in range(40, 1600, 60):
        for y in range(40, 800, 60):
            s.disc(x, y, 5, "mid")
    s.box(-20, 820, 1620, 1020, "deep")
    s.box(-20, 820, 1620, 842, "night")
    for k in range(6):
        s.line(smooth([(-20, 870 + k * 26), (600, 864 + k * 26), (1100, 876 + k * 26),
                       (1620, 868 + k * 26)]), 3, "night")
    s.polygon([(120, 846), (1480, 846), (1560, 960), (40, 960)], "paper")
    for k in range(1, 12):
        s.line([(120 + k * 113, 846), (40 + k * 127, 960)], 5, "hot")
    frame = smooth([(180, 300), (180, 170), (240, 120), (460, 110), (680, 120), (740, 170),
                    (740, 300), (740, 480), (720, 520), (200, 520), (180, 480)], closed=True)
    s.polygon(frame, "night")
    s.polygon([(460 + (x - 460) * .93, 320 + (y - 320) * .9) for x, y in frame], "mid")
    s.disc(360, 310, 132, "night")
    s.disc(360, 310, 118, "pale")
    for r in (100, 80, 60, 40, 20):
        s.disc(360, 310, r, "night")
        s.disc(360, 310, r - 9, "pale")
    s.box(520, 200, 700, 300, "night")
    s.box(530, 210, 690, 290, "paper")
    for k in range(9):
        s.line([(544 + k * 17, 280), (544 + k * 17, 260 - k % 2 * 14)], 4, "night")
    s.line([(620, 212), (620, 288)], 6, "hot")
    for i, x in enumerate((560, 660)):
        s.disc(x, 400, 46, "night")
        s.disc(x, 400, 38, "hot")
        s.line([(x, 400), (x + 20 - i * 40, 372)], 9, "paper")
    for i, x in enumerate((880, 1010, 1140)):
        high = 190 + i % 2 * 40
        s.box(x - 34, 330, x + 34, 372, "night")
        for k in (-20, 0, 20):
            s.line([(x + k, 372), (x + k, 400)], 5, "night")
        blob(s, [(x - 34, 330), (x - 44, 330 - high * .5), (x - 30, 330 - high * .86),
                 (x, 330 - high), (x + 30, 330 - high * .86), (x + 44, 330 - high * .5),
                 (x + 34, 330)], "hot", .45)
        s.box(x - 16, 330 - high * .66, x + 16, 322, "night")
        s.line(smooth([(x - 30, 330 - high * .4), (x - 32, 330 - high * .6),
                       (x - 20, 330 - high * .8)]), 6, "paper")
    _coil(s, 1290, 160, 220)
    s.box(1270, 300, 1510, 420, "night")
    for k in range(7):
        s.box(1284 + k * 32, 312, 1304 + k * 32, 408, "mid")
    for i in range(8):
        x, y = 850 + i * 92, 520
        s.line([(x - 40, y), (x + 40, y)], 4, "night")
        s.box(x - 24, y - 13, x + 24, y + 13, "pale" if i % 2 else "mid")
        for k, ink in enumerate(("night", "hot", "deep")):
            s.box(x - 16 + k * 12, y - 13, x - 10 + k * 12, y + 13, ink)
    for i in range(14):
        x, y = 190 + i * 96, 620 + i % 2 * 22
        s.disc(x, y, 19, "night")
        s.disc(x, y, 15, "mid" if i % 3 else "hot")
        s.line([(x - 10, y - 4 + i % 3 * 4), (x + 10, y + 4 - i % 3 * 4)], 4, "night")
    s.line(smooth([(180, 730), (420, 700), (600, 760), (800, 720), (980, 750)]), 10, "hot")
    s.box(970, 724, 1060, 776, "night")
    for y in (738, 762):
        s.line([(1060, y), (1092, y)], 9, "mid")
    with s.tilted(-8, 1300, 740):
        s.polygon([(1150, 728), (1210, 736), (1210, 744), (1150, 752)], "night")
        s.box(1206, 728, 1330, 752, "mid")
        s.box(1330, 720, 1480, 760, "hot")


def _coil(s: Sheet, x: float, y: float, long: float) -> None:
    s.box(x - 30, y - 14, x + long + 20, y + 14, "night")
    for k in range(12):
        s.line(smooth([(x + k * long / 12, y + 44), (x + k * long / 12 + 4, y),
                       (x + k * long / 12 + 12, y - 44)]), 10, "hot")
