from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from plaudit.stories import licences, whereabouts

SLOW = "|format-avif"  # how the sizes end that no page waits for


class Reuse(models.TextChoices):
    """Whether others may use an image again. Of older images nobody has said it."""

    UNSAID = "", _("Not said")
    NO = "no", _("No: whoever wants to must ask")
    YES = "yes", _("Yes, under the licence given")


class Photo(AbstractImage):
    """An image that says who made it: credit is required."""

    file: Any  # Wagtail's, which has no types
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_(
            "What somebody who cannot see it should know, in a sentence: who or what is seen, and "
            "what is done. Begin with that, not with “image of”, and do not repeat the caption."
        ),
    )
    is_decoration = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_(
            "It says nothing that is not in the text as well. Those who cannot see it will not be "
            "told of it."
        ),
    )
    caption = models.CharField(
        _("caption"),
        max_length=400,
        blank=True,
        help_text=_("Shown under the image: who, what, where and when."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        help_text=_(
            "Who made it, or where it comes from. Readers see it with the image, always. Without "
            "it the image is not taken in."
        ),
    )
    credit_url = models.URLField(
        _("link of the credit"), blank=True, help_text=_("Where the maker can be found.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=100,
        blank=True,
        help_text=_("Such as “CC BY 4.0”, if there is one."),
    )
    licence_url = models.URLField(
        _("link of the licence"),
        blank=True,
        help_text=_("Where it can be read. Of Creative Commons licences it is known."),
    )
    reuse = models.CharField(
        _("may others use it"),
        max_length=3,
        blank=True,
        choices=Reuse.choices,
        default=Reuse.UNSAID,
        help_text=_("Readers and search engines are told with the credit."),
    )

    tint = models.CharField(max_length=3, blank=True, editable=False)  # found when it is published

    admin_form_fields = (
        "title", "file", "credit", "alt", "is_decoration", "caption", "credit_url", "licence",
        "licence_url", "reuse", "tags", "collection",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        return self.alt

    @property
    def licence_address(self) -> str:
        """Where its licence can be read, or ""."""
        return self.licence_url or licences.address(self.licence)

    def get_renditions(self, *filters: Filter | str) -> dict[str, Any]:
        """Files of these sizes, by what was asked for; made now where they are missing.

        But for AVIF: either all that is asked for is there, or none of it is given.
        """
        specs = [one if isinstance(one, str) else one.spec for one in filters]
        if self.missing(*specs):
            specs = [spec for spec in specs if not spec.endswith(SLOW)]
        return self.make_renditions(*specs)

    def make_renditions(self, *specs: str) -> dict[str, Any]:
        """Files of these sizes, all of them, however long it takes."""
        made: dict[str, Any] = super().get_renditions(*specs)
        return made

    def missing(self, *specs: str) -> list[str]:
        """Of these sizes, those in AVIF that are not made yet."""
        slow = [Filter(spec=spec) for spec in specs if spec.endswith(SLOW)]
        found = self.find_existing_renditions(*slow) if slow else {}
        return [one.spec for one in slow if one not in found]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._is_new_file():
            self._forget_whereabouts()
        super().save(*args, **kwargs)

    def _is_new_file(self) -> bool:
        stored = Photo.objects.filter(pk=self.pk).values_list("file", flat=True).first()
        return bool(self.file) and (not self._is_stored() or stored != self.file.name)

    def _is_stored(self) -> bool:
        return bool(self.file._committed)  # noqa: SLF001  (Django has no public word for it)

    def _forget_whereabouts(self) -> None:
        """Replace the file by one that does not say where it was taken, if it does."""
        clean = whereabouts.without(self.file.file)
        if clean is None:
            return
        if self._is_stored():  # uploads of many at once are stored before they are saved
            self.file.storage.delete(self.file.name)
        self.file = ContentFile(clean, name=PurePosixPath(self.file.name).name)
        self._set_image_file_metadata()


class PhotoRendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="photo_rendition"
            )
        ]

    @property
    def attrs_dict(self) -> dict[str, Any]:
        """As Wagtail's, with the colour that its box has until it is there."""
        attributes: dict[str, Any] = super().attrs_dict
        return attributes | ({"class": f"tint-{self.image.tint}"} if self.image.tint else {})
