from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaudit.stories.models.everywhere import ShownEverywhere, ShownEverywhereQuerySet


class Author(ShownEverywhere):
    """A name in a byline; with an account, when that person works in this newsroom."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    role = models.CharField(_("role"), max_length=80, blank=True)
    bio = models.TextField(_("about"), max_length=1000, blank=True)
    portrait = models.ForeignKey(
        "stories.Photo", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author",
    )

    objects = ShownEverywhereQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("author", args=[self.slug])
