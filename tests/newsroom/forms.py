"""What a browser would send from the newsroom's editor."""

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from plaudit.stories.models import Source, Story

STORIES = "/newsroom/snippets/stories/story"

SOURCE = ("kind", "title", "publisher", "link", "archive_link", "read_on", "key")


def sources_form(*rows: Any, initial: int = 0) -> dict[str, Any]:
    """The list of sources filled in, from rows or from sources that are there."""
    filled = [row if isinstance(row, dict) else source_row(row) for row in rows]
    empty = dict.fromkeys(SOURCE, "") | {"kind": "document"}
    return inline_formset([empty | row for row in filled], initial=initial)


def source_row(source: Source) -> dict[str, Any]:
    return {"id": source.pk or ""} | {name: getattr(source, name) or "" for name in SOURCE}


def story_form(story: Story | None = None, action: str = "", **changes: Any) -> dict[str, Any]:
    """The editor filled in with a story, or with a new one, and some fields changed."""
    bylines = list(story.bylines.all()) if story else []
    fields: dict[str, Any] = {
        "headline": story.headline if story else "The bridge opens",
        "dek": story.dek if story else "",
        "section": story.section_id if story else "",
        "kind": story.kind if story else "report",
        "slug": story.slug if story else "",
        "language": "",
        "tags": "",
        "change_kind": "minor",
        "image": (story.image_id or "") if story else "",
        "body": streamfield([("paragraph", rich_text("<p>Across the river.</p>"))]),
        "bylines": inline_formset(
            [{"id": line.pk, "author": line.author_id} for line in bylines], initial=len(bylines)
        ),
        "sources": inline_formset([]),
        "go_live_at": "",
        "expire_at": "",
    } | changes
    data: dict[str, Any] = nested_form_data(fields)
    if action:
        data[f"action-{action}"] = action
    return data
