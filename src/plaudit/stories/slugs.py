"""The readable part of a story's address."""

from anyascii import anyascii
from django.utils import timezone
from django.utils.text import slugify

LONGEST = 80
ROOM_FOR_A_NUMBER = 8


def readable(headline: str) -> str:
    """An address in plain letters, whatever script the headline is in: Привет → privet.

    A headline that leaves nothing to read gets the day: story-20261124.
    """
    words = slugify(anyascii(headline)).replace("_", "-")
    return _cut(words) or timezone.localdate().strftime("story-%Y%m%d")


def _cut(words: str) -> str:
    """At most so long, and not in the middle of a word if that can be helped."""
    room = LONGEST - ROOM_FOR_A_NUMBER
    if len(words) <= room:
        return words.strip("-")
    return (words[: room + 1].rsplit("-", 1)[0] or words)[:room].strip("-")
