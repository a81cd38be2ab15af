"""The story: what an editor publishes and readers give points to."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from plaudit.stories import reading_time, ulid
from plaudit.stories.blocks import BODY
from plaudit.stories.models.author import Author
from plaudit.stories.models.event import Event
from plaudit.stories.models.photo import Photo

RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"}
LONGEST_SLUG = 80


class Kind(models.TextChoices):
    """What a reader should take a story for."""

    REPORT = "report", _("Report")
    OPINION = "opinion", _("Opinion")
    ANALYSIS = "analysis", _("Analysis")
    EXPLAINER = "explainer", _("Explainer")
    INTERVIEW = "interview", _("Interview")
    REVIEW = "review", _("Review")
    SATIRE = "satire", _("Satire")
    SPONSORED = "sponsored", _("Sponsored")


class StoryQuerySet(models.QuerySet["Story"]):
    def published(self) -> StoryQuerySet:
        return self.filter(live=True)

    def for_cards(self) -> StoryQuerySet:
        """With what a list shows of a story, in a few queries however many stories there are."""
        return self.select_related("section", "image").prefetch_related("bylines__author")


class StoryTag(TaggedItemBase):
    content_object = ParentalKey(
        "stories.Story", on_delete=models.CASCADE, related_name="tagged_items"
    )


class Byline(models.Model):
    """One author of a story, in the order of the byline."""

    story = ParentalKey("stories.Story", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="bylines"
    )
    sort_order = models.IntegerField(null=True, blank=True, editable=False)
    sort_order_field = "sort_order"

    class Meta:
        ordering = ["sort_order", "id"]

    def __str__(self) -> str:
        return str(self.author)


class Story(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """One story. Its points live elsewhere (`points`), so no revision can touch them."""

    ulid = models.CharField(max_length=26, unique=True, editable=False, default=ulid.new)
    slug = models.SlugField(
        _("address"),
        max_length=LONGEST_SLUG,
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
    def reading_minutes(self) -> int:
        return reading_time.minutes(self.body)

    def is_by(self, user: Any) -> bool:
        """Whether an account is behind this story: it made it, or is one of its authors."""
        if not user.is_authenticated:
            return False
        return self.owner_id == user.pk or any(
            author.user_id == user.pk for author in self.byline_authors()
        )

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; keep old addresses alive; tell the tick about what readers will see."""
        self.slug = self.slug or free_slug(self.headline, self.pk)
        before = Story.objects.filter(pk=self.pk).values("slug", "live").first()
        super().save(*args, **kwargs)
        OldSlug.objects.filter(slug=self.slug).delete()
        if before and before["slug"] != self.slug:
            OldSlug.objects.update_or_create(slug=before["slug"], defaults={"story": self})
        if self.live or (before and before["live"]):
            Event.objects.create(ulid=self.ulid)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        Event.objects.create(ulid=self.ulid)
        return super().delete(*args, **kwargs)

    def with_content_json(self, content: Any) -> Story:
        """A revision brings back words, never what a story is called by the ledger or whose."""
        restored: Story = super().with_content_json(content)
        restored.ulid = self.ulid
        restored.owner_id = self.owner_id
        restored.is_closed = self.is_closed
        return restored

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "stories/story.html"


class OldSlug(models.Model):
    """An address a story once had; it redirects."""

    slug = models.SlugField(max_length=LONGEST_SLUG, unique=True)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="old_slugs")

    def __str__(self) -> str:
        return self.slug


def free_slug(headline: str, own_pk: int | None = None) -> str:
    """An address made of the headline that no other story has or had."""
    with translation.override(None):
        base = slugify(headline)[: LONGEST_SLUG - 8].strip("-") or timezone.now().strftime(
            "story-%Y%m%d"
        )
    slug, number = base, 1
    while is_taken(slug, own_pk):
        number += 1
        slug = f"{base}-{number}"
    return slug


def is_taken(slug: str, own_pk: int | None = None) -> bool:
    return (
        Story.objects.filter(slug=slug).exclude(pk=own_pk).exists()
        or OldSlug.objects.filter(slug=slug).exclude(story_id=own_pk).exists()
    )
