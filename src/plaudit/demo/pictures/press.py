"""A small printing press: one plate per ink, halftone screens, and plates that never quite align.

Scenes draw in units of a 1600 × 1000 sheet, whatever the size asked for. Ink laid on other
ink knocks it out, as with cut paper; `over=True` prints on top of it instead, which darkens.
A tone below 1 is printed as halftone dots, and what lies below shows between them; a pair of
tones is a gradient from top to bottom.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import cos, radians, sin

from PIL import Image, ImageChops, ImageDraw

from plaudit.demo.pictures.inks import INKS, Palette
from plaudit.demo.pictures.screens import Tone, grain, radial, ramp, screen

Point = tuple[float, float]
Points = Sequence[Point]
Stencil = Callable[[ImageDraw.ImageDraw, int], None]

LEVEL = (1.0, 0.0, 0.0, 0.0)
SHEET = (1600, 1000)
SUPERSAMPLE = 3
BLEED = 2
DOT = 9


class Sheet:
    def __init__(self, palette: Palette, size: tuple[int, int], seed: str) -> None:
        self.palette = palette
        self.size = size
        self.dice = random.Random(seed)
        self.full = ((size[0] + 2 * BLEED) * SUPERSAMPLE, (size[1] + 2 * BLEED) * SUPERSAMPLE)
        self.scale = max(self.full[0] / SHEET[0], self.full[1] / SHEET[1])
        self.shift = tuple((self.full[i] - SHEET[i] * self.scale) / 2 for i in (0, 1))
        self.turn = LEVEL
        self.plates = {ink: Image.new("L", self.full) for ink in INKS}
        self.pens = {ink: ImageDraw.Draw(plate) for ink, plate in self.plates.items()}

    # What scenes draw with

    def polygon(self, points: Points, ink: str, tone: Tone = 1, *, over: bool = False) -> None:
        flat = [self._at(point) for point in points]
        self._lay(lambda pen, value: pen.polygon(flat, fill=value), _box(flat), ink, tone, over)

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        ink: str,
        tone: Tone = 1,
        *,
        over: bool = False,
    ) -> None:
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        self.polygon(corners, ink, tone, over=over)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        ink: str,
        tone: Tone = 1,
        *,
        high: float | None = None,
        over: bool = False,
    ) -> None:
        """A circle, or an ellipse when `high` gives its other radius."""
        tall = radius if high is None else high
        x, y = self._at((x, y))
        radius, tall = radius * self.scale, tall * self.scale
        box = (x - radius, y - tall, x + radius, y + tall)
        self._lay(lambda pen, value: pen.ellipse(box, fill=value), box, ink, tone, over)

    def line(
        self, points: Points, width: float, ink: str, tone: Tone = 1, *, over: bool = False
    ) -> None:
        """A stroke with round ends and joints."""
        flat = [self._at(point) for point in points]
        thick = max(1, round(width * self.scale))
        half = thick / 2

        def stroke(pen: ImageDraw.ImageDraw, value: int) -> None:
            pen.line(flat, fill=value, width=thick, joint="curve")
            if thick > 3:
                for x, y in (flat[0], flat[-1]):
                    pen.ellipse((x - half, y - half, x + half, y + half), fill=value)

        self._lay(stroke, _box(flat, thick), ink, tone, over)

    def glow(self, x: float, y: float, radius: float, ink: str, strength: float = 1) -> None:
        """Halftone light that fades outwards."""
        west, north = (round(edge) for edge in self._at((x - radius, y - radius)))
        side = round(2 * radius * self.scale)
        light = radial().resize((side, side)).point(lambda v: int(v * strength))
        left, top = max(0, west), max(0, north)
        right, bottom = min(self.full[0], west + side), min(self.full[1], north + side)
        if left < right and top < bottom:
            light = light.crop((left - west, top - north, right - west, bottom - north))
            self._stamp(self._dots(light, ink, left, top), ink, left, top, over=False)

    @contextmanager
    def tilted(self, degrees: float, x: float, y: float) -> Iterator[None]:
        """Whatever is drawn meanwhile is turned clockwise about a point."""
        self.turn = (cos(radians(degrees)), sin(radians(degrees)), x, y)
        yield
        self.turn = LEVEL

    # How it works

    def _at(self, point: Point) -> Point:
        along, across, x, y = self.turn
        right, down = point[0] - x, point[1] - y
        return (
            (x + right * along - down * across) * self.scale + self.shift[0],
            (y + right * across + down * along) * self.scale + self.shift[1],
        )

    def _lay(
        self, stencil: Stencil, box: tuple[float, ...], ink: str, tone: Tone, over: bool
    ) -> None:
        if tone == 1:
            for name, pen in self.pens.items():
                if name == ink:
                    stencil(pen, 255)
                elif not over:
                    stencil(pen, 0)
            return
        left, top = max(0, int(box[0])), max(0, int(box[1]))
        right, bottom = (min(self.full[0], int(box[2]) + 2), min(self.full[1], int(box[3]) + 2))
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", self.full)
        stencil(ImageDraw.Draw(mask), 255)
        mask = mask.crop((left, top, right, bottom))
        dots = self._dots(ramp(tone, mask.size), ink, left, top)
        self._stamp(ImageChops.darker(dots, mask), ink, left, top, over=over)

    def _stamp(self, mask: Image.Image, ink: str, left: int, top: int, *, over: bool) -> None:
        for name, plate in self.plates.items():
            if name == ink:
                plate.paste(255, (left, top), mask)
            elif not over:
                plate.paste(0, (left, top), mask)

    def _dots(self, light: Image.Image, ink: str, left: int, top: int) -> Image.Image:
        """What remains of a grey image, lying at (left, top), after the ink's halftone screen."""
        dots = screen(ink, max(4, round(DOT * self.scale)), self.full)
        window = dots.crop((left, top, left + light.width, top + light.height))
        return ImageChops.add(light, window, 1, -255).point(lambda v: min(255, v * 12))

    def printed(self) -> Image.Image:
        """Pull the print: paper, then each ink, lightest first, each a hair off register."""
        proof = Image.new("RGB", self.size, self.palette.paper)
        for ink in INKS:
            plate = self.plates[ink].reduce(SUPERSAMPLE)
            left, top = (BLEED + self.dice.choice((-1, 0, 1)) for _ in self.size)
            plate = plate.crop((left, top, left + self.size[0], top + self.size[1]))
            plate = ImageChops.multiply(plate, grain(ink, self.size))
            colour = Image.new("RGB", self.size, getattr(self.palette, ink))
            inked = ImageChops.multiply(proof, colour) if ink != "pale" else colour
            proof.paste(inked, mask=plate)
        return proof


def _box(points: Points, margin: float = 0) -> tuple[float, float, float, float]:
    across, down = [p[0] for p in points], [p[1] for p in points]
    return (min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin)
