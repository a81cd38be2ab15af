"""Reads a story from a file: bytes in, a Draft out. Knows neither Django nor Wagtail."""

from plaudit.stories.reading.draft import Block, Details, Draft, Unreadable
from plaudit.stories.reading.files import read

__all__ = ["Block", "Details", "Draft", "Unreadable", "read"]
