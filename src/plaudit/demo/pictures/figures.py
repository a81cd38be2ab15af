"""People as cut paper, in a few strokes."""

from math import cos, radians, sin

from plaudit.demo.pictures.land import blob, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A motif has as many dimensions as it has.
# fmt: off
# ruff: noqa: PLR0913


def person(s: Sheet, x: float, foot: float, height: float, coat: str, *, skin: str = "pale",
           legs: str = "night", hat: str = "", facing: int = 1) -> None:
    """Standing, seen from a little way off."""
    h = height
    s.line([(x - h * .05, foot), (x - h * .045, foot - h * .4)], h * .075, legs)
    s.line([(x + h * .06, foot), (x + h * .045, foot - h * .4)], h * .075, legs)
    blob(s, [(x - h * .09, foot - h * .82), (x + h * .09, foot - h * .82),
             (x + h * .13, foot - h * .6), (x + h * .13, foot - h * .3), (x, foot - h * .28),
             (x - h * .13, foot - h * .3), (x - h * .13, foot - h * .6)], coat)
    s.line([(x + facing * h * .1, foot - h * .76), (x + facing * h * .15, foot - h * .58),
            (x + facing * h * .13, foot - h * .42)], h * .06, coat)
    head(s, x + facing * h * .015, foot - h * .91, h * .08, skin, hat)


def head(s: Sheet, x: float, y: float, radius: float, skin: str, hat: str = "") -> None:
    s.disc(x, y, radius, skin, high=radius * 1.14)
    if hat:
        s.polygon([(x - radius * 1.5, y - radius * .42), (x - radius * .9, y - radius * .5),
                   (x - radius * .8, y - radius * 1.5), (x + radius * .8, y - radius * 1.5),
                   (x + radius * .9, y - radius * .5), (x + radius * 1.5, y - radius * .42)], hat)


def limbs(s: Sheet, joint: tuple[float, float], turns: tuple[float, ...], reach: float,
          width: float, ink: str) -> tuple[float, float]:
    """An arm or leg from a joint, one angle a bone (0 is right, 90 is down); gives its end."""
    points = [joint]
    for turn in turns:
        x, y = points[-1]
        points.append((x + reach * cos(radians(turn)), y + reach * sin(radians(turn))))
    s.line(points, width, ink)
    return points[-1]


def runner(s: Sheet, x: float, y: float, height: float, shirt: str, shorts: str, skin: str) -> None:
    """Mid-stride to the right; (x, y) is the hip."""
    h = height
    limbs(s, (x, y), (140, 195), h * .25, h * .075, skin)
    limbs(s, (x + h * .05, y - h * .3), (130, 60), h * .16, h * .055, skin)
    s.polygon([(x - h * .07, y + h * .04), (x - h * .02, y - h * .34), (x + h * .15, y - h * .34),
               (x + h * .09, y + h * .04)], shirt)
    blob(s, [(x - h * .09, y - h * .04), (x + h * .1, y - h * .04), (x + h * .16, y + h * .1),
             (x - h * .12, y + h * .12)], shorts)
    limbs(s, (x + h * .02, y + h * .04), (35, 100), h * .25, h * .08, skin)
    limbs(s, (x + h * .08, y - h * .28), (80, -20), h * .16, h * .06, skin)
    head(s, x + h * .12, y - h * .44, h * .085, skin)


def swimmer(s: Sheet, x: float, y: float, size: float, cap: str, skin: str, wake: str) -> None:
    s.line([(x - size * .5, y - size * .1), (x - size * 1.1, y - size * .75),
            (x - size * 1.8, y - size * .2)], size * .3, skin)
    s.disc(x, y - size * .35, size * .46, skin, high=size * .5)
    s.polygon([(x - size * .48, y - size * .42), (x - size * .3, y - size * .86),
               (x, y - size * .98), (x + size * .3, y - size * .86),
               (x + size * .48, y - size * .42)], cap)
    for out, drop in ((1.9, .1), (2.7, .42)):
        wave = [(x + size * out * k, y + size * (drop + dip)) for k,
                dip in ((-1, .06), (-.5, -.04), (0, .08), (.5, -.04), (.9, .06))]
        s.line(smooth(wave, 6), size * .1, wake)


def hand(s: Sheet, x: float, y: float, size: float, skin: str, sleeve: str, *,
         facing: int = 1) -> None:
    """Open, reaching to one side from a sleeve."""
    f = facing * size
    s.polygon([(x - f * 2.6, y - size * .42), (x - f * .5, y - size * .36),
               (x - f * .5, y + size * .42), (x - f * 2.6, y + size * .6)], sleeve)
    blob(s, [(x - f * .55, y - size * .3), (x + f * .25, y - size * .4), (x + f * .5, y),
             (x + f * .25, y + size * .36), (x - f * .55, y + size * .34)], skin)
    for lift, reach in ((-.3, 1.05), (-.1, 1.2), (.1, 1.15), (.28, .95)):
        s.line([(x + f * .2, y + size * lift), (x + f * reach, y + size * lift * 1.3)], size * .19,
               skin)
    s.line([(x - f * .1, y - size * .28), (x + f * .5, y - size * .78)], size * .22, skin)
