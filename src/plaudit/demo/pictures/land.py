"""Sky, hills, water, weather and what grows."""

from collections.abc import Sequence
from math import cos, pi, sin

from plaudit.demo.pictures.press import Point, Points, Sheet
from plaudit.demo.pictures.screens import Tone

# Coordinates read best in rows.
# fmt: off


def smooth(points: Points, steps: int = 10, *, closed: bool = False) -> list[Point]:
    """A curve through every point (Catmull and Rom's)."""
    ends = (points[-1:], points[:2]) if closed else (points[:1], points[-1:])
    p = [*ends[0], *points, *ends[1]]
    curve = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in zip(p, p[1:], p[2:], p[3:], strict=False):
        curve += [(_spline(ax, bx, cx, dx, i / steps), _spline(ay, by, cy, dy,
                                                               i / steps)) for i in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def blob(s: Sheet, points: Points, ink: str, tone: Tone = 1, *, over: bool = False) -> None:
    s.polygon(smooth(points, closed=True), ink, tone, over=over)


def sky(s: Sheet, ink: str, tone: Tone = 1, *, bottom: float = 1020, over: bool = False) -> None:
    s.box(-20, -20, 1620, bottom, ink, tone, over=over)


def ridge(s: Sheet, heights: Sequence[float], ink: str, tone: Tone = 1, *,
          over: bool = False) -> None:
    """A hill line across the sheet through evenly spaced heights, filled to the foot."""
    gap = 1640 / (len(heights) - 1)
    line = smooth([(-20 + i * gap, y) for i, y in enumerate(heights)])
    s.polygon([*line, (1620, 1020), (-20, 1020)], ink, tone, over=over)


def sun(s: Sheet, x: float, y: float, radius: float, ink: str = "hot", rays: int = 0) -> None:
    s.disc(x, y, radius, ink)
    for i in range(rays):
        turn = 2 * pi * i / rays
        near, far = radius * 1.18, radius * (1.5 if i % 2 else 1.36)
        s.line([(x + near * cos(turn), y + near * sin(turn)),
                (x + far * cos(turn), y + far * sin(turn))], radius * 0.07, ink)


def moon(s: Sheet, x: float, y: float, radius: float, shade: str, ink: str = "paper") -> None:
    s.disc(x, y, radius, ink)
    s.disc(x + radius * 0.42, y - radius * 0.16, radius * 0.86, shade)


def stars(s: Sheet, count: int, bottom: float, ink: str = "paper", top: float = 0) -> None:
    for _ in range(count):
        x, y = s.dice.uniform(0, 1600), s.dice.uniform(top, bottom)
        size = s.dice.choice((1.6, 2.2, 2.2, 3, 4.2))
        s.disc(x, y, size, ink)


def cloud(s: Sheet, x: float, y: float, width: float, ink: str, tone: Tone = 1) -> None:
    w = width / 2
    blob(s, [(x - w, y), (x - w * .72, y - w * .2), (x - w * .4, y - w * .22),
             (x - w * .12, y - w * .5), (x + w * .28, y - w * .42), (x + w * .5, y - w * .2),
             (x + w * .8, y - w * .2), (x + w, y), (x, y + w * .04)], ink, tone)


def rain(s: Sheet, count: int, ink: str, slant: float = 14, top: float = 0) -> None:
    for _ in range(count):
        x, y = s.dice.uniform(-20, 1620), s.dice.uniform(top, 1000)
        long = s.dice.uniform(26, 60)
        s.line([(x, y), (x - slant * long / 40, y + long)], 3, ink)


def ripples(s: Sheet, top: float, bottom: float, count: int, ink: str, left: float = 0,
            right: float = 1600) -> None:
    """Short level strokes on water, longer and heavier the nearer they lie."""
    for _ in range(count):
        near = s.dice.random()
        y = top + (bottom - top) * near
        x, half = s.dice.uniform(left, right), 18 + 70 * near
        dip = 3 + 5 * near
        s.line(smooth([(x - half, y), (x - half / 3, y + dip), (x + half / 3, y),
                       (x + half, y + dip)], 5), 2.5 + 4 * near, ink)


def tree(s: Sheet, x: float, foot: float, height: float, ink: str, shade: str) -> None:
    """A round crown, its shaded half in halftone."""
    r = height * 0.3
    s.line([(x, foot), (x, foot - height * .6)], height * .05, shade)
    crown = [(x + r * k * cos(a), foot - height * .66 + r * 1.1 * k * sin(a)) for a,
             k in ((i * pi / 6, s.dice.uniform(.88, 1.14)) for i in range(12))]
    blob(s, crown, ink)
    blob(s, [(x + (px - x) * .62 + r * .28, py + (foot - height * .66 - py) * .3 + r * .2) for px,
             py in crown], shade, .42, over=True)


def poplar(s: Sheet, x: float, foot: float, height: float, ink: str) -> None:
    w = height * .11
    blob(s, [(x, foot - height), (x + w * .8, foot - height * .6), (x + w, foot - height * .3),
             (x + w * .4, foot - height * .04), (x - w * .4, foot - height * .04),
             (x - w, foot - height * .3), (x - w * .8, foot - height * .6)], ink)
    s.line([(x, foot), (x, foot - height * .2)], height * .025, ink)


def pine(s: Sheet, x: float, foot: float, height: float, ink: str) -> None:
    s.line([(x, foot), (x, foot - height * .3)], height * .05, ink)
    for top, base, half in ((1, .55, .17), (.8, .32, .23), (.58, .12, .28)):
        s.polygon([(x, foot - height * top), (x + height * half, foot - height * base),
                   (x - height * half, foot - height * base)], ink)


def reeds(s: Sheet, left: float, right: float, foot: float, height: float, ink: str) -> None:
    x = left
    while x < right:
        tall, lean = height * s.dice.uniform(.5, 1), s.dice.uniform(-.25, .25)
        tip = (x + tall * lean, foot - tall)
        s.line(smooth([(x, foot), (x + tall * lean * .3, foot - tall * .55), tip], 6), 4.5, ink)
        if s.dice.random() < .3:
            s.line([tip, (tip[0] - lean * 30, tip[1] + 34)], 12, ink)
        x += s.dice.uniform(9, 26)


def grass(s: Sheet, left: float, right: float, foot: float, height: float, ink: str) -> None:
    x = left
    while x < right:
        tall, lean = height * s.dice.uniform(.4, 1), s.dice.uniform(-.4, .4)
        s.polygon([(x - 4, foot), (x + tall * lean, foot - tall), (x + 4, foot)], ink)
        x += s.dice.uniform(5, 12)
