"""The state of the replay for one subject, kept small: there are many, with many voters each."""

from plaudit.recount.leaves import Policy
from plaudit.recount.points import Points

KINDS = "mgf"
# A voter's last revision as one small number: rev << REV | VOID | code(kind, value).
REV = 5
VOID = 16
CODE = 15
# The counts: last revisions that count, by their code; then those set aside, and points carried.
SET_ASIDE = 9
CARRIED = 10


def code(kind: str, value: int) -> int:
    return 3 * KINDS.index(kind) + value + 1


class Subject:
    __slots__ = ("counts", "is_mapped", "voters")

    def __init__(self) -> None:
        self.is_mapped = False  # whether the points map has these counts
        self.counts = [0] * (CARRIED + 1)
        self.voters: dict[bytes, int] = {}  # tag -> last revision

    def rev(self, tag: bytes) -> int:
        """Of the last revision; 0 without one."""
        return self.voters.get(tag, 0) >> REV

    def revise(self, tag: bytes, rev: int, what: int) -> bool:
        """Take a revision with this code, if it is the next of the tag; False if not."""
        last = self.voters.get(tag, 0)
        if rev != (last >> REV) + 1:
            return False
        if last:
            self.counts[_column(last)] -= 1
        self.counts[what] += 1
        self.voters[tag] = rev << REV | what
        return True

    def turn(self, tag: bytes) -> None:
        """The last revision from counted to set aside, or back."""
        last = self.voters[tag]
        self.counts[_column(last)] -= 1
        self.voters[tag] = last ^ VOID
        self.counts[_column(last ^ VOID)] += 1

    def points(self, policy: Policy) -> Points:
        down_m, _, up_m, down_g, _, up_g, down_f, _, up_f, set_aside, carried = self.counts
        return Points(
            up=policy.m * up_m + policy.g * up_g + policy.f * up_f,
            down=policy.m * down_m + policy.g * down_g + policy.f * down_f,
            members=policy.m * (up_m - down_m),
            guests=policy.g * (up_g - down_g),
            fediverse=policy.f * (up_f - down_f),
            set_aside=set_aside,
            carried=carried,
        )


def _column(last: int) -> int:
    """Which count a revision is in. Of what is set aside, ballots that gave nothing are not
    counted as set aside."""
    what = last & CODE
    return SET_ASIDE if last & VOID and what % 3 != 1 else what
