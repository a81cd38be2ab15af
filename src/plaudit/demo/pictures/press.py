"""A small printing press: one plate per ink, halftone screens, and plates that never quite align.

Scenes draw in units of a 1600 × 1000 sheet, whatever the size asked for. Ink laid on other
ink knocks it out, as with cut paper; `over=True` prints on top of it instead, which darkens.
A tone below 1 is printed as halftone dots, and what lies below shows between them; a pair of
tones is a gradient from top to bottom.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from math import cos, radians, sin

from PIL import Image, ImageChops, ImageDraw

from plaudit.demo.pictures.inks import INKS, Palette

Point = tuple[float, float]
Points = Sequence[Point]
Tone = float | tuple[float, float]
Stencil = Callable[[ImageDraw.ImageDraw, int], None]

LEVEL = (1.0, 0.0, 0.0, 0.0)
SHEET = (1600, 1000)
SUPERSAMPLE = 3
BLEED = 2
DOT = 9
SCREEN_ANGLES = {
    "pale": (4, 1),
    "hot": (1, 4),
    "mid": (3, 3),
    "deep": (4, 2),
    "night": (2, 4),
    "paper": (3, 2),
}


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
        light = _radial().resize((side, side)).point(lambda v: int(v * strength))
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
        dots = self._dots(_ramp(tone, mask.size), ink, left, top)
        self._stamp(ImageChops.darker(dots, mask), ink, left, top, over=over)

    def _stamp(self, mask: Image.Image, ink: str, left: int, top: int, *, over: bool) -> None:
        for name, plate in self.plates.items():
            if name == ink:
                plate.paste(255, (left, top), mask)
            elif not over:
                plate.paste(0, (left, top), mask)

    def _dots(self, light: Image.Image, ink: str, left: int, top: int) -> Image.Image:
        """What remains of a grey image, lying at (left, top), after the ink's halftone screen."""
        screen = _screen(ink, max(4, round(DOT * self.scale)), self.full)
        window = screen.crop((left, top, left + light.width, top + light.height))
        return ImageChops.add(light, window, 1, -255).point(lambda v: min(255, v * 12))

    def printed(self) -> Image.Image:
        """Pull the print: paper, then each ink, lightest first, each a hair off register."""
        proof = Image.new("RGB", self.size, self.palette.paper)
        for ink in INKS:
            plate = self.plates[ink].reduce(SUPERSAMPLE)
            left, top = (BLEED + self.dice.choice((-1, 0, 1)) for _ in self.size)
            plate = plate.crop((left, top, left + self.size[0], top + self.size[1]))
            plate = ImageChops.multiply(plate, _grain(ink, self.size))
            colour = Image.new("RGB", self.size, getattr(self.palette, ink))
            inked = ImageChops.multiply(proof, colour) if ink != "pale" else colour
            proof.paste(inked, mask=plate)
        return proof


def _box(points: Points, margin: float = 0) -> tuple[float, float, float, float]:
    across, down = [p[0] for p in points], [p[1] for p in points]
    return (min(across) - margin, min(down) - margin, max(across) + margin, max(down) + margin)


def _ramp(tone: Tone, size: tuple[int, int]) -> Image.Image:
    if isinstance(tone, tuple):
        column = Image.new("L", (1, 64))
        column.putdata([int(255 * (tone[0] + (tone[1] - tone[0]) * i / 63)) for i in range(64)])
        return column.resize(size, Image.Resampling.BILINEAR)
    return Image.new("L", size, int(255 * tone))


@cache
def _radial() -> Image.Image:
    """Full in the middle, nothing from the rim on; the plain gradient ends in the corners."""
    return Image.radial_gradient("L").point(lambda v: int(255 * max(0, 1 - v / 180) ** 1.4))


@cache
def _cell(ink: str, pitch: int) -> Image.Image:
    """One repeat of a round-dot screen, turned so that no two inks share an angle."""
    a, b = SCREEN_ANGLES[ink]
    norm = (a * a + b * b) ** 0.5
    side = max(8, round(pitch * norm))
    heights = []
    for y in range(side):
        for x in range(side):
            u, v = (a * x + b * y) / side % 1 - 0.5, (a * y - b * x) / side % 1 - 0.5
            heights.append((u * u + v * v) ** 0.5)
    ranks = {i: rank for rank, i in enumerate(sorted(range(len(heights)), key=heights.__getitem__))}
    cell = Image.new("L", (side, side))
    cell.putdata([255 - ranks[i] * 255 // len(ranks) for i in range(len(ranks))])
    return cell


@cache
def _screen(ink: str, pitch: int, size: tuple[int, int]) -> Image.Image:
    return _tiled(_cell(ink, pitch), size)


def _tiled(cell: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The cell repeated, by doubling, so that a large sheet costs a dozen pastes."""
    sheet = Image.new(
        "L", (-(-size[0] // cell.width) * cell.width, -(-size[1] // cell.height) * cell.height)
    )
    sheet.paste(cell)
    wide, high = cell.size
    while wide < sheet.width:
        sheet.paste(sheet.crop((0, 0, wide, high)), (wide, 0))
        wide *= 2
    while high < sheet.height:
        sheet.paste(sheet.crop((0, 0, sheet.width, high)), (0, high))
        high *= 2
    return sheet


@cache
def _grain(ink: str, size: tuple[int, int]) -> Image.Image:
    """Where the ink did not quite take: fine speckle on a slow mottle."""
    dice = random.Random(ink)
    fine = Image.frombytes("L", (400, 400), dice.randbytes(160_000))
    fine = fine.point(lambda v: 190 if v < 5 else 236 + v // 14)
    slow = Image.frombytes("L", (14, 9), dice.randbytes(126)).resize(size, Image.Resampling.BICUBIC)
    slow = slow.point(lambda v: 226 + v // 9)
    return ImageChops.multiply(_tiled(fine, size).crop((0, 0, *size)), slow)
