from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, Revision, RevisionMixin

from plaudit.masthead import showing
from plaudit.masthead.body import PAGE_BODY
from plaudit.masthead.models.former_address import FormerAddress
from plaudit.stories import lines, slugs, ulid
from plaudit.stories.models import Event
from plaudit.stories.models.event import BEHIND_THE_SCENES
from plaudit.stories.models.story import RIGHT_TO_LEFT

FOLLOWS_THE_DRAFT = ("title", "language")
IN_MENUS = ("slug", "title", "live", "language")


class PageQuerySet(models.QuerySet["Page"]):
    def published(self) -> PageQuerySet:
        return self.filter(live=True)

    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete, and tell the tick: this way past `Page.delete` must not go unnoticed."""
        for page in self:
            page.tell(of_menus=True)
        return super().delete()


class Page(DraftStateMixin, RevisionMixin, PreviewableMixin, models.Model):
    """What the house says of itself: about, imprint, contact. It takes no points and is in no list.

    `ulid` names it in events, as it does a story, so that whatever follows those follows it.
    """

    # Wagtail's own field says True, and a draft saved by hand would be on the site.
    live = models.BooleanField(_("live"), default=False, editable=False)
    ulid = models.CharField(max_length=26, unique=True, editable=False, default=ulid.new)
    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(
        _("address"),
        max_length=slugs.LONGEST,
        unique=True,
        help_text=_("As in /pages/imprint. Old addresses keep working."),
    )
    body = StreamField(PAGE_BODY, verbose_name=_("body"), blank=True)
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")],
        help_text=_("Only if it is not the site's own, such as “ar” or “de”."),
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.slug]) if self.slug else ""

    @property
    def lang(self) -> str:
        return self.language or settings.LANGUAGE_CODE

    @property
    def direction(self) -> str:
        return "rtl" if self.lang.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"

    def clean(self) -> None:
        """One line of visible characters for the title; an address no other page had."""
        super().clean()
        self.title = lines.clean(self.title)
        if not lines.is_visible(self.title):
            raise ValidationError({"title": _("Write a title that can be read.")})
        if self._is_taken(self.slug):
            message = _("Another page has or had this address. Choose another one.")
            raise ValidationError({"slug": message})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; keep old addresses alive; tell the tick about what readers will see."""
        if kwargs.get("update_fields") and BEHIND_THE_SCENES.issuperset(kwargs["update_fields"]):
            super().save(*args, **kwargs)
            return
        before = Page.objects.filter(pk=self.pk).values(*IN_MENUS, "first_published_at").first()
        super().save(*args, **kwargs)
        FormerAddress.objects.filter(slug=self.slug).delete()
        if before and before["slug"] != self.slug and before["first_published_at"]:
            FormerAddress.objects.update_or_create(slug=before["slug"], defaults={"page": self})
        if self.live or (before and before["live"]):
            is_another = not before or any(before[name] != getattr(self, name) for name in IN_MENUS)
            self.tell(of_menus=is_another)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        self.tell(of_menus=True)
        return super().delete(*args, **kwargs)

    def tell(self, *, of_menus: bool) -> None:
        """Tell the tick of this page, and of all pages if what their menus say of it changed."""
        Event.objects.create(ulid=self.ulid)
        if of_menus:
            Event.objects.create(ulid="")

    def with_content_json(self, content: Any) -> Page:
        """A revision brings back words, never another's address nor another name in events."""
        kept = {"slug": self.slug} if self._is_taken(content.get("slug") or "") else {}
        restored: Page = super().with_content_json(content | kept)
        restored.ulid = self.ulid
        return restored

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a revision; the row of an unpublished page follows it, for the newsroom's list."""
        revision = super().save_revision(*args, **kwargs)
        if not self.live:
            values = {name: getattr(self, name) for name in FOLLOWS_THE_DRAFT}
            Page.objects.filter(pk=self.pk, live=False).update(**values)
        return revision

    def get_preview_template(self, _request: HttpRequest, _mode_name: str) -> str:
        return showing.TEMPLATE

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        base = super().get_preview_context(request, mode_name)
        return base | showing.context(self, is_preview=True)

    def _is_taken(self, slug: str) -> bool:
        return (
            Page.objects.filter(slug=slug).exclude(pk=self.pk).exists()
            or FormerAddress.objects.filter(slug=slug).exclude(page_id=self.pk).exists()
        )
