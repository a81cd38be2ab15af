"""How far what a site shows may be from what the log gives: by the ballots on their way into it."""

from collections import Counter
from collections.abc import Iterable

from plaudit.auditor.findings import many
from plaudit.auditor.site import Shown
from plaudit.recount.leaves import Policy
from plaudit.recount.points import Points

# By how many times its weight one ballot can move a figure: from +1 to -1, or from nothing.
TWICE = {"total", "members", "guests", "fediverse"}
ONCE = {"up", "down"}


def allowance(name: str, ballots: int, policy: Policy) -> int:
    """By how much so many ballots can move a figure. What was carried they never move."""
    weight = max(policy.m, policy.g, policy.f)
    if name in TWICE:
        return 2 * weight * ballots
    if name in ONCE:
        return weight * ballots
    return ballots if name == "set_aside" else 0


def differing(shown: Shown, counted: Points, policy: Policy, ballots: int) -> dict[str, int]:
    """The counted figures that those shown do not agree with. Empty: all agree."""
    expected = counted.as_json()
    return {
        name: expected[name]
        for name, figure in shown.figures.items()
        if abs(figure - expected[name]) > allowance(name, ballots, policy)
    }


def in_words(shown: Shown, wrong: dict[str, int]) -> str:
    parts = [f"{name} {shown.figures[name]:,} for {value:,}" for name, value in wrong.items()]
    late = f" ({many(shown.unsealed, 'ballot')} on the way into the log)" if shown.unsealed else ""
    return f"shows {', '.join(parts)}{late}"


def leaves_about(entries: Iterable[bytes]) -> Counter[str]:
    """How many leaves are about each subject."""
    lines = (line for data in entries for line in data.split(b"\n"))
    return Counter(line[6:].decode() for line in lines if line.startswith(b"about "))
