"""An image file of somebody's own becomes a Photo."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile

from plaudit.stories import lines
from plaudit.stories.models import Photo
from plaudit.stories.photo_field import PhotoField
from plaudit.stories.refused import Refused, reasons

# What the newsroom's form says of “this picture”, said of a file by name.
PLAIN = {
    "damaged": "it is damaged. Save it as JPEG or PNG again.",
    "file_too_many_pixels": (
        f"it has more than {PhotoField().max_image_pixels:,} pixels. Make it smaller."
    ),
}


class Picture:
    """An image on disk; checked by the newsroom's own rules before anything is saved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = lines.clean(path.name)  # a file's name may hold bytes that are no text
        self.data = self._read()
        self._check()

    def photo(self, credit: str, credit_url: str, alt: str) -> Photo:
        """A new Photo with its credit, not saved yet. Raises Refused."""
        photo = Photo(
            title=Path(self.name).stem[:255],
            file=ImageFile(self._uploaded(), self.name),
            credit=credit,
            credit_url=credit_url,
            alt=alt,
        )
        try:
            photo.full_clean(exclude=["file", "file_hash", "collection"])
        except ValidationError as error:
            raise Refused(f"{self.name}: {reasons(error)}") from None
        photo._set_image_file_metadata()  # noqa: SLF001  (as Wagtail's own form does)
        return photo

    def _uploaded(self) -> SimpleUploadedFile:
        return SimpleUploadedFile(self.name, self.data)

    def _read(self) -> bytes:
        limit = PhotoField().max_upload_size or 0
        try:
            with self.path.open("rb") as file:
                data = file.read(limit + 1 if limit else -1)
        except OSError as error:
            reason = (error.strerror or "it is not there").lower()
            raise Refused(f"The image {self.path} cannot be read: {reason}.") from None
        if limit and len(data) > limit:
            raise Refused(f"{self.path} is too large: at most {limit // 1024**2} MB fit.")
        return data

    def _check(self) -> None:
        try:
            PhotoField().clean(self._uploaded())
        except ValidationError as error:
            why = PLAIN.get(error.code or "", "") or reasons(error)
            raise Refused(f"{self.name} cannot be used as an image: {why}") from None
