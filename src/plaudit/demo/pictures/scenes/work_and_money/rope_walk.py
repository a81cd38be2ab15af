"""Rope walk."""

from plaudit.demo.pictures.figures import head, limbs
from plaudit.demo.pictures.land import blob, sky
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    sky(s, "mid")
    s.polygon([(-20, -20), (1620, -20), (850, 400), (750, 400)], "deep")
    s.polygon([(-20, 1020), (1620, 1020), (850, 520), (750, 520)], "pale")
    s.polygon([(-20, 1020), (1620, 1020), (850, 520), (750, 520)], "mid", (0, .55))
    for i in range(11):
        k = .052 + (i / 10) ** 2.2 * 1.02
        left, right, top, foot = 800 - 820 * k, 800 + 820 * k, 460 - 480 * k, 460 + 500 * k
        width = max(3, 46 * k)
        for x, lean in ((left, 1), (right, -1)):
            s.line([(x, foot), (x, top)], width, "night")
            s.line([(x, top + 130 * k), (x + lean * 170 * k, top - 10 * k)], width * .6, "night")
        s.line([(left, top), (800, top - 190 * k), (right, top)], width, "night")
        s.line([(left, top), (right, top)], width * .8, "night")
    for i in range(9):
        k, far = .09 + (i / 8) ** 2.2 * .9, .075 + (i / 8) ** 2.2 * .74
        for lean in (-1, 1):
            s.polygon([(800 + lean * 812 * k, 460 - 130 * k),
                       (800 + lean * 812 * far, 460 - 130 * far),
                       (800 + lean * 812 * far, 460 + 130 * far),
                       (800 + lean * 812 * k, 460 + 130 * k)], "paper")
    s.box(752, 400, 848, 520, "paper")
    s.glow(800, 462, 330, "paper", .9)
    for x, y in ((640, 760), (800, 790), (960, 760)):
        s.line([(800 + (x - 800) * .08, 480), (x, y)], 11, "hot")
    s.line([(640, 760), (560, 880)], 20, "hot")
    for i in range(18):
        t = i / 17
        s.line([(640 - 80 * t - 10, 760 + 120 * t), (640 - 80 * t + 12, 760 + 120 * t + 10)], 3,
               "night")
    _walker(s, 560, 880, "night", "hot", 1)
    _walker(s, 1020, 860, "deep", "paper", -1)
    s.line([(960, 760), (1000, 700)], 11, "hot")
    for i, (x, y, r) in enumerate(((220, 900, 120), (220, 846, 112), (1420, 910, 140))):
        for k in range(4):
            s.disc(x, y - k * 15, r - k * 9, "night", high=(r - k * 9) * .3)
            s.disc(x, y - k * 15, r - k * 9 - 6, "hot" if i != 1 else "pale",
                   high=(r - k * 9) * .3 - 4)
        s.disc(x, y - 50, r * .34, "night", high=r * .1)


def _walker(s: Sheet, x: float, y: float, coat: str, apron: str, facing: int) -> None:
    limbs(s, (x - facing * 20, y - 130), (90 + facing * 24, 90), 90, 34, "night")
    limbs(s, (x + facing * 6, y - 130), (90 - facing * 22, 90 + facing * 6), 90, 34, "night")
    blob(s, [(x - 62, y - 350), (x, y - 376), (x + 56, y - 350), (x + 62, y - 210),
             (x + 52, y - 110), (x - 60, y - 110), (x - 68, y - 210)], coat)
    s.polygon([(x + facing * 6, y - 290), (x + facing * 58, y - 280), (x + facing * 58, y - 90),
               (x - facing * 12, y - 90)], apron)
    limbs(s, (x - facing * 6, y - 330), (90 - facing * 30, 90 - facing * 84), 84, 34, coat)
    head(s, x + facing * 8, y - 420, 42, "pale", "night")
