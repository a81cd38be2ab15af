"""Still life: what lies on tables, hangs in sheds and wins prizes."""

from math import cos, pi, sin

from plaudit.demo.pictures.land import blob, smooth
from plaudit.demo.pictures.press import Sheet

# Coordinates read best in rows. A motif has as many dimensions as it has.
# fmt: off
# ruff: noqa: PLR0913, PLR0917


def rosette(s: Sheet, x: float, y: float, radius: float, ink: str, middle: str, dark: str) -> None:
    for lean in (-1, 1):
        s.polygon([(x + lean * radius * .1, y), (x + lean * radius * .7, y + radius * .3),
                   (x + lean * radius * .86, y + radius * 2.1),
                   (x + lean * radius * .5, y + radius * 1.8),
                   (x + lean * radius * .16, y + radius * 2.1)], dark if lean < 0 else ink)
    for i in range(18):
        turn = i * pi / 9
        s.disc(x + radius * .84 * cos(turn), y + radius * .84 * sin(turn), radius * .2,
               ink if i % 2 else dark)
    s.disc(x, y, radius * .82, ink)
    s.disc(x, y, radius * .56, middle)
    s.polygon([(x + radius * k * sin(i * pi / 5), y - radius * k * cos(i * pi / 5)) for i,
               k in enumerate((.42, .18) * 5)], dark)


def onion(s: Sheet, x: float, y: float, size: float, ink: str, dark: str) -> None:
    w = size / 2
    blob(s, [(x - w * .1, y - w * 1.5), (x + w * .12, y - w * 1.5), (x + w * .26, y - w * .86),
             (x + w, y - w * .2), (x + w * .8, y + w * .6), (x, y + w * .86),
             (x - w * .8, y + w * .6), (x - w, y - w * .2), (x - w * .26, y - w * .86)], ink)
    for k in (-.6, -.2, .2, .6):
        s.line(smooth([(x + w * k * .2, y - w), (x + w * k * 1.2, y - w * .1),
                       (x + w * k * .5, y + w * .74)]), w * .05, dark)
    for k in (-.2, 0, .2):
        s.line([(x, y + w * .8), (x + w * k, y + w * 1.06)], w * .05, dark)


def leek(s: Sheet, x: float, y: float, long: float, leaf: str, dark: str) -> None:
    """Lying down, roots to the left."""
    t = long * .09
    for k in (-1, -.5, 0, .5, 1):
        s.line([(x, y), (x - t * .9, y + k * t)], 4, dark)
    s.polygon([(x + long * .5, y - t), (x + long * .9, y - t * 2.6), (x + long, y - t * 1.2),
               (x + long * .86, y), (x + long * 1.02, y + t), (x + long * .88, y + t * 2),
               (x + long * .5, y + t)], leaf)
    s.polygon([(x + long * .5, y - t * .5), (x + long * .86, y), (x + long * .5, y + t * .5)],
              dark, .5, over=True)
    s.polygon(smooth([(x + long * .55, y - t), (x + t * .4, y - t * 1.1), (x, y),
                      (x + t * .4, y + t * 1.1), (x + long * .55, y + t)]), "paper")
    for k in (-.4, .1, .5):
        s.line([(x + long * .12, y + t * k), (x + long * .55, y + t * k)], 3, leaf)


def carrot(s: Sheet, x: float, y: float, long: float, ink: str, leaf: str, dark: str) -> None:
    w = long * .17
    for k in (-.7, -.3, .1, .5):
        s.line(smooth([(x, y - long * .4), (x + w * k, y - long * .62),
                       (x + w * k * 2.4, y - long * .86)]), 8, leaf)
    blob(s, [(x - w * .7, y - long * .42), (x + w * .7, y - long * .42), (x + w, y - long * .26),
             (x + w * .4, y + long * .2), (x, y + long * .56), (x - w * .4, y + long * .2),
             (x - w, y - long * .26)], ink)
    for i, k in enumerate((-.24, -.06, .12)):
        edge = w * (.8 - i * .18)
        s.line([(x - edge, y + long * k), (x - edge + w * .6, y + long * k)], 4, dark)


def book(s: Sheet, x: float, y: float, long: float, thick: float, cover: str, band: str) -> None:
    """Lying flat, spine towards us."""
    s.box(x, y - thick, x + long, y, cover)
    for k in (.12, .84):
        s.box(x + long * k, y - thick, x + long * (k + .03), y, band)
    s.box(x + long * .3, y - thick * .62, x + long * .66, y - thick * .4, band)


