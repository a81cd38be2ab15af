"""The versions of a story: which there are, one as the page it was, two compared."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import StreamBlock

from plaudit.stories import comparing, snapshots, wording
from plaudit.stories.comparing import SAME, Comparison, Piece
from plaudit.stories.models import Photo, Story, Version, version

LABELS: dict[str, str | Promise] = {
    "headline": _("Headline"),
    "dek": _("Dek"),
    "section": pgettext_lazy("of the paper", "Section"),
    "authors": _("Authors"),
    "image": _("Featured image"),
}


class Row(NamedTuple):
    """A passage with its changes, or a number of passages that are the same in both versions."""

    pieces: list[Piece]
    label: str | Promise = ""
    unchanged: int = 0


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
    return Story(
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


def compared(before: Version, after: Version) -> list[Row]:
    """What is different, passage by passage, with one unchanged passage around each change."""
    comparison = Comparison()
    stream = _stream()
    heads = zip(wording.head(before.content), wording.head(after.content), strict=True)
    rows = [
        Row(comparing.shortened(comparison.pieces(old.text, new.text)), LABELS[old.part])
        for old, new in heads
        if old.text != new.text
    ]
    texts = [
        [passage.text for passage in wording.body(of.content, stream)] for of in (before, after)
    ]
    return rows + _without_the_same(
        [comparison.pieces(old or "", new or "") for old, new in comparison.pairs(*texts)]
    )


def _without_the_same(passages: list[list[Piece]]) -> list[Row]:
    is_changed = [any(piece.kind != SAME for piece in pieces) for pieces in passages]
    rows: list[Row] = []
    unchanged = 0
    for place, pieces in enumerate(passages):
        if any(is_changed[max(place - 1, 0) : place + 2]):
            rows += [Row([], unchanged=unchanged)] if unchanged else []
            rows.append(Row(comparing.shortened(pieces)))
            unchanged = 0
        else:
            unchanged += 1
    return rows + ([Row([], unchanged=unchanged)] if unchanged else [])


def _only(story: Story) -> Version:
    return version.of(story, 1, snapshots.of(story))


def _stream() -> StreamBlock:
    return Story._meta.get_field("body").stream_block
