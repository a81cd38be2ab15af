"""Partial tiles stay for as long as anybody may need them, and not for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plaudit.ledger import sealing, tidying
from plaudit.points import ballots
from tests.ledger import reading
from tests.rankings.making import give, stories

pytestmark = pytest.mark.django_db
LATER = timedelta(days=1, seconds=1)


def partial(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.glob("tile/**/*.p/*"))


def test_partial_tiles_go_a_day_after_the_full_one_is_published(ledger_home):
    folder = ledger_home / "ledger"
    (story,) = stories(1)
    for voters in (range(100), range(100, 200), range(200, 300)):
        give(story, 1, voters=voters)
        ballots.draw()
        sealing.seal()
    before = partial(folder)
    assert before == [
        *("tile/0/000.p/101", "tile/0/000.p/201", "tile/0/001.p/45", "tile/1/000.p/1"),
        *("tile/entries/000.p/101", "tile/entries/000.p/201", "tile/entries/001.p/45"),
    ]
    now = timezone.now()
    assert tidying.tidy(now) == 0
    assert partial(folder) == before
    assert tidying.tidy(now + LATER) == 2
    assert partial(folder) == ["tile/0/001.p/45", "tile/1/000.p/1", "tile/entries/001.p/45"]
    assert tidying.tidy(now + LATER) == 0
    assert len(reading.ballots(folder)) == 300


def test_without_a_ledger_there_is_nothing_to_tidy(ledger_home):
    assert tidying.tidy(timezone.now()) == 0
