"""Stories, ballots and time for the lists, made in bulk: a list needs many of everything."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from plaudit.points import ballots, carrying, decisions
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter
from plaudit.rankings import lists
from plaudit.stories import events
from plaudit.stories.models import Author, Byline, Event, Section, Story
from tests.support import making

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)  # the start of a slot


def ago(**span: float) -> datetime:
    return NOON - timedelta(**span)


def stories(count: int, *, first_at: datetime = NOON, **more: object) -> list[Story]:
    """Published stories, each a minute older than the one before, with their events."""
    section = more.pop("section", None) or making.section()
    made = Story.objects.bulk_create(
        Story(
            headline=f"Story {number}",
            slug=f"story-{Story.objects.count() + number}",
            section=section,
            live=True,
            first_published_at=first_at - timedelta(minutes=number),
            last_published_at=first_at,
            **more,
        )
        for number in range(count)
    )
    tell(made)
    return made


def tell(changed: Iterable[Story]) -> None:
    """Let the tick know that something happened to stories."""
    Event.objects.bulk_create(Event(ulid=story.ulid) for story in changed)


def byline(story: Story, *authors: Author) -> None:
    Byline.objects.filter(story=story).delete()
    Byline.objects.bulk_create(
        Byline(story=story, author=author, sort_order=order) for order, author in enumerate(authors)
    )
    tell([story])


def section(name: str) -> Section:
    return making.section(name)


def voter(number: int) -> Voter:
    return Voter(Ballot.Kind.GUEST, number.to_bytes(32, "big"))


def give(
    story: Story, points: int, at: datetime = NOON, *, voters: Sequence[int] | None = None
) -> None:
    """So many points up (or down) from as many guests."""
    for number in voters or range(abs(points)):
        cast(story, number, 1 if points > 0 else -1, at)


def cast(story: Story, number: int, value: int, at: datetime = NOON) -> None:
    nonce = ballots.new_nonce()
    ballots.cast(story.about, voter(number), value, nonce, at)


def settle(now: datetime = NOON) -> None:
    """Everything the tick does for the lists, until nothing is left to do."""
    drawn = (ballots.draw, decisions.take, carrying.take, events.draw)
    while any([draw() for draw in drawn] + [lists.place(now), lists.slide(now), lists.move(now)]):
        pass
