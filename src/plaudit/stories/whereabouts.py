"""Where a picture was taken: cameras write it into the file, and nobody meant to publish it."""

from io import BytesIO
from typing import IO, Any

from PIL import Image, UnidentifiedImageError

GPS = 0x8825
XMP = ("xmp", "XML:com.adobe.xmp")


def without(file: IO[bytes]) -> bytes | None:
    """The picture without its place, or None if it says none and can stay as it is.

    Orientation and colours stay. A JPEG keeps its tables, so that it loses next to nothing; the
    other formats are written again as well as they can be.
    """
    file.seek(0)
    try:
        picture = Image.open(file)
        exif = picture.getexif()
        if GPS not in exif and not _is_in_xmp(picture):
            return None
        if GPS in exif:
            del exif[GPS]
        return _written(picture, exif)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None  # what cannot be read as a picture is refused elsewhere
    finally:
        file.seek(0)


def _written(picture: Image.Image, exif: Image.Exif) -> bytes:
    form = str(picture.format)
    how: dict[str, Any] = {"quality": "keep" if form == "JPEG" else 92}
    if getattr(picture, "n_frames", 1) > 1 and form != "MPO":
        how["save_all"] = True
    if form == "MPO":  # several JPEGs in one file; the first is the picture
        form, how = "JPEG", {"quality": 92}
    clean = BytesIO()
    profile = picture.info.get("icc_profile")
    picture.save(clean, form, exif=exif.tobytes(), xmp=b"", icc_profile=profile, **how)
    return clean.getvalue()


def _is_in_xmp(picture: Image.Image) -> bool:
    texts = [picture.info.get(key) or b"" for key in XMP]
    return any(b"GPS" in (text if isinstance(text, bytes) else text.encode()) for text in texts)
