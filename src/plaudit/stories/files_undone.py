"""A database forgets what it rolls back; a folder of files has to be told."""

from collections.abc import Iterator
from contextlib import contextmanager

from plaudit.stories.models import Photo


@contextmanager
def undoing_files() -> Iterator[list[Photo]]:
    """Photos put into the list lose their files again if what follows fails."""
    photos: list[Photo] = []
    try:
        yield photos
    except BaseException:
        for photo in photos:
            if photo.file._committed:  # noqa: SLF001  (Django has no public word for "stored")
                photo.file.storage.delete(photo.file.name)
        raise
