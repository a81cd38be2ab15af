"""Carrying over which points stories had on a former site: all of them, or none."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from plaudit import settings
from plaudit.points import carrying
from plaudit.stories.former_points import Row, refuse
from plaudit.stories.models import OldSlug, Story

ULID = re.compile(r"(?:s/)?([0-7][0-9A-HJKMNP-TV-Z]{25})")
AT_ONCE = 500


class Brought(NamedTuple):
    """What came of it: how many stories the file named, and the points each gained or lost."""

    named: int
    changed: dict[str, int]  # slug → points


def bring(rows: list[Row], source: str, at: datetime, *, only_look: bool = False) -> Brought:
    """Carry the totals over; or only say what would change. Raises Refusal."""
    slugs, totals = _stories(rows)
    changed = (
        carrying.differences(totals, source) if only_look else carrying.carry(totals, source, at)
    )
    return Brought(len(totals), {slugs[about]: value for about, value in changed.items()})


def _stories(rows: list[Row]) -> tuple[dict[str, str], dict[str, int]]:
    """Slugs and totals by what ballots about the story name. Raises Refusal."""
    known = _by_name(_name(row.story) for row in rows)
    lines: dict[str, int] = {}
    slugs, totals, wrong = dict[str, str](), dict[str, int](), list[str]()
    for row in rows:
        found = known.get(_name(row.story))
        if found is None:
            wrong.append(f"Line {row.line}: there is no story “{row.story[:80]}”.")
            continue
        about, slug = found
        if about in totals:
            wrong.append(
                f"Line {row.line} names the story of line {lines[about]} again: make one line of "
                "them, with the sum."
            )
        lines[about], slugs[about], totals[about] = row.line, slug, row.points
    refuse(wrong)
    return slugs, totals


def _name(story: str) -> str:
    """The id or the slug in what a line calls the story."""
    if found := ULID.fullmatch(story):
        return found[1]
    own = urlsplit(settings.load().url)
    there = urlsplit(story)
    if there.netloc and there.netloc != own.netloc:
        return story  # another site's address is none of ours
    path = there.path.rstrip("/")
    return path.removeprefix("/stories/") if path.startswith("/") else story


def _by_name(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """About and slug of the stories with these ids or slugs, former ones as well."""
    wanted, found = sorted(set(names)), dict[str, tuple[str, str]]()
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        old = OldSlug.objects.filter(slug__in=some)
        for former, ulid, slug in old.values_list("slug", "story__ulid", "story__slug"):
            found[former] = f"s/{ulid}", slug
        for ulid, slug in Story.objects.filter(slug__in=some).values_list("ulid", "slug"):
            found[slug] = f"s/{ulid}", slug
        for ulid, slug in Story.objects.filter(ulid__in=some).values_list("ulid", "slug"):
            found[ulid] = f"s/{ulid}", slug
    return found
