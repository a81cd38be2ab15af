"""How the points of a story's items were counted, for the page that explains its points."""

from typing import NamedTuple

from plaudit.points import decisions, tallies
from plaudit.points.models import Decision
from plaudit.points.tallies import Points
from plaudit.stories import items
from plaudit.stories.items import Known
from plaudit.stories.models import Story


class ItemCount(NamedTuple):
    """`set_aside`: how many of the ballots are, for which reason."""

    known: Known
    points: Points
    set_aside: list[tuple[str, int]]


def of(story: Story) -> list[ItemCount]:
    """In the order of the text; then those that are out of it, if they were given anything."""
    found = items.known(story)
    points = tallies.live(known.item.about for known in found)
    counts = [(known, points[known.item.about]) for known in found]
    return [
        ItemCount(known, its, set_aside(known.item.about) if its.set_aside else [])
        for known, its in counts
        if known.item.is_there or its.up or its.down or its.set_aside
    ]


def set_aside(about: str) -> list[tuple[str, int]]:
    """For which reason, in words, how many ballots about a subject are set aside."""
    reasons = decisions.reasons(about)
    return [(str(Decision.Reason(key).label), number) for key, number in reasons.items()]
