"""Decisions and carried totals are sealed once each, and no decision before its ballot."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from plaudit import flow
from plaudit.engine.sealer import Sealer
from plaudit.ledger import batches, beside, cadence, recovering, sealing
from plaudit.ledger.models import Leaf
from plaudit.points import carrying, decisions
from plaudit.points.models import Ballot, Carry, Decision
from plaudit.recount import leaves
from plaudit.recount.replay import Replay
from plaudit.refusal import Refusal
from tests.ledger import reading
from tests.ledger.backups import Backup
from tests.ledger.test_recovering import Site, tell
from tests.rankings.making import NOON, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(ledger_home):
    found = Site(ledger_home)
    found.seals(0, 20)
    return found


def numbers(story, count):
    found = Ballot.objects.filter(about=story.about).order_by("number")
    return list(found.values_list("number", flat=True)[:count])


def void(story, count, reason="ring"):
    return decisions.set_aside(story.about, numbers(story, count), reason, "moderator", NOON)


def unvoid(story, count):
    return decisions.let_count(story.about, numbers(story, count), "moderator", NOON)


def tick():
    while not flow.tick(NOON).is_idle:
        pass


def recounted(site):
    """What a stranger counts out of the folder."""
    entries = reading.entries(site.folder)
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    return {story.about: replay.points(story.about).as_json() for story in site.stories}


def others(site):
    """The entries that are no ballots, but the policy."""
    parsed = [leaves.parse(data) for data in reading.entries(site.folder)]
    return [leaf for leaf in parsed[1:] if not isinstance(leaf, leaves.Ballot)]


def test_a_decision_names_the_index_of_its_ballot_and_is_sealed_once(site):
    one, *_ = site.stories
    assert void(one, 3, "spam") == 3
    site.settle()
    site.settle()
    index = {row.number: row.index for row in Leaf.objects.filter(about=one.about)}
    assert sorted(leaf.target for leaf in others(site)) == sorted(
        index[number] for number in numbers(one, 3)
    )
    assert {leaf.reason for leaf in others(site)} == {"spam"}
    assert unvoid(one, 1) == 1
    site.settle()
    assert others(site)[3:] == [leaves.Unvoid(index[numbers(one, 1)[0]])]
    assert recounted(site) == site.figures()


def test_a_decision_of_the_same_batch_comes_after_its_ballot(site):
    one, *_ = site.stories
    for voter in range(100, 140):
        cast(one, voter, 1)
    tick()
    wanted = Ballot.objects.filter(tag__in=Ballot.objects.order_by("-number").values("tag")[:40])
    drawn = list(wanted.values_list("number", flat=True))
    assert decisions.set_aside(one.about, drawn, "ring", "moderator", NOON) == 40
    site.settle()
    parsed = [leaves.parse(data) for data in reading.entries(site.folder)]
    for place, leaf in enumerate(parsed):
        assert not isinstance(leaf, leaves.Void) or leaf.target < place
    assert recounted(site) == site.figures()
    assert site.figures()[one.about]["set_aside"] == 40


def test_a_decision_waits_for_its_ballot_and_those_after_it_wait_too(site):
    one, *_ = site.stories
    for voter in (100, 101):
        cast(one, voter, 1)
    tick()
    last = Ballot.objects.latest("number").number
    decisions.set_aside(one.about, [last], "ring", "moderator", NOON)
    void(one, 1)
    tick()
    assert (batches.take(1).entries, beside.waiting().decisions) == (1, 2)
    assert (batches.take(1).entries, beside.waiting().decisions) == (3, 0)


def test_what_was_carried_over_is_sealed_as_such_and_at_once(site):
    one, two, _ = site.stories
    sealer = Sealer()
    carrying.carry({one.about: 583, two.about: -4}, "wordpress", NOON)
    tick()
    assert cadence.is_due(cadence.queue().waiting, 0)
    sealer.step()
    assert set(others(site)) == {
        leaves.Carried(one.about, 583, "wordpress"),
        leaves.Carried(two.about, -4, "wordpress"),
    }
    assert cadence.queue().waiting == 0
    carrying.carry({one.about: 500}, "wordpress", NOON)
    site.settle()
    assert others(site)[2:] == [leaves.Carried(one.about, -83, "wordpress")]
    assert recounted(site) == site.figures()


def test_a_decision_is_named_beside_the_points_until_it_is_published(site, client):
    one, *_ = site.stories

    def unsealed():
        answer = client.get(f"/points.json?about={one.about}")
        return json.loads(answer.content)[one.about]["unsealed"]

    void(one, 2)
    assert unsealed() == 0  # it does not hold yet
    tick()
    assert unsealed() == 2
    sealing.seal()
    assert unsealed() == 0


def test_a_lost_decision_and_a_lost_total_come_back_from_the_log(site):
    one, two, _ = site.stories
    void(one, 1, "legal")
    tick()  # in the database, not yet in the log
    backup = Backup()
    void(one, 4), unvoid(one, 1)
    carrying.carry({two.about: 40}, "ghost", NOON)
    cast(two, 300, 1)
    site.settle()
    figures, known = site.figures(), others(site)
    backup.restore()
    recovering.recover(tell)
    site.settle()
    assert (site.figures(), others(site)) == (figures, known)
    assert recounted(site) == figures
    assert Leaf.objects.filter(number=None, about=one.about).count() == 5
    void(one, 1)
    site.settle()
    assert recounted(site) == site.figures()


@pytest.mark.parametrize("what", ["decision", "carried total"])
def test_what_was_decided_on_the_older_database_is_named(site, what):
    one, *_ = site.stories
    backup = Backup()
    void(one, 1, "legal")
    carrying.carry({one.about: 40}, "ghost", NOON)
    site.settle()
    backup.restore()
    if what == "decision":
        void(one, 1, "spam")
    else:
        carrying.carry({one.about: 41}, "ghost", NOON)
    with pytest.raises(Refusal, match=f"another {what} with the number 0"):
        recovering.recover(tell)


happenings = some.one_of(
    some.tuples(some.just("vote"), some.integers(0, 2), some.integers(0, 5), some.integers(-1, 1)),
    some.tuples(some.sampled_from(["void", "unvoid"]), some.integers(0, 2), some.integers(1, 9)),
    some.tuples(some.just("carry"), some.integers(0, 2), some.integers(-3, 3)),
    some.tuples(some.sampled_from(["tick", "seal"])),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(happenings, min_size=5, max_size=30))
def test_whatever_happens_in_whatever_order_the_log_gives_what_the_site_shows(site, happened):
    actions = {
        "vote": lambda which, who, value: cast(site.stories[which], who, value),
        "void": lambda which, count: void(site.stories[which], count),
        "unvoid": lambda which, count: unvoid(site.stories[which], count),
        "carry": lambda which, total: carrying.carry(
            {site.stories[which].about: total}, "ghost", NOON
        ),
        "tick": tick,
        "seal": sealing.seal,
    }
    for what, *how in happened:
        actions[what](*how)
    site.settle()
    assert recounted(site) == site.figures()
    assert (len(others(site)), beside.waiting()) == (
        Decision.objects.count() + Carry.objects.count(),
        (0, 0),
    )
