"""The sizes of a story's pictures, made when it is published so that no reader waits for them.

AVIF takes ten times as long as the others. So pages name it only once it is there
(`Photo.get_renditions`), and are rendered anew when it is.
"""

from collections.abc import Iterable
from contextlib import suppress

from django_tasks import task

from plaudit.stories import tints
from plaudit.stories.models.event import Event
from plaudit.stories.models.photo import Photo

SMALL = "width-640|format-webp"  # of all there are
FORMS = ("avif", "webp", "jpeg")
# What the templates ask for; a test holds them together.
WIDE = [f"width-{width}|format-{form}" for width in (640, 1280) for form in FORMS]
CARDS = [f"fill-{size}|format-{form}" for size in ("360x240", "720x480") for form in FORMS]
SHARED = ["fill-1200x630|format-jpeg"]
PORTRAIT = ["fill-192x192|format-jpeg"]
FEATURED = [*WIDE, *CARDS, *SHARED]
IN_BODY = WIDE


@task()
def make(featured: list[int], in_body: list[int], ulid: str = "") -> int:
    """Make what is missing and say how many there are. Safe to repeat.

    First what readers cannot do without, of all pictures; then AVIF. Then the story with this
    ULID is said to have changed, if it has.
    """
    wanted = [(photo, FEATURED) for photo in _with_a_file(featured)]
    wanted += [(photo, IN_BODY) for photo in _with_a_file(in_body)]
    for photo, specs in wanted:
        photo.get_renditions(*specs)
        _tint(photo)
    slow = [(photo, photo.missing(*specs)) for photo, specs in wanted]
    for photo, specs in slow:
        photo.make_renditions(*specs)
    if ulid and any(specs for _, specs in slow):
        Event.objects.create(ulid=ulid)
    return sum(len(specs) for _, specs in wanted)


def _tint(photo: Photo) -> None:
    """A size that is lost is no reason to leave the others unmade either."""
    with suppress(OSError), photo.get_rendition(SMALL).file.open() as file:
        tint = tints.of(file)
        Photo.objects.filter(pk=photo.pk).exclude(tint=tint).update(tint=tint)


def _with_a_file(photos: list[int]) -> Iterable[Photo]:
    """A lost file is the page's trouble, not a reason to leave the others unmade."""
    for photo in Photo.objects.filter(pk__in=photos):
        if photo.file.storage.exists(photo.file.name):
            yield photo
