import re
from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from plaudit.stories import ulid

LONGEST_LINK = 500
KEY = re.compile(f"[{ulid.ALPHABET}]{{26}}")
on_the_web = URLValidator(
    schemes=["http", "https"],
    message=_("Write an address that begins with https:// or http://."),
)


class Source(models.Model):
    """Where something in a story comes from. Readers see the list, in the editor's order.

    `key` is what a quotation names it by: the primary key changes as revisions come and go.
    """

    class Kind(models.TextChoices):
        DOCUMENT = "document", _("Document")
        INTERVIEW = "interview", _("Interview")
        WIRE = "wire", _("News agency")
        OWN = "own", _("Own reporting")
        OUTLET = "outlet", _("Another outlet")

    story = ParentalKey("stories.Story", on_delete=models.CASCADE, related_name="sources")
    key = models.CharField(max_length=26, default=ulid.new, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.DOCUMENT)
    title = models.CharField(_("title"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    link = models.URLField(_("link"), max_length=LONGEST_LINK, blank=True, validators=[on_the_web])
    archive_link = models.URLField(
        _("archived copy"), max_length=LONGEST_LINK, blank=True, validators=[on_the_web]
    )
    read_on = models.DateField(_("read on"), null=True, blank=True)
    sort_order = models.IntegerField(null=True, blank=True, editable=False)
    sort_order_field = "sort_order"

    class Meta:
        ordering = ["sort_order", "id"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [models.Index(fields=["link"], name="source_link")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """A key that no quotation could name is replaced, never complained about."""
        super().clean()
        if not KEY.fullmatch(self.key):
            self.key = ulid.new()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = self.key or ulid.new()
        super().save(*args, **kwargs)
