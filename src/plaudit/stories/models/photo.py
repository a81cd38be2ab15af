from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition


class Photo(AbstractImage):
    """An image that says who made it: credit is required."""

    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What somebody who cannot see it should know. Empty only for decoration."),
    )
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, help_text=_("Who made it, or where it comes from.")
    )
    credit_url = models.URLField(_("link of the credit"), blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True)

    admin_form_fields = (
        "title", "file", "alt", "caption", "credit", "credit_url", "licence", "tags",
        "collection", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        return self.alt


class PhotoRendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="photo_rendition"
            )
        ]
