"""The story: what an editor publishes and readers give points to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from plaudit.stories import items, lines, reading_time, renditions, slugs, ulid
from plaudit.stories.blocks import BODY
from plaudit.stories.embeds import learning
from plaudit.stories.models.author import Author
from plaudit.stories.models.byline import StoryTag
from plaudit.stories.models.event import BEHIND_THE_SCENES, Event
from plaudit.stories.models.kind import Kind
from plaudit.stories.models.old_slug import OldSlug
from plaudit.stories.models.photo import Photo
from plaudit.stories.models.publication import Publication, SaysWhatChanged, is_another
from plaudit.stories.models.section import Section
from plaudit.stories.models.story_queryset import WAITING, StoryQuerySet

RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"}
REMEMBERED = ("slug", "live", "first_published_at", "last_published_at")
# What the list of stories shows and searches: for a draft it must be the draft's.
FOLLOWS_THE_DRAFT = ("headline", "dek", "kind", "section_id", "image_id", "language")


class Story(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    SaysWhatChanged,
    ClusterableModel,
):
    """One story. Its points live elsewhere (`points`), so no revision can touch them."""

    # Wagtail's own field says True, and a draft saved by hand would be on the site.
    live = models.BooleanField(_("live"), default=False, editable=False)
    ulid = models.CharField(max_length=26, unique=True, editable=False, default=ulid.new)
    slug = models.SlugField(
        _("address"),
        max_length=slugs.LONGEST,
        unique=True,
        blank=True,
        help_text=_("Made from the headline when left empty. Old addresses keep working."),
    )
    headline = models.CharField(_("headline"), max_length=200)
    dek = models.CharField(
        _("dek"), max_length=400, blank=True, help_text=_("The standfirst: one or two sentences.")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.REPORT)
    section = models.ForeignKey(
        "stories.Section",
        verbose_name=_("section"),
        on_delete=models.PROTECT,
        related_name="stories",
    )
    tags = ClusterTaggableManager(_("tags"), through=StoryTag, blank=True)
    image = models.ForeignKey(
        Photo,
        verbose_name=_("featured image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BODY, verbose_name=_("body"), blank=True)
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")],
        help_text=_("Only if it is not the site's own, such as “ar” or “de”."),
    )
    is_closed = models.BooleanField(_("closed to points"), default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="owned_stories",
    )

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["-first_published_at", "-id"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [
            models.Index(fields=["section", "-first_published_at"], name="story_section_newest"),
            models.Index(fields=["-first_published_at", "-id"], name="story_newest"),
            models.Index(
                fields=["expire_at"],
                condition=models.Q(expire_at__isnull=False),
                name="story_expiring",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def about(self) -> str:
        """What a ballot about this story names."""
        return f"s/{self.ulid}"

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.slug]) if self.slug else ""

    def byline_authors(self) -> list[Author]:
        return [byline.author for byline in self.bylines.all()]

    @property
    def lang(self) -> str:
        return self.language or settings.LANGUAGE_CODE

    @property
    def direction(self) -> str:
        return "rtl" if self.lang.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"

    @property
    def is_updated(self) -> bool:
        """Published again at least a minute after it first was."""
        first, last = self.first_published_at, self.last_published_at
        return bool(first and last and (last - first).total_seconds() >= 60)

    @property
    def takes_points(self) -> bool:
        return self.live and not self.is_closed and not self.retracted_at

    @property
    def reading_minutes(self) -> int:
        return reading_time.minutes(self.body)

    def is_by(self, user: Any) -> bool:
        """Whether an account is behind this story: it made it, or is one of its authors."""
        if not user.is_authenticated:
            return False
        return self.owner_id == user.pk or any(
            author.user_id == user.pk for author in self.byline_authors()
        )

    @cached_property
    def scheduled_revision(self) -> Revision | None:
        """The revision that waits for its hour; from the prefetch where there was one."""
        waiting = getattr(self, WAITING, None)
        if waiting is None:
            waiting = self.revisions.filter(approved_go_live_at__isnull=False)[:1]
        return next(iter(waiting), None)

    def clean(self) -> None:
        """One line of visible characters for headline and dek; an address nobody else has."""
        super().clean()
        self.headline = lines.clean(self.headline)
        self.dek = lines.clean(self.dek)
        if not lines.is_visible(self.headline):
            raise ValidationError({"headline": _("Write a headline that can be read.")})
        if self.slug and self._is_taken(self.slug):
            message = _("Another story has or had this address. Choose another one.")
            raise ValidationError({"slug": message})

    def clean_fields(self, exclude: Any = None) -> None:
        """The address is made before it is checked, so that an empty one is no error."""
        self.slug = self.slug or self._free_slug()
        super().clean_fields(exclude=exclude)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; keep old addresses alive; tell the tick about what readers will see."""
        if kwargs.get("update_fields") and BEHIND_THE_SCENES.issuperset(kwargs["update_fields"]):
            super().save(*args, **kwargs)
            return
        self.slug = self.slug or self._free_slug()
        items.settle(self.body)
        before = Story.objects.filter(pk=self.pk).values(*REMEMBERED).first()
        publication = Publication(self, before)
        super().save(*args, **kwargs)
        publication.keep()
        if self.live:
            items.follow(self)
        OldSlug.objects.filter(slug=self.slug).delete()
        if before and before["slug"] != self.slug and before["first_published_at"]:
            OldSlug.objects.update_or_create(slug=before["slug"], defaults={"story": self})
        if self.live or (before and before["live"]):
            Event.objects.create(ulid=self.ulid)
        if self.live and before and before["last_published_at"] != self.last_published_at:
            self._make_renditions()

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        Event.objects.create(ulid=self.ulid)
        return super().delete(*args, **kwargs)

    def with_content_json(self, content: Any) -> Story:
        """A revision brings back words, never what a story is called by the ledger or whose."""
        restored: Story = super().with_content_json(content | self._no_longer_to_be_had(content))
        restored.ulid = self.ulid
        restored.owner_id = self.owner_id
        restored.is_closed = self.is_closed
        restored.retracted_at = self.retracted_at
        if is_another(restored.last_published_at, self.last_published_at):
            restored.say_nothing()  # it was said of a publication that is over
        restored.last_published_at = self.last_published_at
        return restored

    def _no_longer_to_be_had(self, content: dict[str, Any]) -> dict[str, Any]:
        """What it has, in place of what went while the revision waited.

        Else its publication fails, and with it those of all that are scheduled after it.
        """
        kept: dict[str, Any] = {}
        if self._is_taken(content.get("slug") or ""):
            kept["slug"] = self.slug
        if not Section.objects.filter(pk=content.get("section") or 0).exists():
            kept["section"] = self.section_id
        return kept

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a revision; the row of an unpublished story follows it.

        The row of a published story is what readers see and waits for the next publication.
        Without this, the newsroom's list and an author's right to a draft would stay as they
        were when the draft was first saved.
        """
        items.settle(self.body)
        revision = super().save_revision(*args, **kwargs)
        learning.follow(self.ulid, self.body)
        if not self.live:
            values = {name: getattr(self, name) for name in FOLLOWS_THE_DRAFT}
            Story.objects.filter(pk=self.pk, live=False).update(**values)
            self.bylines.commit()
            self.tagged_items.commit()
        return revision

    # What `serve_preview` shows a draft with: the page's view stands above the models.
    show_preview: ClassVar[Callable[[Story, HttpRequest, str], HttpResponse]]

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [("", _("The page")), ("card", _("In a list"))]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return type(self).show_preview(self, request, mode_name)

    def _make_renditions(self) -> None:
        body = self._meta.get_field("body").extract_references(self.body)
        in_body = sorted({int(pk) for model, pk, *_rest in body if model is Photo})
        featured = [self.image_id] if self.image_id else []
        if featured or in_body:
            renditions.make.enqueue(featured, in_body, self.ulid)

    def _free_slug(self) -> str:
        """An address made of the headline that no other story has or had."""
        base = slugs.readable(self.headline)
        slug, number = base, 1
        while self._is_taken(slug):
            number += 1
            slug = f"{base}-{number}"
        return slug

    def _is_taken(self, slug: str) -> bool:
        return (
            Story.objects.filter(slug=slug).exclude(pk=self.pk).exists()
            or OldSlug.objects.filter(slug=slug).exclude(story_id=self.pk).exists()
        )
