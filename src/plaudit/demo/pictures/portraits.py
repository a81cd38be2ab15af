"""Faces for the authors: six cuts of hair, four of glasses, and a collar."""

from math import cos, pi, sin

from plaudit.demo.pictures.inks import ARTS, RIVER, SPORT, TABLE, TOWN, WORK, Palette
from plaudit.demo.pictures.land import blob, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A picture is one long list of strokes.
# fmt: off
# ruff: noqa: C901

# Who: palette, skin and its tone, hair, ground, coat, cut, extras.
FACES: dict[str, tuple[Palette, str, str, str, str, str, tuple[str, ...]]] = {
    "marit-oyelaran": (TOWN, "deep", "night", "hot", "paper", "crown", ("earrings",)),
    "tobias-fennimore": (TOWN, "pale", "deep", "mid", "night", "bald", ("glasses", "moustache",
                                                                        "tie")),
    "rosalind-achterberg": (ARTS, "paper", "pale", "deep", "night", "bun", ("glasses", "earrings")),
    "hamid-zarrinpour": (RIVER, "pale", "night", "mid", "hot", "short", ("beard",)),
    "dev-ramdhanie-pike": (WORK, "mid", "night", "hot", "paper", "quiff", ("glasses", "tie")),
    "sunniva-castellane": (ARTS, "paper", "night", "hot", "deep", "bob", ("earrings",)),
    "kitty-osgathorpe": (SPORT, "paper", "hot", "mid", "night", "ponytail", ("freckles",)),
    "leopold-nakashima": (TABLE, "pale", "night", "hot", "deep", "short", ("hat", "moustache")),
    "beatrix-sollow": (TOWN, "paper", "hot", "deep", "night", "curls", ("brow",)),
    "yusra-haddad-lowe": (RIVER, "paper", "deep", "hot", "night", "scarf", ()),
}


def sitter(s: Sheet, who: str) -> None:
    """Drawn in the middle 1000 × 1000 of the sheet, which is what a square crop keeps."""
    _, skin, hair, ground, coat, cut, extras = FACES[who]
    s.box(-20, -20, 1620, 1020, ground)
    for i in range(28):
        a, b = i * pi / 14, (i + .5) * pi / 14
        s.polygon([(800, 470), (800 + 1200 * cos(a), 470 + 1200 * sin(a)),
                   (800 + 1200 * cos(b), 470 + 1200 * sin(b))], "paper", .16)
    _behind(s, hair, cut)
    blob(s, [(380, 1040), (400, 880), (560, 790), (800, 770), (1040, 790), (1200, 880),
             (1220, 1040)], coat)
    s.polygon(smooth([(700, 640), (700, 790), (800, 860), (900, 790), (900, 640)]), skin)
    s.polygon(smooth([(706, 690), (800, 770), (894, 690), (896, 730), (800, 800), (704, 730)]),
              "night", .45, over=True)
    for f in (-1, 1):
        s.polygon([(800, 872), (800 + f * 150, 770), (800 + f * 210, 830), (800 + f * 100, 960)],
                  "paper" if coat != "paper" else "mid")
        s.disc(800 + f * 206, 500, 40, skin, high=54)
    s.polygon(smooth([(800, 220), (950, 270), (1000, 440), (970, 600), (890, 700), (800, 730),
                      (710, 700), (630, 600), (600, 440), (650, 270)], closed=True), skin)
    s.polygon(smooth([(890, 250), (1000, 440), (970, 600), (890, 700), (800, 730), (880, 640),
                      (920, 500), (910, 360)], closed=True),
              "night" if skin in ("deep", "mid") else "mid", .34, over=True)
    dark = "night" if skin != "deep" else "paper"
    _features(s, dark, hair if hair not in (skin, "paper") else "night", extras)
    _front(s, hair, cut)
    _extras(s, hair, coat, extras)


def _features(s: Sheet, dark: str, brow: str, extras: tuple[str, ...]) -> None:
    for f in (-1, 1):
        x = 800 + f * 90
        s.disc(x, 470, 17, dark, high=21)
        lift = 34 if "brow" in extras and f > 0 else 0
        s.line(smooth([(x - 48, 420 - lift * .4), (x, 398 - lift), (x + 48, 418 - lift)]), 17,
               brow if dark == "night" else "night")
    s.line(smooth([(806, 470), (778, 556), (816, 572)]), 11, dark)
    s.line(smooth([(732, 634), (800, 654), (868, 626)]), 15, "hot" if dark == "night" else dark)
    if "freckles" in extras:
        for x, y in ((690, 540), (720, 560), (700, 576), (880, 544), (906, 562), (880, 578)):
            s.disc(x, y, 6, "hot")


