"""The rows of the newsroom."""

from plaudit.stories.models.author import Author
from plaudit.stories.models.byline import Byline, StoryTag
from plaudit.stories.models.change import Change, ChangeKind, Said
from plaudit.stories.models.desk_task import DeskTask
from plaudit.stories.models.embedded import Embedded
from plaudit.stories.models.event import Event
from plaudit.stories.models.item import Item
from plaudit.stories.models.kind import Kind
from plaudit.stories.models.link import Link
from plaudit.stories.models.old_slug import OldSlug
from plaudit.stories.models.photo import Photo, PhotoRendition, Reuse
from plaudit.stories.models.placement import Placement
from plaudit.stories.models.recording import Recording
from plaudit.stories.models.section import Section
from plaudit.stories.models.source import Source
from plaudit.stories.models.story import Story
from plaudit.stories.models.version import Version

__all__ = [
    "Author",
    "Byline",
    "Change",
    "ChangeKind",
    "DeskTask",
    "Embedded",
    "Event",
    "Item",
    "Kind",
    "Link",
    "OldSlug",
    "Photo",
    "PhotoRendition",
    "Placement",
    "Recording",
    "Reuse",
    "Said",
    "Section",
    "Source",
    "Story",
    "StoryTag",
    "Version",
]
