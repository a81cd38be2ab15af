"""What the ballots on a screen are about: a story, or an item of one of its lists."""

from typing import Any, NamedTuple

from django.http import Http404
from django.urls import reverse

from plaudit.points import tallies
from plaudit.stories import items
from plaudit.stories.items import Known
from plaudit.stories.models import Story


class Subject(NamedTuple):
    """`item` is None where it is the story itself."""

    story: Story
    item: Known | None = None

    @property
    def about(self) -> str:
        return self.item.item.about if self.item else self.story.about

    @property
    def title(self) -> str:
        return self.item.title if self.item else self.story.headline

    @property
    def address(self) -> str:
        """Of its screen."""
        if self.item is None:
            return reverse("moderation_story", args=[self.story.ulid])
        return reverse("moderation_item", args=[self.story.ulid, self.item.item.ulid])


def item_of(story: Story, ulid: str) -> Subject:
    """Raises Http404 for what is no item of this story."""
    for known in items.known(story):
        if known.item.ulid == ulid:
            return Subject(story, known)
    raise Http404(ulid)


def items_of(story: Story) -> list[dict[str, Any]]:
    """The items of a story, each with its points."""
    found = [Subject(story, known) for known in items.known(story)]
    points = tallies.live(subject.about for subject in found)
    return [{"subject": subject, "points": points[subject.about]} for subject in found]
