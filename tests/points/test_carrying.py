"""What a former site had given is carried over once, shown apart, and never a reader's point."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from plaudit.points import ballots, carrying, tallies
from plaudit.points.models import Carry
from plaudit.points.tallies import Points
from tests.points.recounting import recount, replayed, tallied
from tests.points.voting import guest, subject
from tests.support.racing import at_once

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 23, 40, tzinfo=UTC)


def carry(totals, source="wordpress"):
    return carrying.carry(totals, source, NOW)


def tick():
    while ballots.draw() or tallies.add() or carrying.take():
        pass


def test_a_total_is_carried_over_with_the_next_tick_and_shown_apart():
    about, other = subject(), subject()
    ballots.cast(about, guest(), 1, ballots.new_nonce(), NOW)
    assert carry({about: 583, other: -4}) == {about: 583, other: -4}
    assert tallies.live_one(about) == Points(up=1, guests=1)
    tick()
    assert tallies.live_one(about) == Points(up=1, guests=1, carried=583) == tallied(about)
    assert tallied(about) == recount(about) == replayed(about)
    assert tallied(other).total == -4


def test_to_carry_the_same_again_adds_nothing():
    about = subject()
    assert [carry({about: 583}) for _ in range(3)] == [{about: 583}, {}, {}]
    tick()
    assert carry({about: 583}) == {}
    assert Carry.objects.count() == 1


def test_another_total_of_the_same_source_replaces_it_by_the_difference():
    about = subject()
    for total, difference in ((500, 500), (583, 83), (0, -583), (7, 7)):
        assert carry({about: total}) == {about: difference}
        tick()
        assert tallied(about).carried == total
    assert replayed(about).carried == 7
    assert carrying.sources(about) == {"wordpress": 7}


def test_sources_add_up():
    about = subject()
    carry({about: 5}), carry({about: 9}, "ghost"), carry({about: 3}, "other")
    tick()
    carry({about: 0}, "other")
    tick()
    assert tallied(about).carried == 14
    assert list(carrying.sources(about).items()) == [("ghost", 9), ("wordpress", 5)]


def test_nothing_is_carried_from_nowhere():
    with pytest.raises(ValueError, match="myspace"):
        carry({subject(): 1}, "myspace")


def test_taking_in_that_dies_is_repeated_without_counting_twice():
    about = subject()
    carry({about: 9})
    with transaction.atomic():
        carrying.take()
        transaction.set_rollback(True)
    assert tallied(about).carried == 0
    assert [carrying.take(), carrying.take()] == [1, 0]
    assert tallied(about).carried == 9


def test_of_many_who_carry_the_same_at_once_one_does(racing_db):
    about = subject()
    found = at_once([lambda: carry({about: 9})] * 8)
    assert sorted(found, key=len)[:7] == [{}] * 7
    tick()
    assert tallied(about).carried == 9
