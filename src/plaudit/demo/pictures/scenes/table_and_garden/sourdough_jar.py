"""Sourdough jar."""

from plaudit.demo.pictures.land import blob, sky, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import jar

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901


def draw(s: Sheet) -> None:
    sky(s, "deep")
    for x in range(0, 1640, 100):
        for y in range(20, 760, 110):
            with s.tilted(45, x + y % 220 / 2.2, y):
                s.box(x + y % 220 / 2.2 - 17, y - 17, x + y % 220 / 2.2 + 17, y + 17, "mid", .5)
    s.box(-20, 760, 1620, 1020, "night")
    s.box(-20, 744, 1620, 772, "mid")
    s.disc(800, 940, 760, "hot", high=110)
    s.disc(800, 940, 700, "pale", high=92)
    s.disc(800, 940, 660, "hot", .7, high=78)
    for x, y, w, h in ((210, 90, 300, 380), (1130, 130, 240, 300)):
        s.box(x - 12, y - 12, x + w + 12, y + h + 12, "night")
        s.box(x, y, x + w, y + h, "hot")
        s.box(x + 26, y + 26, x + w - 26, y + h - 26, "pale")
        blob(s, [(x + 50, y + h - 28), (x + 60, y + h * .66), (x + w / 2, y + h * .58),
                 (x + w - 60, y + h * .66), (x + w - 50, y + h - 28)], "night")
        s.disc(x + w / 2, y + h * .4, w * .18, "paper", high=w * .22)
        s.line([(x + w * .4, y + h * .47), (x + w / 2, y + h * .45), (x + w * .6, y + h * .47)],
               10, "night")
        for k in (.43, .57):
            s.disc(x + w * k, y + h * .38, 5, "night")
    blob(s, [(420, 900), (400, 560), (460, 330), (620, 250), (800, 236), (980, 250), (1140, 330),
             (1200, 560), (1180, 900)], "hot")
    for row in range(3):
        for k in range(4 - row % 2):
            x, y = 590 + k * 140 + row % 2 * 70, 380 + row * 100
            s.disc(x, y, 13, "night")
            for f in (-1, 1):
                s.line(smooth([(x, y), (x + f * 34, y + 40), (x + f * 70, y + 100)], 5), 4,
                       "night", .7)
    blob(s, [(330, 900), (320, 640), (380, 560), (470, 570), (510, 660), (510, 900)], "hot")
    blob(s, [(1270, 900), (1280, 640), (1220, 560), (1130, 570), (1090, 660), (1090, 900)], "hot")
    for x in (410, 1190):
        s.disc(x, 630, 54, "night", .5, high=48, over=True)
    s.polygon([(470, 760), (1130, 760), (1150, 880), (450, 880)], "hot")
    s.polygon([(470, 790), (1130, 790), (1150, 900), (450, 900)], "night", .5, over=True)
    for x in (400, 1200):
        s.line([(x, 900), (x + (12 if x > 800 else -12), 970)], 34, "night")
    jar(s, 800, 810, 470, "night", "pale", "night", .86)
    jar(s, 800, 800, 450, "pale", "hot", "pale", .84)
    s.box(676, 426, 924, 790, "pale")
    for _ in range(46):
        s.disc(s.dice.uniform(694, 906), s.dice.uniform(470, 776), s.dice.uniform(5, 22),
               s.dice.choice(("paper", "mid")), s.dice.choice((1, .5)))
    s.line([(664, 800), (664, 470), (690, 420)], 9, "night")
    s.line([(936, 800), (936, 470), (910, 420)], 9, "night")
    s.line([(664, 800), (936, 800)], 11, "night")
    for grow, ink in ((9, "night"), (0, "paper")):
        g = grow
        blob(s, [(620 - g, 430), (670, 350 - g), (740, 340 - g), (800, 290 - g), (880, 330 - g),
                 (950, 360 - g), (990 + g, 440), (984 + g, 560), (956, 640 + g), (922 - g, 560),
                 (900, 470 + g), (820, 450 + g), (760, 480 + g), (736, 560 + g), (706, 480 + g),
                 (690, 540), (672, 720 + g), (636 - g, 600)], ink)
    for x, y, r in ((700, 400, 20), (800, 350, 17), (870, 400, 26), (950, 480, 14), (656, 500, 12),
                    (760, 420, 12)):
        s.disc(x, y, r, "mid", .6)
        s.disc(x - 5, y - 5, r * .5, "paper")
    with s.tilted(-16, 830, 250):
        s.box(700, 222, 960, 290, "night")
        s.box(708, 230, 952, 282, "mid")
    s.line(smooth([(690, 540), (760, 610), (840, 610), (912, 540)]), 8, "night")
    s.disc(800, 646, 32, "night")
    s.disc(800, 646, 18, "paper")
    s.box(792, 670, 808, 750, "night")
    s.box(808, 716, 836, 728, "night")
    s.box(808, 738, 830, 750, "night")
