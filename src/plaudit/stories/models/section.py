from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaudit.stories.models.everywhere import ShownEverywhere, ShownEverywhereQuerySet


class Section(ShownEverywhere):
    """A department of the paper."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    description = models.CharField(_("description"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order in the menu"), default=100)
    # Of those who write here: see `section_desks`.
    editors = models.ManyToManyField(
        "people.User",
        verbose_name=_("editors of this section"),
        related_name="edited_sections",
        limit_choices_to=Q(is_active=True, groups__permissions__codename="add_byline"),
        blank=True,
    )

    objects = ShownEverywhereQuerySet.as_manager()

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("section", args=[self.slug])
