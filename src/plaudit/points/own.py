"""What one voter has given to many subjects, in one query."""

from collections.abc import Collection

from plaudit.points import bulk
from plaudit.points.voters import Voter


def values(voter: Voter, abouts: Collection[str]) -> dict[str, int]:
    """The value in force on each subject that the voter has a ballot about, 0 if withdrawn."""
    found = bulk.standings_of({(about, voter.tag(about)) for about in abouts})
    return {about: standing.value for (about, _tag), standing in found.items()}
