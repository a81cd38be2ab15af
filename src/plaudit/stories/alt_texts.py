"""What an alternative text says that a name of a file does not."""

import re
from pathlib import PurePosixPath

ENDINGS = ("avif", "gif", "heic", "jpeg", "jpg", "png", "tif", "tiff", "webp")
# What cameras and phones call their pictures.
_CAMERA = re.compile(
    r"(?:dsc|dscf|dscn|gopr|img|image|mvimg|p|photo|pxl|screenshot|wa|whatsapp image)?"
    r"[\s_\d().:-]*\d[\s_\d().:-]*",
    re.IGNORECASE,
)


def is_file_name(alt: str, *names: str) -> bool:
    """Whether these are no words at all, but what a file is called: this one or any.

    `names` are what the picture's own file is called, with or without folders and ending.
    """
    text = _plain(alt)
    stem, _, ending = alt.strip().rpartition(".")
    return (
        bool(stem and ending.lower() in ENDINGS)
        or _CAMERA.fullmatch(alt.strip()) is not None
        or any(_is_of_one_word(name) and text == _stem(name) for name in names if name)
    )


def _stem(name: str) -> str:
    return _plain(PurePosixPath(name).stem)


def _is_of_one_word(name: str) -> bool:
    """A file may be called by good words, with spaces between them; then they are kept."""
    return " " not in PurePosixPath(name).stem.strip()


def _plain(text: str) -> str:
    return text.strip().casefold()
