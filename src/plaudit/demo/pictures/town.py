"""Houses, lamps, bridges, trams and street furniture."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import blob, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.screens import Tone

# Coordinates read best in rows. A motif has as many dimensions as it has.
# fmt: off
# ruff: noqa: PLR0913, PLR0917


def window(s: Sheet, x: float, y: float, wide: float, high: float, light: str, frame: str) -> None:
    s.box(x, y, x + wide, y + high, light)
    s.line([(x + wide / 2, y), (x + wide / 2, y + high)], max(2, wide * .07), frame)
    s.line([(x, y + high / 2), (x + wide, y + high / 2)], max(2, wide * .07), frame)


def house(s: Sheet, x: float, foot: float, wide: float, high: float, wall: str, roof: str, *,
          light: str = "hot", lit: float = .4, tone: Tone = 1, gable: bool = False) -> None:
    top = foot - high
    pitch = wide * (.5 if gable else .34)
    chimney = x + wide * s.dice.choice((.16, .7))
    s.box(chimney, top - pitch * .95, chimney + wide * .13, top, roof)
    s.box(x, top, x + wide, foot, wall, tone)
    if gable:
        s.polygon([(x - wide * .05, top), (x + wide / 2, top - pitch), (x + wide * 1.05, top)],
                  roof)
    else:
        s.polygon([(x - wide * .05, top), (x + wide * .1, top - pitch * .7),
                   (x + wide * .9, top - pitch * .7), (x + wide * 1.05, top)], roof)
    pane, rows = wide * .2, max(1, int(high / (wide * .5)))
    for row in range(rows):
        for column in (.18, .62):
            glass = light if s.dice.random() < lit else roof
            window(s, x + wide * column, top + wide * (.14 + .48 * row), pane, pane * 1.4, glass,
                   wall)


def terrace(s: Sheet, left: float, right: float, foot: float, wide: float, high: float,
            walls: tuple[str, ...], roof: str, *, light: str = "hot", lit: float = .4) -> None:
    """A row of houses of slightly different heights."""
    x, number = left, 0
    while x < right:
        span = wide * s.dice.uniform(.85, 1.2)
        house(s, x, foot, span, high * s.dice.uniform(.82, 1.2), walls[number % len(walls)], roof,
              light=light, lit=lit, gable=s.dice.random() < .35)
        x, number = x + span, number + 1


def roofline(s: Sheet, left: float, right: float, foot: float, high: float, ink: str,
             tone: Tone = 1) -> None:
    """A far town as one silhouette."""
    line, x = [(left, foot)], left
    while x < right:
        span, top = s.dice.uniform(46, 110), foot - high * s.dice.uniform(.5, 1)
        line += [(x, top + span * .4), (x + span / 2, top), (x + span, top + span * .4)]
        if s.dice.random() < .4:
            line += [(x + span, top - 8), (x + span + 14, top - 8),
                     (x + span + 14, top + span * .4)]
            x += 14
        x += span
    s.polygon([*line, (x, foot)], ink, tone)


def clock_tower(s: Sheet, x: float, foot: float, height: float, wall: str, dark: str,
                face: str = "paper", hour: float = 4.1) -> None:
    w = height * .15
    top = foot - height * .74
    s.box(x - w, top, x + w, foot, wall)
    s.box(x, top, x + w, foot, dark, .4, over=True)
    s.box(x - w * 1.16, top - w * .2, x + w * 1.16, top, dark)
    s.box(x - w * .8, top - w * .9, x + w * .8, top - w * .2, wall)
    for i in (-.5, 0, .5):
        s.box(x + w * (i - .14), top - w * .8, x + w * (i + .14), top - w * .2, dark)
    s.polygon([(x - w, top - w * .9), (x, foot - height), (x + w, top - w * .9)], dark)
    s.line([(x, foot - height), (x, foot - height - w * .5)], w * .07, dark)
    clock(s, x, top + w * 1.05, w * .78, dark, face, hour)
    for level in (.46, .3):
        s.box(x - w * .16, foot - height * level, x + w * .16, foot - height * (level - .09), dark)


def clock(s: Sheet, x: float, y: float, radius: float, dark: str, face: str, hour: float) -> None:
    s.disc(x, y, radius * 1.14, dark)
    s.disc(x, y, radius, face)
    for i in range(12):
        turn = i * pi / 6
        near = .74 if i % 3 == 0 else .82
        s.line([(x + radius * near * sin(turn), y - radius * near * cos(turn)),
                (x + radius * .91 * sin(turn), y - radius * .91 * cos(turn))], radius * .05, dark)
    for turn, reach, width in ((hour * pi / 6, .5, .11), (hour % 1 * 2 * pi, .76, .07)):
        s.line([(x - radius * .12 * sin(turn), y + radius * .12 * cos(turn)),
                (x + radius * reach * sin(turn), y - radius * reach * cos(turn))], radius * width,
               dark)
    s.disc(x, y, radius * .09, dark)


def bridge(s: Sheet, left: float, right: float, deck: float, water: float, arches: int, wall: str,
           dark: str) -> None:
    """Round stone arches; what lies behind shows through, so draw the far bank first."""
    span = (right - left) / arches
    rise = min(span * .42, (water - deck) * .8)
    outline = [(left, deck - 26), (right, deck - 26), (right, water)]
    for i in reversed(range(arches)):
        middle, half = left + span * (i + .5), span * .39
        outline.append((middle + half, water))
        outline += [(middle + half * cos(a),
                     water - rise * sin(a)) for a in (pi * k / 16 for k in range(17))]
        outline.append((middle - half, water))
    s.polygon([*outline, (left, water)], wall)
    for i in range(arches + 1):
        x, half = left + span * i, span * .07
        s.polygon([(x - half, water + 6), (x - half, water - rise * .4), (x, water - rise * .62),
                   (x + half, water - rise * .4), (x + half, water + 6)], dark)
    s.box(left, deck - 30, right, deck - 18, dark)
    s.box(left, deck, right, deck + 6, dark)


def lamp(s: Sheet, x: float, foot: float, height: float, ink: str, light: str = "hot",
         glow: float = 0) -> None:
    """A street lamp; `glow` is how far its light reaches."""
    w = height * .05
    top = foot - height
    if glow:
        s.glow(x, top + w * 1.6, glow, light, .8)
    s.line([(x, foot), (x, top + w * 3)], w * .5, ink)
    s.box(x - w * .7, foot - w * 2.4, x + w * .7, foot, ink)
    s.line([(x - w * 1.4, top + w * 4.6), (x + w * 1.4, top + w * 4.6)], w * .3, ink)
    s.polygon([(x - w * .7, top + w * 3.2), (x - w * 1.2, top), (x + w * 1.2, top),
               (x + w * .7, top + w * 3.2)], light)
    s.polygon([(x - w * 1.5, top), (x, top - w * 1.5), (x + w * 1.5, top)], ink)
    s.disc(x, top - w * 1.6, w * .3, ink)


def tram(s: Sheet, x: float, foot: float, long: float, body: str, dark: str, light: str) -> None:
    """Seen from the side, `x` the left buffer."""
    h = long * .4
    top = foot - h
    s.line([(x + long * .5, top - h * .08), (x + long * .38, top - h * .42),
            (x + long * .56, top - h * .5)], long * .012, dark)
    blob(s, [(x + long * .02, top + h * .08), (x + long * .1, top - h * .06),
             (x + long * .9, top - h * .06), (x + long * .98, top + h * .08)], dark)
    s.polygon(smooth([(x, foot - h * .12), (x, top + h * .3), (x + long * .03, top + h * .04)],
                     6) + smooth([(x + long * .97, top + h * .04), (x + long, top + h * .3),
                                  (x + long, foot - h * .12)], 6), body)
    s.box(x, foot - h * .5, x + long, foot - h * .44, "paper")
    for i in range(6):
        left = x + long * (.055 + .152 * i)
        s.box(left, top + h * .14, left + long * .125, top + h * .48, light)
    s.box(x - long * .01, foot - h * .16, x + long * 1.01, foot - h * .08, dark)
    for centre in (.2, .3, .7, .8):
        s.disc(x + long * centre, foot - h * .06, h * .085, dark)
        s.disc(x + long * centre, foot - h * .06, h * .035, body)


def bench(s: Sheet, x: float, foot: float, wide: float, wood: str, iron: str) -> None:
    h = wide * .42
    for end in (.08, .92):
        ex = x + wide * end
        s.line([(ex, foot), (ex, foot - h)], wide * .026, iron)
        s.line([(ex - wide * .05, foot), (ex + wide * .05, foot)], wide * .022, iron)
        s.line(smooth([(ex - wide * .045, foot - h * .66), (ex + wide * .03, foot - h * .68),
                       (ex + wide * .045, foot - h * .44)], 6), wide * .02, iron)
    for slat in (1, .83, .66):
        s.box(x, foot - h * slat, x + wide, foot - h * (slat - .115), wood)
    s.polygon([(x + wide * .02, foot - h * .47), (x + wide * .98, foot - h * .47),
               (x + wide * 1.02, foot - h * .37), (x - wide * .02, foot - h * .37)], wood)
    s.box(x - wide * .02, foot - h * .37, x + wide * 1.02, foot - h * .33, iron)
