"""The weights of the classes, as the log was told when it began: they are never changed.

Without Django: it is asked before a site is served, too.
"""

from collections.abc import Iterable

from plaudit.recount import leaves
from plaudit.recount.leaves import Policy
from plaudit.refusal import Refusal
from plaudit.settings import Settings

FIRST = 2  # entries, among which it is: where the log follows a lost one, that comes before it


class Reweighed(Refusal):
    """The settings have other weights than the log."""

    def __init__(self, logged: Policy, site: Settings) -> None:
        super().__init__(
            f"weights = {_said(policy(site))} in the settings, but the ledger counts by "
            f"{_said(logged)}, and has done so since it began: a point that was given would weigh "
            f"something else now. Set weights to {_said(logged)} again."
        )


def policy(site: Settings) -> Policy:
    """What a log of this site begins with."""
    members, guests, fediverse = site.weights
    return Policy(members, guests, fediverse)


def check(entries: Iterable[bytes], site: Settings) -> None:
    """Hold the settings against the log's FIRST entries, by their bytes. Raises Reweighed."""
    for leaf in map(leaves.parse, entries):
        if isinstance(leaf, Policy) and leaf != policy(site):
            raise Reweighed(leaf, site)


def _said(found: Policy) -> str:
    return f'"{found.m},{found.g},{found.f}"'
