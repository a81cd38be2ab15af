"""An image file of somebody's own becomes a Photo."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.fields import WagtailImageField

from plaudit.stories.models import Photo
from plaudit.stories.refused import Refused


class Picture:
    """An image on disk; checked by the newsroom's own rules before anything is saved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = self._read()
        self._check()

    def save(self, credit: str, credit_url: str, alt: str) -> Photo:
        """A new Photo with its credit. Raises Refused."""
        photo = Photo(
            title=self.path.stem[:255],
            file=ImageFile(SimpleUploadedFile(self.path.name, self.data), self.path.name),
            credit=credit,
            credit_url=credit_url,
            alt=alt,
        )
        try:
            photo.full_clean(exclude=["file", "file_hash", "collection"])
        except ValidationError as error:
            raise Refused(f"{self.path.name}: {' '.join(error.messages)}") from None
        photo._set_image_file_metadata()  # noqa: SLF001  (as Wagtail's own form does)
        photo.save()
        return photo

    def _read(self) -> bytes:
        limit = WagtailImageField().max_upload_size or 0
        try:
            if limit and self.path.stat().st_size > limit:
                raise Refused(f"{self.path} is too large: at most {limit // 1024**2} MB fit.")
            return self.path.read_bytes()
        except OSError as error:
            reason = (error.strerror or "it is not there").lower()
            raise Refused(f"The image {self.path} cannot be read: {reason}.") from None

    def _check(self) -> None:
        try:
            WagtailImageField().clean(SimpleUploadedFile(self.path.name, self.data))
        except ValidationError as error:
            raise Refused(
                f"{self.path.name} cannot be used as an image: {' '.join(error.messages)}"
            ) from None
