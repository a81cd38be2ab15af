"""Illustrations drawn by code, in the manner of a poster printed in five inks."""

from collections.abc import Callable

from PIL import Image

from plaudit.demo.pictures.inks import Palette
from plaudit.demo.pictures.portraits import FACES, sitter
from plaudit.demo.pictures.press import SHEET, Sheet
from plaudit.demo.pictures.scenes import (
    arts,
    river_and_land,
    sport,
    table_and_garden,
    town,
    work_and_money,
)

Scene = Callable[[Sheet], None]

SCENES: dict[str, tuple[Palette, Scene]] = {
    key: (desk.PALETTE, scene)
    for desk in (town, river_and_land, work_and_money, arts, sport, table_and_garden)
    for key, scene in desk.SCENES.items()
}


def keys() -> list[str]:
    """Everything that can be drawn."""
    return sorted(SCENES)


def draw(key: str, size: tuple[int, int] = SHEET) -> Image.Image:
    """The picture called `key`, the same to the last grain every time."""
    palette, scene = SCENES[key]
    sheet = Sheet(palette, size, seed=key)
    scene(sheet)
    return sheet.printed()


def portrait(author: str, size: tuple[int, int] = (400, 400)) -> Image.Image:
    """The face of an author, by slug."""
    sheet = Sheet(FACES[author][0], size, seed=author)
    sitter(sheet, author)
    return sheet.printed()
