"""The readers of the paper answer its polls: each once, the option that stands first most often."""

from collections.abc import Mapping, Sequence

from plaudit.demo import turnout
from plaudit.demo.chance import Chance
from plaudit.demo.turnout import Vote
from plaudit.stories.models import Item

SHARE = 0.01  # so many choices for each ballot about a story, spread over all polls


def hold(
    ages: Mapping[str, float], first: int, ballots: int, members: int, chance: Chance
) -> tuple[list[str], list[Vote]]:
    """The ids of all options in the polls of these stories, and who chose which.

    `ages` are hours, by the story's own id; the first of the options is subject number `first`.
    """
    polls = _polls(ages)
    abouts: list[str] = []
    votes: list[Vote] = []
    for number, (story, options) in enumerate(polls):
        count = round(ballots * SHARE / len(polls))
        branch = chance.branch(f"poll {number}")
        choices = _choices(count, len(options), ages[story], members, branch)
        votes += [vote._replace(subject=first + len(abouts) + vote.subject) for vote in choices]
        abouts += options
    return abouts, votes


def _polls(stories: Mapping[str, float]) -> list[tuple[str, list[str]]]:
    """Of each poll the story's id and those of its options."""
    found: dict[tuple[str, str], list[str]] = {}
    options = Item.objects.filter(kind=Item.Kind.OPTION).select_related("story")
    for item in options.order_by("pk"):
        if item.story.about in stories:
            found.setdefault((item.story.about, item.block), []).append(item.about)
    return [(story, abouts) for (story, _block), abouts in found.items()]


def _choices(count: int, options: int, age: float, members: int, chance: Chance) -> Sequence[Vote]:
    weights = range(options, 0, -1)
    chosen = chance.choices(range(options), weights, k=count)
    people = turnout.people(count, members, chance)
    return [
        Vote(turnout.hours_ago(age, chance), option, voter, 1)
        for option, voter in zip(chosen, people, strict=True)
    ]
