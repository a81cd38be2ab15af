"""The sizes of a story's pictures, made when it is published so that no reader waits for them."""

from collections.abc import Iterable

from django_tasks import task

from plaudit.stories.models.photo import Photo

# What the templates ask for; a test holds them together.
WIDE = [
    f"width-{width}|format-{form}" for width in (640, 1280) for form in ("avif", "webp", "jpeg")
]
CARDS = [
    f"fill-{size}|format-{form}" for size in ("360x240", "720x480") for form in ("webp", "jpeg")
]
SHARED = ["fill-1200x630|format-jpeg"]
PORTRAIT = ["fill-192x192|format-jpeg"]
FEATURED = [*WIDE, *CARDS, *SHARED]
IN_BODY = [spec for spec in WIDE if not spec.endswith("avif")]


@task()
def make(featured: list[int], in_body: list[int]) -> int:
    """Make what is missing and say how many there are. Safe to repeat."""
    return sum(
        len(photo.get_renditions(*specs))
        for specs, photos in ((FEATURED, featured), (IN_BODY, in_body))
        for photo in _with_a_file(photos)
    )


def _with_a_file(photos: list[int]) -> Iterable[Photo]:
    """A lost file is the page's trouble, not a reason to leave the others unmade."""
    for photo in Photo.objects.filter(pk__in=photos):
        if photo.file.storage.exists(photo.file.name):
            yield photo
