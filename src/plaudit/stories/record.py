"""The addresses of what was published and what was changed: versions, comparisons, corrections."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plaudit import settings
from plaudit.stories import corrections, pages, sources, versions
from plaudit.stories.models import Change, Story, Version
from plaudit.stories.views import of_story


@require_safe
@of_story
def story_versions(request: HttpRequest, story: Story) -> HttpResponse:
    """Every version of a story, and what was said of each."""
    found = versions.listed(story)
    told: dict[int, list[Change]] = {}
    for change in story.changes.all():
        told.setdefault(change.version, []).append(change)
    rows = [(it, told.get(it.number, [])) for it in found]
    return render(request, "stories/versions.html", {"rows": rows, **_frame(story)})


@require_safe
@of_story
def story_version(request: HttpRequest, story: Story, number: int) -> HttpResponse:
    """The story as it was with one publication."""
    shown = _version(story, number)
    following = story.versions.filter(number=number + 1).defer("content").first()
    then = versions.as_story(shown)
    context = {
        "version": shown,
        "then": then,
        "sources": sources.numbered(then),
        "block_stylesheets": pages.wanted(then, "stylesheet"),
        "following": following,
        "is_preview": True,  # nothing is to be done here: no points, no forms
    }
    return render(request, "stories/version.html", context | _frame(story))


@require_safe
@of_story
def story_version_changes(request: HttpRequest, story: Story, number: int) -> HttpResponse:
    """What one version changed of the one before it. The first has none."""
    before, after = _version(story, number - 1), _version(story, number)
    rows = versions.compared(before, after)
    context = {
        "version": after,
        "earlier": before,
        "rows": rows,
        "has_changes": any(row.pieces for row in rows),
        "changes": story.changes.filter(version=number),
    }
    return render(request, "stories/version_changes.html", context | _frame(story))


@require_safe
def corrections_page(request: HttpRequest) -> HttpResponse:
    """What the paper has corrected, clarified, updated or retracted."""
    try:
        page = corrections.read(request.GET.get("after", ""), request.GET.get("before", ""))
    except corrections.BadCursorError:
        raise Http404(_("There is no such page of this list.")) from None
    context = {"listing": page, "canonical_url": settings.load().url + request.path}
    return render(request, "stories/corrections.html", context)


def _version(story: Story, number: int) -> Version:
    found = versions.read(story, number)
    if found is None:
        raise Http404(_("The story has no such version."))
    return found


def _frame(story: Story) -> dict[str, object]:
    """Search engines are to know the story, not what it once was."""
    return {"story": story, "canonical_url": settings.load().url + story.get_absolute_url()}
