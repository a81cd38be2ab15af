"""Where a picture was taken: cameras write it into the file, and nobody meant to publish it."""

from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from typing import IO, Any

from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import Base

from plaudit.stories import stowaways

GPS = int(Base.GPSInfo)
# Of what a camera or a desk has written into a picture that named a place, this alone stays.
KEPT = (Base.Orientation, Base.Artist, Base.Copyright)
# XMP is text and says GPSLatitude; its second part, which Pillow leaves unread, is announced. A
# phone hangs a short film behind its picture, with the place in one of the film's boxes.
WORDS = ("GPSLatitude", "GPSLongitude", "GPSPosition", "HasExtendedXMP")
BOXES = (b"\xa9xyz", b"loci", b"com.apple.quicktime.location", b"MotionPhoto_Data")
NAMES = BOXES + tuple(
    word.encode(coding) for word in WORDS for coding in ("utf-8", "utf-16-le", "utf-16-be")
)


def without(file: IO[bytes]) -> bytes | None:
    """The picture without its place, or None if it says none and can stay as it is.

    What travels in its file and is no picture is left behind as well (`stowaways`).

    Orientation and colours stay, and whose it is. A JPEG keeps its tables, so that it loses next
    to nothing; the other formats are written again as well as they can be.

    What is no picture at all says no place either: PhotoField has refused it before. What is one
    and cannot be written again raises what Pillow raises, so that it is never kept with its place.
    """
    try:
        file.seek(0)
        picture = Image.open(file)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        file.seek(0)
        return None
    try:
        return _written(picture) if _says_where(picture, file) else None
    finally:
        file.seek(0)


def _says_where(picture: Image.Image, file: IO[bytes]) -> bool:
    if picture.format == "PNG":
        picture.load()  # what it says may come behind the picture
    return _is_in_texts(picture) or _is_in_frames(picture) or _is_in_bytes(file)


def _is_in_texts(picture: Image.Image) -> bool:
    """PNG keeps texts packed; XMP and what ImageMagick writes for EXIF are among them."""
    texts = [text for text in picture.info.values() if isinstance(text, str | bytes)]
    return any(b"GPS" in (text if isinstance(text, bytes) else text.encode()) for text in texts)


def _is_in_frames(picture: Image.Image) -> bool:
    """A JPEG of several pictures (MPO) has EXIF for each."""
    frames = getattr(picture, "n_frames", 1) if picture.format == "MPO" else 1
    for frame in range(frames):
        picture.seek(frame)
        if GPS in picture.getexif():
            picture.seek(0)
            return True
    picture.seek(0)
    return False


def _is_in_bytes(file: IO[bytes]) -> bool:
    file.seek(0)
    data = file.read()
    return any(name in data for name in NAMES) or stowaways.are_in(data)


def _written(picture: Image.Image) -> bytes:
    form = str(picture.format)
    how: dict[str, Any] = {"quality": "keep" if form == "JPEG" else 92}
    if getattr(picture, "n_frames", 1) > 1 and form != "MPO":
        how["save_all"] = True
    if form == "MPO":  # several JPEGs in one file; the first is the picture
        form, how = "JPEG", {"quality": 92}
    how |= {"exif": _kept(picture, KEPT), "icc_profile": picture.info.get("icc_profile")}
    clean = _saved(picture, form, how)
    if stowaways.are_in(clean):  # among what was kept
        how |= {"exif": _kept(picture, [Base.Orientation]), "icc_profile": None}
        clean = _saved(picture, form, how)
    if stowaways.are_in(clean):
        raise ValueError("What is in this file besides the picture cannot be taken out")
    return clean


def _saved(picture: Image.Image, form: str, how: dict[str, Any]) -> bytes:
    clean = BytesIO()
    picture.save(clean, form, xmp=b"", comment=b"", **how)
    return clean.getvalue()


def _kept(picture: Image.Image, tags: Iterable[Base]) -> bytes:
    """The EXIF that stays; a value that cannot be written as it was is left out."""
    found, exif = picture.getexif(), Image.Exif()
    for tag in tags:
        if (value := found.get(tag)) is not None:
            exif[tag] = value
            with suppress(Exception):
                exif.tobytes()
                continue
            del exif[tag]
    return exif.tobytes() if exif else b""