def coin(s: Sheet, x: float, y: float, radius: float, metal: str, dark: str) -> None:
    s.disc(x, y, radius, dark)
    s.disc(x, y, radius * .96, metal)
    for i in range(60):
        turn = i * pi / 30
        s.disc(x + radius * .88 * cos(turn), y + radius * .88 * sin(turn), radius * .018, dark)
    s.disc(x, y, radius * .8, dark)
    s.disc(x, y, radius * .775, metal)
    crown = [(-.46, .3), (-.52, -.22), (-.24, .04), (0, -.4), (.24, .04), (.52, -.22), (.46, .3)]
    s.polygon([(x + radius * a, y + radius * b) for a, b in crown], dark)
    for a, b in ((-.52, -.28), (0, -.46), (.52, -.28)):
        s.disc(x + radius * a, y + radius * b, radius * .07, dark)
    s.box(x - radius * .46, y + radius * .36, x + radius * .46, y + radius * .44, dark)


def bars(s: Sheet, x: float, foot: float, wide: float, heights: tuple[float, ...],
         ink: str) -> None:
    gap = wide / len(heights)
    for i, high in enumerate(heights):
        s.box(x + i * gap, foot - high, x + (i + .72) * gap, foot, ink)


def jar(s: Sheet, x: float, foot: float, high: float, glass: str, inside: str, lid: str,
        full: float = .6) -> None:
    w = high * .3
    outline = [(x - w, foot), (x - w, foot - high * .72), (x - w * .78, foot - high * .84),
               (x - w * .78, foot - high * .9), (x + w * .78, foot - high * .9),
               (x + w * .78, foot - high * .84), (x + w, foot - high * .72), (x + w, foot)]
    s.polygon(outline, glass)
    s.box(x - w * .92, foot - high * full, x + w * .92, foot - high * .03, inside)
    s.box(x - w * .9, foot - high, x + w * .9, foot - high * .88, lid)
    s.line([(x - w * .7, foot - high * .2), (x - w * .7, foot - high * .66)], w * .1, "paper")


def apple(s: Sheet, x: float, y: float, radius: float, skin: str, leaf: str, dark: str) -> None:
    r = radius
    blob(s, [(x, y - r * .74), (x + r * .5, y - r * .96), (x + r, y - r * .4),
             (x + r * .84, y + r * .5), (x + r * .3, y + r * .94), (x, y + r * .82),
             (x - r * .3, y + r * .94), (x - r * .84, y + r * .5), (x - r, y - r * .4),
             (x - r * .5, y - r * .96)], skin)
    blob(s, [(x + r * .55, y - r * .8), (x + r * .96, y - r * .3), (x + r * .8, y + r * .5),
             (x + r * .3, y + r * .9), (x + r * .5, y + r * .3), (x + r * .66, y - r * .2)], dark,
         .4, over=True)
    s.line(smooth([(x - r * .55, y - r * .5), (x - r * .7, y - r * .2),
                   (x - r * .66, y + r * .1)]), r * .1, "paper")
    s.line(smooth([(x, y - r * .7), (x + r * .04, y - r), (x + r * .14, y - r * 1.25)]), r * .09,
           dark)
    blob(s, [(x + r * .1, y - r * 1.0), (x + r * .4, y - r * 1.4), (x + r * .86, y - r * 1.34),
             (x + r * .5, y - r * 1.06)], leaf)


def ball(s: Sheet, x: float, y: float, radius: float, skin: str, dark: str) -> None:
    s.disc(x, y, radius, dark)
    s.disc(x, y, radius * .95, skin)
    s.polygon([(x + radius * .34 * sin(i * 2 * pi / 5),
                y - radius * .34 * cos(i * 2 * pi / 5)) for i in range(5)], dark)
    for i in range(5):
        turn = i * 2 * pi / 5
        s.line([(x + radius * .34 * sin(turn), y - radius * .34 * cos(turn)),
                (x + radius * .66 * sin(turn), y - radius * .66 * cos(turn))], radius * .05, dark)
        s.polygon([(x + radius * k * sin(turn + d), y - radius * k * cos(turn + d)) for k,
                   d in ((.66, 0), (.8, .3), (.94, .24), (.94, -.24), (.8, -.3))], dark)
