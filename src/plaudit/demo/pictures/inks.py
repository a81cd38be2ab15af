"""The inks each section of the paper is printed in, darkest first."""

from dataclasses import dataclass

RGB = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """Five inks and a paper. Scenes name inks by what they do, so any palette fits any scene."""

    night: RGB
    deep: RGB
    mid: RGB
    pale: RGB
    hot: RGB
    paper: RGB = (246, 239, 224)


INKS = ("pale", "hot", "mid", "deep", "night")

TOWN = Palette((27, 34, 64), (52, 82, 128), (112, 152, 178), (196, 212, 206), (240, 150, 44))
RIVER = Palette((16, 50, 62), (28, 102, 112), (92, 164, 152), (196, 221, 192), (242, 118, 74))
WORK = Palette((48, 32, 38), (122, 62, 52), (196, 126, 80), (233, 205, 158), (34, 124, 132))
ARTS = Palette((46, 26, 62), (112, 52, 104), (192, 106, 134), (238, 200, 188), (244, 176, 52))
SPORT = Palette((18, 50, 46), (36, 108, 78), (122, 172, 98), (214, 222, 160), (228, 70, 56))
TABLE = Palette((44, 46, 28), (92, 112, 48), (166, 172, 84), (234, 216, 158), (214, 78, 54))