def _behind(s: Sheet, hair: str, cut: str) -> None:
    if cut == "bob":
        blob(s, [(800, 130), (1040, 220), (1090, 480), (1070, 730), (930, 740), (670, 740),
                 (530, 730), (510, 480), (560, 220)], hair)
    elif cut == "bun":
        s.disc(800, 140, 120, hair)
    elif cut == "ponytail":
        blob(s, [(960, 260), (1130, 220), (1210, 380), (1180, 640), (1110, 760), (1100, 560),
                 (1040, 400)], hair)
    elif cut == "curls":
        for i in range(15):
            turn = pi * (.86 + i * 1.28 / 14)
            s.disc(800 + 250 * cos(turn), 440 + 270 * sin(turn), 96, hair)
        for f in (-1, 1):
            s.disc(800 + f * 240, 600, 90, hair)
    elif cut == "crown":
        s.disc(800, 240, 250, hair, high=190)
    elif cut == "scarf":
        blob(s, [(800, 120), (1060, 250), (1090, 560), (1120, 860), (800, 960), (480, 860),
                 (510, 560), (540, 250)], hair)


def _front(s: Sheet, hair: str, cut: str) -> None:
    if cut == "bob":
        blob(s, [(590, 470), (600, 260), (800, 160), (1000, 260), (1010, 470), (960, 360),
                 (800, 330), (640, 360)], hair)
    elif cut == "bun":
        blob(s, [(590, 430), (620, 250), (800, 190), (980, 250), (1010, 430), (930, 310),
                 (800, 270), (670, 310)], hair)
    elif cut == "ponytail":
        blob(s, [(590, 440), (610, 240), (800, 170), (1000, 240), (1012, 440), (960, 330),
                 (840, 290), (700, 340)], hair)
    elif cut == "short":
        blob(s, [(594, 460), (590, 280), (700, 180), (900, 176), (1010, 280), (1006, 460),
                 (968, 340), (800, 300), (632, 340)], hair)
    elif cut == "quiff":
        blob(s, [(596, 440), (600, 250), (720, 130), (940, 110), (1040, 200), (1004, 440),
                 (960, 330), (780, 290), (640, 340)], hair)
    elif cut == "curls":
        for x, y in ((640, 290), (720, 240), (810, 226), (900, 246), (964, 300)):
            s.disc(x, y, 70, hair)
    elif cut == "crown":
        s.polygon(smooth([(592, 350), (680, 240), (800, 214), (920, 240), (1008, 350), (920, 320),
                          (800, 300), (680, 320)]), "hot")
        for x in (660, 730, 800, 870, 940):
            s.disc(x, 280 - abs(800 - x) * -.14, 17, "paper")
    elif cut == "scarf":
        blob(s, [(570, 560), (580, 300), (800, 180), (1020, 300), (1030, 560), (990, 420),
                 (930, 330), (800, 300), (670, 330), (610, 420)], hair)
        s.polygon(smooth([(600, 560), (660, 690), (800, 760), (940, 690), (1000, 560), (1080, 800),
                          (820, 930), (540, 820)], closed=True), hair)
        s.line(smooth([(620, 780), (800, 850), (1040, 740)]), 11, "mid")
    elif cut == "bald":
        for f in (-1, 1):
            blob(s, [(800 + f * 196, 420), (800 + f * 226, 380), (800 + f * 240, 480),
                     (800 + f * 206, 560)], hair)


def _extras(s: Sheet, hair: str, coat: str, extras: tuple[str, ...]) -> None:
    if "beard" in extras:
        s.polygon(smooth([(604, 480), (640, 600), (740, 590), (800, 606), (860, 590), (960, 600),
                          (996, 480), (990, 640), (900, 770), (800, 806), (700, 770), (610, 640)],
                         closed=True), hair)
        s.line(smooth([(736, 652), (800, 668), (864, 648)]), 15, "hot")
    if "moustache" in extras:
        blob(s, [(800, 592), (880, 586), (930, 626), (870, 630), (800, 616), (730, 630),
                 (670, 626), (720, 586)], hair)
    if "glasses" in extras:
        for x in (704, 896):
            s.line([(x + 72 * cos(i * pi / 20), 470 + 66 * sin(i * pi / 20)) for i in range(41)],
                   13, "night")
        s.line(smooth([(776, 460), (800, 448), (824, 460)]), 13, "night")
    if "earrings" in extras:
        for f in (-1, 1):
            s.disc(800 + f * 210, 590, 24, "paper")
            s.disc(800 + f * 210, 590, 11, "hot")
    if "tie" in extras:
        s.polygon([(764, 868), (836, 868), (826, 910), (870, 1030), (730, 1030), (774, 910)],
                  "hot" if coat != "hot" else "deep")
    if "hat" in extras:
        s.polygon(smooth([(540, 290), (620, 150), (800, 110), (980, 150), (1060, 290)]), "paper")
        s.box(560, 230, 1040, 300, "paper")
        s.box(560, 246, 1040, 300, "mid")
