"""Who edits which sections: authors of the newsroom who are named in them.

They may do with the stories of their sections what an editor may do with all: read, change,
publish, take back, lock, delete. Whoever is no author any more edits none.
"""

from typing import Any

from plaudit.stories.models.story import Story

AUTHORSHIP = "stories.add_byline"
KEPT = "_edited_sections"


def of(user: Any) -> frozenset[int]:
    """The sections somebody edits, by their keys; kept with the account for this request."""
    if not hasattr(user, KEPT):
        sections = user.edited_sections if user.has_perm(AUTHORSHIP) else None
        setattr(user, KEPT, frozenset(sections.values_list("pk", flat=True) if sections else ()))
    found: frozenset[int] = getattr(user, KEPT)
    return found


def may_edit(user: Any, story: Story) -> bool:
    return story.section_id in of(user)


def may_publish(user: Any, story: Story, into: int | None = None) -> bool:
    """Publish its latest draft, or one that says it belongs `into` a section.

    That takes the editor of where the story stands for readers, and of where it would stand then.
    """
    mine = of(user)
    return bool(mine) and _sections(story, into) <= mine


def _sections(story: Story, into: int | None) -> set[int]:
    wanted = {into} if into else {story.section_id, _of_latest_draft(story)}
    seen = Story.objects.filter(pk=story.pk, first_published_at__isnull=False)
    return wanted | set(seen.values_list("section", flat=True))


def _of_latest_draft(story: Story) -> int:
    draft = story.latest_revision
    section: int = draft.content["section"] if draft else story.section_id
    return section
