"""The rows of the newsroom."""

from plaudit.stories.models.author import Author
from plaudit.stories.models.event import Event
from plaudit.stories.models.photo import Photo, PhotoRendition
from plaudit.stories.models.pin import Pin
from plaudit.stories.models.section import Section
from plaudit.stories.models.story import Byline, OldSlug, Story, StoryTag

__all__ = [
    "Author",
    "Byline",
    "Event",
    "OldSlug",
    "Photo",
    "PhotoRendition",
    "Pin",
    "Section",
    "Story",
    "StoryTag",
]
