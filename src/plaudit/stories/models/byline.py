from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase

from plaudit.stories.models.author import Author


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


class StoryTag(TaggedItemBase):
    content_object = ParentalKey(
        "stories.Story", on_delete=models.CASCADE, related_name="tagged_items"
    )
