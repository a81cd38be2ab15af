"""Pictures for the Work & Money pages."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import head, limbs, person
from plaudit.demo.pictures.inks import WORK
from plaudit.demo.pictures.land import blob, ripples, sky, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import bars, coin
from plaudit.demo.pictures.town import house, lamp, terrace

PALETTE = WORK


def rope_walk(s: Sheet) -> None:
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
            s.polygon([(800 + lean * 812 * k, 460 - 130 * k), (800 + lean * 812 * far, 460 - 130 * far),
                       (800 + lean * 812 * far, 460 + 130 * far), (800 + lean * 812 * k, 460 + 130 * k)], "paper")
    s.box(752, 400, 848, 520, "paper")
    s.glow(800, 462, 330, "paper", .9)
    for x, y in ((640, 760), (800, 790), (960, 760)):
        s.line([(800 + (x - 800) * .08, 480), (x, y)], 11, "hot")
    s.line([(640, 760), (560, 880)], 20, "hot")
    for i in range(18):
        t = i / 17
        s.line([(640 - 80 * t - 10, 760 + 120 * t), (640 - 80 * t + 12, 760 + 120 * t + 10)], 3, "night")
    _walker(s, 560, 880, "night", "hot", 1)
    _walker(s, 1020, 860, "deep", "paper", -1)
    s.line([(960, 760), (1000, 700)], 11, "hot")
    for i, (x, y, r) in enumerate(((220, 900, 120), (220, 846, 112), (1420, 910, 140))):
        for k in range(4):
            s.disc(x, y - k * 15, r - k * 9, "night", high=(r - k * 9) * .3)
            s.disc(x, y - k * 15, r - k * 9 - 6, "hot" if i != 1 else "pale", high=(r - k * 9) * .3 - 4)
        s.disc(x, y - 50, r * .34, "night", high=r * .1)


def _walker(s: Sheet, x: float, y: float, coat: str, apron: str, facing: int) -> None:
    limbs(s, (x - facing * 20, y - 130), (90 + facing * 24, 90), 90, 34, "night")
    limbs(s, (x + facing * 6, y - 130), (90 - facing * 22, 90 + facing * 6), 90, 34, "night")
    blob(s, [(x - 62, y - 350), (x, y - 376), (x + 56, y - 350), (x + 62, y - 210), (x + 52, y - 110), (x - 60, y - 110),
             (x - 68, y - 210)], coat)
    s.polygon([(x + facing * 6, y - 290), (x + facing * 58, y - 280), (x + facing * 58, y - 90), (x - facing * 12, y - 90)],
              apron)
    limbs(s, (x - facing * 6, y - 330), (90 - facing * 30, 90 - facing * 84), 84, 34, coat)
    head(s, x + facing * 8, y - 420, 42, "pale", "night")


def one_crown(s: Sheet) -> None:
    sky(s, "pale")
    sky(s, "mid", (.5, 0), bottom=520)
    terrace(s, -30, 1640, 620, 260, 380, ("mid", "pale", "deep"), "night", light="paper", lit=.7)
    for i in range(6):
        x = 0 + i * 280
        s.box(x, 480, x + 240, 700, "night")
        s.box(x + 14, 520, x + 150, 690, "paper")
        for k in range(6):
            s.polygon([(x - 8 + k * 42, 450), (x + 34 + k * 42, 450), (x + 38 + k * 42, 526), (x - 12 + k * 42, 526)],
                      ("hot", "paper")[k % 2] if i % 2 else ("deep", "paper")[k % 2])
            s.disc(x + 12 + k * 43, 526, 21, ("hot", "paper")[k % 2] if i % 2 else ("deep", "paper")[k % 2], high=14)
        for k in range(3):
            s.disc(x + 46 + k * 40, 660, 20, ("hot", "deep", "mid")[k])
    s.box(-20, 700, 1620, 1020, "paper")
    s.box(-20, 696, 1620, 708, "night")
    for i, (tone, high) in enumerate((("hot", 44), ("deep", 30), ("mid", 21), ("night", 12))):
        y = 740 + i * 66
        s.polygon(smooth([(-20, y), (400, y + 4), (800, y - 10 + i * 6), (1060, y + 6 - i * 30)], 12)
                  + smooth([(1060, y + high + 6 - i * 30), (800, y + high - 10 + i * 6), (400, y + high + 4), (-20, y + high)],
                           12), tone)
    bars(s, 60, 980, 560, (60, 110, 86, 150, 122, 190, 160, 240), "night")
    bars(s, 48, 972, 560, (60, 110, 86, 150, 122, 190, 160, 240), "hot")
    s.disc(1160, 930, 300, "night", .6, high=34, over=True)
    with s.tilted(14, 1150, 650):
        coin(s, 1180, 650, 290, "night", "night")
        coin(s, 1150, 650, 290, "mid", "night")
        s.line(smooth([(930, 540), (980, 450), (1070, 410)]), 14, "paper")


def warm_terrace(s: Sheet) -> None:
    sky(s, "hot")
    sky(s, "night", (.75, .15), bottom=520, over=True)
    for _ in range(150):
        s.disc(s.dice.uniform(0, 1600), s.dice.uniform(0, 620), s.dice.choice((3, 4, 6)), "paper")
    s.box(-20, 610, 1620, 1020, "deep")
    s.box(-20, 680, 1620, 1020, "night", (.1, .7), over=True)
    for i in range(6):
        x = 470 + i * 186
        house(s, x, 612, 176, 270, ("mid", "pale", "mid", "pale", "mid", "pale")[i], "night", light="paper", lit=.9)
        s.polygon([(x - 9, 342), (x + 17, 300), (x + 159, 300), (x + 185, 342)], "paper")
        s.box(x + 66, 530, x + 112, 612, "night")
        s.box(x + 72, 536, x + 106, 612, "hot" if i % 2 else "deep")
        s.line(smooth([(x + 88, 612), (x + 88, 700), (x + 88, 790)]), 16, "mid")
        s.line([(x + 88, 790), (x + 88, 620)], 7, "paper")
    s.box(-20, 596, 420, 622, "paper")
    s.box(440, 604, 1620, 622, "paper")
    s.polygon([(-20, 700), (250, 700), (310, 1020), (-20, 1020)], "hot")
    ripples(s, 730, 1000, 12, "paper", 0, 210)
    s.line(smooth([(170, 860), (330, 870), (430, 800), (520, 790), (1600, 790)]), 44, "mid")
    s.line(smooth([(170, 930), (350, 950), (480, 872), (560, 862), (1600, 862)]), 44, "hot")
    s.line(smooth([(170, 860), (330, 870), (430, 800), (520, 790), (1600, 790)]), 9, "paper")
    s.line(smooth([(170, 930), (350, 950), (480, 872), (560, 862), (1600, 862)]), 9, "paper")
    s.box(300, 480, 440, 612, "pale")
    s.polygon([(286, 484), (370, 420), (454, 484)], "night")
    s.disc(370, 546, 44, "night")
    for i in range(5):
        turn = i * 2 * pi / 5
        s.disc(370 + 22 * cos(turn), 546 + 22 * sin(turn), 16, "paper")
    for _ in range(120):
        x, y = s.dice.uniform(330, 1600), s.dice.uniform(650, 1000)
        if not 740 < y < 910:
            s.disc(x, y, s.dice.uniform(3, 12), "mid", .6)
    lamp(s, 120, 600, 330, "night", "paper", 220)


def market_stalls(s: Sheet) -> None:
    sky(s, "pale", (.9, .3))
    terrace(s, -30, 1640, 520, 210, 270, ("pale", "mid", "paper"), "deep", light="night", lit=.5)
    s.box(-20, 516, 1620, 1020, "mid")
    s.box(-20, 700, 1620, 1020, "deep", (0, .6))
    for i in range(4):
        _stall(s, 30 + i * 400, 780, 350, ("hot", "deep", "hot", "deep")[i], i)
    for x, coat, hat, high in ((215, "night", "", 50), (990, "paper", "night", 50)):
        person(s, x, 700 + high, 230, coat, hat=hat)
    for i in range(4):
        _goods(s, 30 + i * 400, 780, 350, i)
    for x, foot, high, coat, hat, way in ((470, 940, 350, "night", "hot", -1), (560, 940, 250, "hot", "", 1),
                                          (1400, 950, 350, "pale", "night", -1)):
        person(s, x, foot, high, coat, hat=hat, facing=way, skin="pale" if coat != "pale" else "mid")
    s.box(600, 850, 660, 900, "pale")
    for x, way in ((140, 1), (260, -1), (330, 1), (860, -1), (960, 1), (1190, -1)):
        y = 930 + x % 50
        blob(s, [(x - 44, y), (x - 10, y - 28), (x + 26, y - 22), (x + 44, y - 4), (x + 14, y + 16), (x - 18, y + 14)],
             "night")
        s.disc(x + way * 40, y - 28, 14, "hot")
        s.line([(x, y + 14), (x, y + 34)], 4, "hot")


def _stall(s: Sheet, x: float, foot: float, wide: float, ink: str, number: int) -> None:
    for post in (x + 12, x + wide - 12):
        s.line([(post, foot + 100), (post, foot - 340)], 12, "night")
    s.box(x + 12, foot - 300, x + wide - 12, foot - 60, "night", .75)
    top, low, stripe = foot - 400, foot - 290, wide / 8
    for k in range(8):
        tint = ink if k % 2 else "paper"
        a, b = x + stripe * k, x + stripe * (k + 1)
        lean = 26
        s.polygon([(a + lean * (1 - k / 4), top), (b + lean * (1 - (k + 1) / 4), top), (b, low), (a, low)], tint)
        s.disc((a + b) / 2, low, stripe / 2, tint, high=26)
    s.box(x, foot - 80, x + wide, foot + 20, "pale")
    s.box(x, foot + 20, x + wide, foot + 100, ink)
    s.box(x, foot + 20, x + wide, foot + 100, "night", (.5, .1), over=True)
    if number == 3:
        s.line([(x - 36, foot + 90), (x - 36, foot - 120)], 9, "night")
        s.line([(x - 66, foot - 120), (x - 6, foot - 120)], 9, "night")
        blob(s, [(x - 50, foot - 130), (x - 60, foot - 190), (x - 36, foot - 220), (x - 14, foot - 190), (x - 20, foot - 120),
                 (x - 34, foot - 50)], "hot")
        s.polygon([(x - 56, foot - 204), (x - 82, foot - 190), (x - 54, foot - 184)], "night")
        s.disc(x - 40, foot - 200, 6, "paper")


def _goods(s: Sheet, x: float, foot: float, wide: float, number: int) -> None:
    if number == 0:
        for k in range(3):
            s.disc(x + 70 + k * 100, foot - 60, 50, "mid", high=18)
            s.box(x + 20 + k * 100, foot - 96, x + 120 + k * 100, foot - 60, "mid")
            s.disc(x + 70 + k * 100, foot - 96, 50, "paper", high=18)
    elif number == 1:
        for k in range(9):
            y = foot - 130 - s.dice.uniform(0, 40)
            s.line([(x + 40 + k * 34, foot - 70), (x + 36 + k * 34, y)], 5, "hot")
            s.disc(x + 36 + k * 34, y, 22, ("paper", "mid", "pale")[k % 3])
            s.disc(x + 36 + k * 34, y, 8, "night")
        s.box(x + 20, foot - 80, x + wide - 20, foot - 20, "deep")
    elif number == 2:
        for row in range(2):
            for k in range(7 - row):
                s.disc(x + 45 + k * 44 + row * 22, foot - 70 - row * 34, 23, ("hot", "mid", "deep", "paper")[k % 4])
    else:
        for k in range(11):
            high = 70 + k * 37 % 50
            s.box(x + 24 + k * 27, foot - 74 - high, x + 48 + k * 27, foot - 74, ("hot", "mid", "paper", "deep")[k % 4])


def radio_in_pieces(s: Sheet) -> None:
    sky(s, "pale")
    for x in range(40, 1600, 60):
        for y in range(40, 800, 60):
            s.disc(x, y, 5, "mid")
    s.box(-20, 820, 1620, 1020, "deep")
    s.box(-20, 820, 1620, 842, "night")
    for k in range(6):
        s.line(smooth([(-20, 870 + k * 26), (600, 864 + k * 26), (1100, 876 + k * 26), (1620, 868 + k * 26)]), 3, "night")
    s.polygon([(120, 846), (1480, 846), (1560, 960), (40, 960)], "paper")
    for k in range(1, 12):
        s.line([(120 + k * 113, 846), (40 + k * 127, 960)], 5, "hot")
    frame = smooth([(180, 300), (180, 170), (240, 120), (460, 110), (680, 120), (740, 170), (740, 300), (740, 480), (720, 520),
                    (200, 520), (180, 480)], closed=True)
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
        blob(s, [(x - 34, 330), (x - 44, 330 - high * .5), (x - 30, 330 - high * .86), (x, 330 - high), (x + 30, 330 - high * .86),
                 (x + 44, 330 - high * .5), (x + 34, 330)], "hot", .45)
        s.box(x - 16, 330 - high * .66, x + 16, 322, "night")
        s.line(smooth([(x - 30, 330 - high * .4), (x - 32, 330 - high * .6), (x - 20, 330 - high * .8)]), 6, "paper")
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
        s.line(smooth([(x + k * long / 12, y + 44), (x + k * long / 12 + 4, y), (x + k * long / 12 + 12, y - 44)]), 10, "hot")


def bakery_window(s: Sheet) -> None:
    sky(s, "night")
    s.box(-20, 60, 1620, 190, "hot")
    for k in range(20):
        s.polygon([(-20 + k * 84, 190), (64 + k * 84, 190), (64 + k * 84, 262), (22 + k * 84, 286), (-20 + k * 84, 262)],
                  "paper" if k % 2 else "hot")
    s.box(120, 290, 1480, 890, "pale")
    s.box(120, 290, 1480, 890, "mid", (.7, 0))
    s.glow(800, 480, 640, "paper", .75)
    for row in range(2):
        y = 530 + row * 190
        s.box(150, y, 1450, y + 20, "night")
        for k in range(7):
            x = 240 + k * 186
            if row == 0 and k == 2:
                s.box(x - 50, y - 60, x + 50, y - 14, "paper")
                s.line([(x - 50, y - 60), (x + 50, y - 60), (x + 50, y - 14), (x - 50, y - 14), (x - 50, y - 60)], 4, "night")
                for lift in (-46, -32):
                    s.line([(x - 32, y + lift), (x + 32, y + lift)], 4, "night")
            elif row == 0:
                _loaf(s, x, y, 84, "deep" if k % 2 else "mid")
            elif k not in (2, 3, 4):
                for up in (0, 52):
                    s.line([(x - 66, y - 26 - up), (x + 66, y - 26 - up)], 46, "deep")
                    for n in (-40, 0, 40):
                        s.line([(x + n - 8, y - 36 - up), (x + n + 12, y - 16 - up)], 6, "pale")
    blob(s, [(560, 890), (540, 800), (580, 730), (720, 710), (900, 712), (1020, 750), (1050, 820), (1030, 890)], "paper")
    s.line(smooth([(560, 800), (700, 770), (1000, 790)]), 4, "mid")
    s.disc(790, 820, 44, "mid", .7)
    blob(s, [(600, 740), (660, 660), (800, 630), (930, 660), (980, 730), (860, 750), (700, 756)], "hot")
    s.disc(610, 680, 62, "deep")
    blob(s, [(540, 640), (530, 590), (580, 556), (640, 566), (660, 620), (620, 640)], "paper")
    s.line(smooth([(578, 686), (592, 696), (606, 686)]), 6, "night")
    s.line(smooth([(700, 700), (640, 740), (580, 730)]), 34, "hot")
    s.line([(120, 290), (1480, 290), (1480, 890), (120, 890), (120, 290)], 26, "night")
    s.line([(800, 290), (800, 400)], 8, "night")
    s.polygon([(752, 440), (770, 398), (830, 398), (848, 440)], "hot")
    s.box(-20, 890, 1620, 1020, "deep")
    s.polygon([(120, 905), (1480, 905), (1620, 1020), (-20, 1020)], "mid", .6)
    s.box(-20, 886, 1620, 908, "night")


def _loaf(s: Sheet, x: float, foot: float, wide: float, crust: str) -> None:
    blob(s, [(x - wide, foot - 6), (x - wide * .94, foot - wide * .7), (x - wide * .4, foot - wide * 1.1),
             (x + wide * .4, foot - wide * 1.1), (x + wide * .94, foot - wide * .7), (x + wide, foot - 6), (x, foot + 2)], crust)
    for k in (-.5, 0, .5):
        s.line(smooth([(x + wide * (k - .16), foot - wide * .5), (x + wide * k, foot - wide * .7),
                       (x + wide * (k + .22), foot - wide * .8)]), 10, "paper")


SCENES = {
    "bakery-window": bakery_window,
    "market-stalls": market_stalls,
    "one-crown": one_crown,
    "radio-in-pieces": radio_in_pieces,
    "rope-walk": rope_walk,
    "warm-terrace": warm_terrace,
}
