"""The form field of a picture's file: what it lets through is sound, bearable and says no place."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy
from PIL import Image
from wagtail.images.fields import WagtailImageField

from plaudit.stories import whereabouts

# No others are opened, whatever a file says it is: some of Pillow's readers call programs.
FORMATS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
MOST_FRAMES = 1_000
# WebP ends at 16,383 pixels: 1280 wide, as pages show them, none may be higher than that.
MOST_HIGH = 12
DAMAGED = gettext_lazy(
    "This picture is damaged: it cannot be read to its end. Save it as JPEG or PNG again."
)
TALL = gettext_lazy("This picture is more than %d times as high as it is wide. Cut it in parts.")
LARGE = gettext_lazy(
    "This picture has more than %s pixels, in all its frames together. Make it smaller."
)
DEEP = gettext_lazy(
    "This picture has 16 bits for a grey, which few programs can show. Save it with 8."
)
LONG = gettext_lazy("This picture has more than %s frames. Make it shorter.")


class PhotoField(WagtailImageField):
    """Wagtail's own looks at the head of a file only, and lets through whatever Pillow raises.

    This one reads the file to its end, within bounds. What it refuses is a ValidationError:
    `damaged`, `file_too_many_pixels`, `too_many_frames`, `too_tall`, `too_deep`, or one of
    Wagtail's.
    """

    def to_python(self, data: Any) -> Any:
        file = super().to_python(data)
        if file is not None:
            _attempt(_forget_whereabouts, file)
        return file

    def check_image_pixel_size(self, f: Any) -> None:
        """Wagtail's last step, when the file's size and kind have been looked at."""
        _attempt(_look_through, f, self.max_image_pixels)


def _attempt(step: Callable[..., None], file: Any, *more: Any) -> None:
    try:
        step(file, *more)
    except ValidationError:
        raise
    except Exception:  # noqa: BLE001  (a damaged picture makes Pillow raise anything)
        raise ValidationError(DAMAGED, code="damaged") from None
    finally:
        file.seek(0)


def _look_through(file: Any, most_pixels: int) -> None:
    try:
        with Image.open(file, formats=FORMATS) as picture:
            for number in _frames(picture):
                _bear(*picture.size, number, most_pixels)
                picture.load()
            if picture.mode == "I;16":  # which is neither JPEG nor WebP, and pages show these
                raise ValidationError(DEEP, code="too_deep")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(most_pixels) from None


def _frames(picture: Image.Image) -> Iterator[int]:
    """One after the other, from 1: to count them beforehand takes seconds where they are many."""
    yield 1
    with suppress(EOFError):
        for number in count(1):
            picture.seek(number)
            if picture.format != "MPO":  # whose further pictures nobody is shown
                yield number + 1


def _bear(width: int, height: int, frames: int, most_pixels: int) -> None:
    if width * height * frames > most_pixels:
        raise _too_large(most_pixels)
    if frames > MOST_FRAMES:
        raise ValidationError(LONG % _grouped(MOST_FRAMES), code="too_many_frames")
    if height > MOST_HIGH * width:
        raise ValidationError(TALL % MOST_HIGH, code="too_tall")


def _too_large(most_pixels: int) -> ValidationError:
    return ValidationError(LARGE % _grouped(most_pixels), code="file_too_many_pixels")


def _grouped(number: int) -> str:
    return number_format(number, force_grouping=True)


def _forget_whereabouts(file: Any) -> None:
    """In the file itself: Wagtail keeps that until somebody has filled in the rest of the form."""
    clean = whereabouts.without(file)
    if clean is None:
        return
    file.seek(0)
    file.truncate()
    file.write(clean)
    file.flush()
    file.size = len(clean)
