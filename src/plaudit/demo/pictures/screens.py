"""Greys made of dots, and the unevenness of ink on paper."""

import random
from functools import cache

from PIL import Image, ImageChops

Tone = float | tuple[float, float]

SCREEN_ANGLES = {
    "pale": (4, 1),
    "hot": (1, 4),
    "mid": (3, 3),
    "deep": (4, 2),
    "night": (2, 4),
    "paper": (3, 2),
}


def ramp(tone: Tone, size: tuple[int, int]) -> Image.Image:
    if isinstance(tone, tuple):
        column = Image.new("L", (1, 64))
        column.putdata([int(255 * (tone[0] + (tone[1] - tone[0]) * i / 63)) for i in range(64)])
        return column.resize(size, Image.Resampling.BILINEAR)
    return Image.new("L", size, int(255 * tone))


@cache
def radial() -> Image.Image:
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
def screen(ink: str, pitch: int, size: tuple[int, int]) -> Image.Image:
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
def grain(ink: str, size: tuple[int, int]) -> Image.Image:
    """Where the ink did not quite take: fine speckle on a slow mottle."""
    dice = random.Random(ink)
    fine = Image.frombytes("L", (400, 400), dice.randbytes(160_000))
    fine = fine.point(lambda v: 190 if v < 5 else 236 + v // 14)
    slow = Image.frombytes("L", (14, 9), dice.randbytes(126)).resize(size, Image.Resampling.BICUBIC)
    slow = slow.point(lambda v: 226 + v // 9)
    return ImageChops.multiply(_tiled(fine, size).crop((0, 0, *size)), slow)
