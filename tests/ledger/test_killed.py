"""Killed anywhere, a sealer is followed by one that finishes: no fork, nothing lost or twice."""

import os
import sys
from dataclasses import astuple
from inspect import unwrap

import pytest
from django.db import connection

from plaudit.ledger import batches, sealing
from plaudit.points import ballots
from plaudit.points.models import Ballot
from plaudit.tlog.hashes import leaf_hashes, root_hash
from tests.ledger import reading
from tests.rankings.making import cast, stories
from tests.support.killing import KILLED, in_a_child

STEPS = {
    "take": unwrap(batches.take),
    "render": sealing.render,
    "sign": unwrap(sealing.sign),
    "cosign": None,
    "publish": sealing.publish,
}
MARKED = {"open", "os.rename", "os.mkdir", "os.remove", "os.link"}  # what Python says it does
KILLS = 20


class Death:
    """Ends the process at the n-th thing that one step does: a statement, or a change on disk."""

    def __init__(self, step, at):
        self._step, self._left = step, at

    def seal(self):
        sys.addaudithook(self._hear)  # for ever, but this process is one of its own
        with connection.execute_wrapper(self._execute):
            sealing.seal(cosign=self._cosign)

    def _execute(self, execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        self._count()
        return answer

    def _hear(self, event, arguments):
        if event in MARKED and "/ledger/" in str(arguments[0]):
            self._count()

    def _cosign(self, note):
        if self._step == "cosign":
            os._exit(KILLED)
        return note

    def _count(self):
        if self._step != "cosign" and _is_within(STEPS[self._step].__code__):
            self._left -= 1
            if not self._left:
                os._exit(KILLED)


def _is_within(code):
    frame = sys._getframe()
    while frame and frame.f_code is not code:
        frame = frame.f_back
    return frame is not None


class Site:
    """Readers who give, change and withdraw, between one sealing and the next."""

    def __init__(self, folder):
        self.folder, self.made, self.rounds = folder, stories(2), 0
        self.seen = set()

    def go_on(self):
        self.rounds += 1
        for story in self.made:
            cast(story, self.rounds, 1)
            cast(story, self.rounds - 1, -1)
        ballots.draw()

    def look(self):
        """What is published now is whole, and will have to be so for ever."""
        if (self.folder / "checkpoint").exists():
            reading.ballots(self.folder)
            found = reading.published(self.folder)
            self.seen.add((found.size, found.root))

    def assert_one_history(self):
        known = reading.entries(self.folder)
        assert {(size, root_hash(leaf_hashes(known[:size]))) for size, _ in self.seen} == self.seen
        rows = Ballot.objects.values_list("about", "tag", "rev", "value", "kind", "nonce")
        assert sorted(map(astuple, reading.ballots(self.folder))) == sorted(rows)


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_point_of_a_step_it_is_finished_by_the_next(racing_db, ledger_home, step):
    site, kills, at = Site(ledger_home / "ledger"), 0, 1
    furthest = 0
    while kills < KILLS:
        site.go_on()
        status = in_a_child(Death(step, at).seal)
        assert status in (0, KILLED)
        kills += status == KILLED
        furthest, at = max(furthest, at), (at + 1 if status else 1)
        site.look()
        if site.rounds % 3 == 0:  # otherwise the next one is killed before it has finished, too
            sealing.seal()
            site.look()
    sealing.seal()
    site.look()
    site.assert_one_history()
    assert furthest >= (1 if step == "cosign" else 4)
