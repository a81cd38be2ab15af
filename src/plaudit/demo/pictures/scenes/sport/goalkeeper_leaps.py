"""Goalkeeper leaps."""

from math import cos, pi, sin

from plaudit.demo.pictures.figures import head, limbs
from plaudit.demo.pictures.land import blob, ridge, sky
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.things import ball

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale")
    for i in range(24):
        a, b = (2 * i) * pi / 24, (2 * i + .9) * pi / 24
        s.polygon([(420, 300), (420 + 2000 * cos(a), 300 + 2000 * sin(a)),
                   (420 + 2000 * cos(b), 300 + 2000 * sin(b))], "mid", .5)
    s.box(-20, 700, 1620, 800, "deep")
    for x in range(-10, 1620, 34):
        s.disc(x + s.dice.uniform(-8, 8), 716 + s.dice.uniform(-16, 30), 15,
               s.dice.choice(("pale", "night", "hot", "mid")))
    s.box(-20, 764, 1620, 800, "night")
    ridge(s, [800, 796, 794, 796, 800], "mid")
    for x in range(-200, 1700, 300):
        s.polygon([(x, 800), (x + 150, 800), (x + 40, 1020), (x - 200, 1020)], "deep", .35,
                  over=True)
    for i in range(15):
        s.line([(900 + i * 52, 110), (860 + i * 52, 880)], 3, "paper")
        s.line([(880, 130 + i * 52), (1640, 130 + i * 52)], 3, "paper")
    s.line([(860, 900), (860, 100), (1640, 100)], 26, "night")
    s.line([(860, 900), (860, 100), (1640, 100)], 17, "paper")
    s.disc(1010, 905, 330, "night", .5, high=26, over=True)
    limbs(s, (1130, 520), (18, 62), 170, 54, "night")
    limbs(s, (1140, 560), (52, 14), 165, 54, "night")
    limbs(s, (1130, 520), (18,), 120, 60, "deep")
    limbs(s, (1136, 556), (52,), 116, 60, "deep")
    blob(s, [(860, 330), (930, 300), (1060, 400), (1170, 490), (1170, 580), (1080, 590),
             (950, 500), (850, 420)], "hot")
    blob(s, [(850, 420), (950, 500), (1080, 590), (1000, 560), (880, 470)], "night", .4, over=True)
    for shoulder, turns in (((900, 330), (212, 196)), ((880, 395), (186, 205))):
        wrist, y = limbs(s, shoulder, turns, 122, 46, "hot")
        s.disc(wrist - 12, y - 4, 50, "night")
        for k in (-30, -2, 26):
            s.line([(wrist - 20, y - 6), (wrist - 74, y - 20 + k)], 27, "night")
    head(s, 842, 322, 60, "paper")
    blob(s, [(790, 300), (812, 256), (862, 246), (904, 280), (900, 330), (872, 300), (830, 286)],
         "night")
    for k in range(5):
        s.line([(230 - k * 30, 210 + k * 46), (120 - k * 34, 190 + k * 50)], 8, "night")
    ball(s, 420, 300, 150, "paper", "night")
