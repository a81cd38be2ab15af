"""The versions of a story: which there are, one as the page it was, two compared."""

from datetime import date
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import StreamBlock

from plaudit.stories import comparing, snapshots, wording
from plaudit.stories.comparing import IN, OUT, Comparison, Pair, Piece
from plaudit.stories.models import Photo, Source, Story, Version, version

LABELS: dict[str, str | Promise] = {
    "headline": _("Headline"),
    "dek": _("Dek"),
    "section": pgettext_lazy("of the paper", "Section"),
    "authors": _("Authors"),
    "image": _("Featured image"),
}


MOST_ROWS = 1_000  # on one page; what is beyond is counted
MOST_PIECES = 500  # in one passage; one that falls into more is shown as two


class Row(NamedTuple):
    """A passage with its changes, or a number of passages that are the same in both versions, or
    of those that are left out because the page is full.
    """

    pieces: list[Piece]
    label: str | Promise = ""
    unchanged: int = 0
    left_out: int = 0


def listed(story: Story) -> list[Version]:
    """Every version of a published story, the newest first, without what is in them."""
    found = list(story.versions.defer("content").order_by("-number"))
    return found or [_only(story)]


def read(story: Story, number: int) -> Version | None:
    """One version of a published story. A story without any has the one that readers see."""
    found = story.versions.filter(number=number).first()
    if found is None and number == 1 and not story.versions.exists():
        return _only(story)
    return found


def is_known(ulid: str, number: int) -> bool:
    """Whether a story has or had such a version, so that there is something to say of it."""
    found = Version.objects.filter(story__ulid=ulid)
    return number == 1 or found.filter(number=number).exists()


def has_earlier(story: Story) -> bool:
    """Whether anything is to be seen that is not on its page."""
    return story.versions.filter(number__gt=1).exists()


def as_story(of: Version) -> Story:
    """What a page of a version shows, as a story that is in no database."""
    content = of.content
    story = Story(
        ulid=of.story.ulid,
        slug=of.story.slug,
        headline=content["headline"],
        dek=content["dek"],
        kind=content["kind"],
        language=content["language"],
        image=Photo.objects.filter(pk=content["image"]).first() if content["image"] else None,
        body=_stream().to_python(content["body"]),
        last_published_at=of.published_at,
    )
    story.sources = [_source(said) for said in content.get("sources", [])]
    return story


def compared(before: Version, after: Version) -> list[Row]:
    """What is different, passage by passage, with one unchanged passage around each change."""
    comparison = Comparison()
    stream = _stream()
    heads = zip(wording.head(before.content), wording.head(after.content), strict=True)
    rows = [
        Row(_pieces(comparison, old.text, new.text), LABELS[old.part])
        for old, new in heads
        if old.text != new.text
    ]
    texts = [
        [passage.text for passage in wording.body(of.content, stream)] for of in (before, after)
    ]
    pairs = list(comparison.pairs(*texts))
    rows += _without_the_same(comparison, pairs)
    left_out = sum(row.unchanged or 1 for row in rows[MOST_ROWS:])
    return rows[:MOST_ROWS] + ([Row([], left_out=left_out)] if left_out else [])


def _without_the_same(comparison: Comparison, pairs: list[Pair]) -> list[Row]:
    is_changed = [old != new for old, new in pairs]
    rows: list[Row] = []
    unchanged = 0
    for place, (old, new) in enumerate(pairs):
        if any(is_changed[max(place - 1, 0) : place + 2]):
            rows += [Row([], unchanged=unchanged)] if unchanged else []
            is_shown = len(rows) < MOST_ROWS
            rows.append(Row(_pieces(comparison, old or "", new or "") if is_shown else []))
            unchanged = 0
        else:
            unchanged += 1
    return rows + ([Row([], unchanged=unchanged)] if unchanged else [])


def _pieces(comparison: Comparison, old: str, new: str) -> list[Piece]:
    pieces = comparing.shortened(comparison.pieces(old, new))
    return pieces if len(pieces) <= MOST_PIECES else [Piece(OUT, old), Piece(IN, new)]


def _source(said: dict[str, Any]) -> Source:
    read_on = said["read_on"]
    return Source(**said | {"read_on": date.fromisoformat(read_on) if read_on else None})


def _only(story: Story) -> Version:
    return version.of(story, 1, snapshots.of(story))


def _stream() -> StreamBlock:
    return Story._meta.get_field("body").stream_block
