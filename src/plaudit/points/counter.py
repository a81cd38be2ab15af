"""Counts the slips of the ballot box: all of them in one transaction, or else one by one."""

import logging
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from plaudit import sqlite
from plaudit.people.models import Policy
from plaudit.points import ballots, bulk, caps, decisions
from plaudit.points.ballots import InForce
from plaudit.points.models import Ballot
from plaudit.points.reckoning import Paper
from plaudit.points.rounds import one_round
from plaudit.points.slips import Counted, Outcome, Slip, Unanswered
from plaudit.points.totals import Gain, Totals

log = logging.getLogger(__name__)

# Which of these names stand for what takes points now, and its id; asked in the transaction that
# casts, so that nothing takes a point once it is closed.
Open = Callable[[Collection[str]], Mapping[str, str]]

ATTEMPTS = 2
POLICY_SECONDS = 1.0
POSTGRESQL = "django.db.backends.postgresql.base"  # there only where its driver is
GUEST = Ballot.Kind.GUEST.value


class Refused(Exception):
    """The ordinary desk has a sentence for it."""


class Verdict(NamedTuple):
    """The ballot in force on a subject. `is_welcome`: from a new guest whose ballot is there."""

    about: str
    in_force: InForce | None
    is_welcome: bool


class Counter:
    """For one thread, which has a connection of its own.

    A lock is waited for twice, `patience` seconds each time.
    """

    def __init__(self, find_open: Open, patience: float) -> None:
        self._find_open, self._patience = find_open, patience
        self._totals = Totals()
        self._policy: tuple[float, Policy] | None = None
        self._patient: Any = None  # the connection that was told how long to wait
        self._salt_of = lru_cache(maxsize=2)(caps.salt_of)

    def count(self, slips: list[Slip]) -> list[Outcome]:
        """What becomes of each; what is Counted is durable."""
        for _ in range(ATTEMPTS):
            try:
                self._be_patient()
                return self._together(slips)
            except (OperationalError, InterfaceError) as error:
                log.warning("%d ballots could not be written: %s", len(slips), error)
                connection.close()
            except Exception as error:  # one of them is to blame, and no other
                if not isinstance(error, bulk.Rivals):
                    log.warning("%d ballots, one by one now.", len(slips), exc_info=True)
                return [self._alone(slip) for slip in slips]
        return [Unanswered.BUSY] * len(slips)

    def _together(self, slips: list[Slip]) -> list[Outcome]:
        now = timezone.now()
        policy = self._policy_of_now()
        salt = self._salt_of(now.astimezone(UTC).date())  # kept even if what follows is undone
        with one_round(), transaction.atomic():
            abouts = self._find_open({slip.name for slip in slips})
            fit = [slip for slip in slips if slip.name in abouts and _is_allowed(slip, policy)]
            papers = [_paper(slip, abouts[slip.name], salt) for slip in fit]
            casts, reckoning = bulk.cast(papers, policy.guests_per_prefix, now)
        verdicts = {
            slip: Verdict(paper.about, cast.in_force, reckoning.is_welcome(paper))
            for slip, paper, cast in zip(fit, papers, casts, strict=True)
            if cast is not None
        }
        gains = [Gain(row.about, GUEST, row.value, row.previous) for row in reckoning.rows]
        # Whoever was set aside gains something else, and the database knows what.
        self._totals.forget(
            decisions.are_about((row.about, row.tag) for row in reckoning.rows if row.rev > 1)
        )
        return self._outcomes(slips, verdicts, gains)

    def _alone(self, slip: Slip) -> Outcome:
        """As the ordinary desk does it, in a transaction of its own."""
        try:
            self._be_patient()
            verdict = self._cast_alone(slip, timezone.now())
            self._totals.forget([verdict.about])
            return self._outcomes([slip], {slip: verdict}, [])[0]
        except (Refused, ballots.NonceTaken):
            return Unanswered.LEFT
        except (OperationalError, InterfaceError) as error:
            log.warning("A ballot could not be written: %s", error)
            connection.close()
            return Unanswered.BUSY
        except Exception:
            log.exception("A ballot could not be cast.")
            return Unanswered.LEFT

    @transaction.atomic
    def _cast_alone(self, slip: Slip, now: datetime) -> Verdict:
        policy = self._policy_of_now()
        about = self._find_open({slip.name}).get(slip.name)
        if about is None or not _is_allowed(slip, policy):
            raise Refused
        cast = ballots.cast(about, slip.voter, slip.value, slip.nonce, now)
        if cast.rev == 1 and not caps.admit(about, slip.address, policy.guests_per_prefix, now):
            raise Refused
        is_there = cast.rev > 0 or ballots.has_voted(about, slip.voter.tag(about))
        return Verdict(about, cast.in_force, slip.voter.is_new and is_there)

    def _outcomes(
        self, slips: Iterable[Slip], verdicts: Mapping[Slip, Verdict], gains: list[Gain]
    ) -> list[Outcome]:
        points = self._totals.after(gains, {verdict.about for verdict in verdicts.values()})
        return [
            Counted(found.in_force, points[found.about], found.is_welcome)
            if (found := verdicts.get(slip))
            else Unanswered.LEFT
            for slip in slips
        ]

    def _policy_of_now(self) -> Policy:
        now = time.monotonic()
        if self._policy is None or now - self._policy[0] >= POLICY_SECONDS:
            self._policy = now, Policy.load()
        return self._policy[1]

    def _be_patient(self) -> None:
        """Wait for a lock as long as whoever waits for an answer would, and no longer."""
        connection.ensure_connection()
        if connection.connection is self._patient:
            return
        milliseconds = int(self._patience * 1000)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"SET lock_timeout = {milliseconds}")
                _prepare_statements(connection.connection)
            else:
                cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
                cursor.execute(f"PRAGMA cache_size = {sqlite.ROOMY}")
        self._patient = connection.connection


def _prepare_statements(told: Any) -> None:
    """The same few, for each batch: PostgreSQL plans them once, and not as often as they come."""
    told.cursor_factory = import_module(POSTGRESQL).ServerBindingCursor
    told.prepare_threshold = 2


def _is_allowed(slip: Slip, policy: Policy) -> bool:
    """As the ordinary desk holds a guest to the policy."""
    if slip.value and not policy.guests_may_vote:
        return False
    return slip.value >= 0 or policy.has_down_votes


def _paper(slip: Slip, about: str, salt: bytes) -> Paper:
    tag, block = slip.voter.tag(about), caps.hashed(about, slip.address, salt)
    return Paper(about, tag, slip.value, slip.nonce, block, slip.voter.is_new)
