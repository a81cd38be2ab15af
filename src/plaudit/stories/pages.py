"""What a story's page knows."""

from typing import Any

from django.http import HttpRequest

from plaudit import settings
from plaudit.points import ballots, tallies, voters
from plaudit.stories import item_bars, linked_data, sources, versions
from plaudit.stories.models import Change, ChangeKind, Photo, Story

CARD_FILTER = "fill-1200x630|format-jpeg"
MORE_FROM_SECTION = 4


def story_context(
    story: Story, request: HttpRequest, *, is_preview: bool = False
) -> dict[str, Any]:
    """The context of `stories/story.html`: the story, its points and the reader's own vote."""
    points = tallies.live_one(story.about)
    card = card_image(story.image)
    numbered = sources.numbered(story)
    changes = list(story.changes.shown()) if story.pk else []
    return {
        "story": story,
        "sources": numbered,
        "points": points,
        **vote_context(story, request),
        "item_bars": item_bars.of_page(story, request, is_preview=is_preview),
        "is_preview": is_preview,
        "block_stylesheets": wanted(story, "stylesheet"),
        "block_scripts": wanted(story, "script"),
        "canonical_url": settings.load().url + story.get_absolute_url(),
        "card_image": card,
        "json_ld": linked_data.of_story(story, points, card, numbered, changes),
        "changes": changes,
        "corrected": next((it for it in reversed(changes) if it.is_correction), None),
        "retraction": _retraction(story, changes),
        "has_earlier_versions": bool(story.pk) and versions.has_earlier(story),
        "current_section": story.section.slug if story.section_id else "",
        "more_from_section": [] if is_preview else more_from_section(story),
    }


def wanted(whole: Any, kind: str) -> list[str]:
    """The static files that the blocks of its body name as their `stylesheet` or `script`, once."""
    files = (getattr(block.block.meta, kind, "") for block in whole.body)
    return [file for file in dict.fromkeys(files) if file]


def vote_context(story: Story, request: HttpRequest) -> dict[str, Any]:
    """The reader's own vote, and whether this reader may give one."""
    voter = voters.known(request)
    last = ballots.in_force(story.about, voter.tag(story.about)) if voter else None
    is_own = story.is_by(request.user)
    return {
        "is_own": is_own,
        "my_value": last.value if last else 0,
        "has_voted": last is not None,
        "can_vote": story.takes_points and not is_own,
    }


def _retraction(story: Story, changes: list[Change]) -> Change | None:
    """What is said of a story that is retracted now."""
    found = [it for it in changes if it.kind == ChangeKind.RETRACTION]
    return found[-1] if story.retracted_at and found else None


def card_image(photo: Photo | None) -> dict[str, Any] | None:
    """The featured image as other sites show it, or None: also when its file is lost."""
    if photo is None:
        return None
    try:
        rendition = photo.get_rendition(CARD_FILTER)
        size = rendition.file.size
    except OSError:
        return None
    url = rendition.url if "://" in rendition.url else settings.load().url + rendition.url
    return {
        "url": url,
        "width": rendition.width,
        "height": rendition.height,
        "bytes": size,
        "alt": photo.alt,
    }


def more_from_section(story: Story) -> list[Story]:
    newest = Story.objects.standing().for_cards().filter(section=story.section_id)
    return list(newest.order_by("-first_published_at").exclude(pk=story.pk)[:MORE_FROM_SECTION])
