"""What is on a page is the sum of the log: whoever changes a ballot or a tally is found out."""

import pytest

from plaudit.__main__ import main
from plaudit.engine import sealer
from plaudit.ledger import mapping, rows
from plaudit.ledger.models import Leaf
from plaudit.ledger.succession import Unsealable
from plaudit.points import ballots, tallies
from plaudit.points.models import Ballot, Tally
from plaudit.recount.replay import Replay
from tests.ledger import reading
from tests.ledger.test_recovering import Site
from tests.rankings.making import cast, give

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(ledger_home):
    found = Site(ledger_home)
    for number, story in enumerate(found.stories):
        give(story, 1, voters=range(40 + number))
        for voter in range(10):
            cast(story, voter, (-1) ** voter)
    found.settle()
    return found


def recounted(site):
    """The totals that a stranger counts out of the folder."""
    entries = reading.entries(site.folder)
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    return {story.about: replay.points(story.about).total for story in site.stories}


def shown(site, client):
    return {
        story.about: client.get(f"{story.get_absolute_url()}.json").json()["points"]["total"]
        for story in site.stories
    }


def test_the_page_and_the_log_agree(site, client):
    assert recounted(site) == shown(site, client)


def test_an_edited_tally_is_found(site, client):
    Tally.objects.filter(about=site.stories[1].about).update(members=1)
    told, counted = shown(site, client), recounted(site)
    assert {about for about in told if told[about] != counted[about]} == {site.stories[1].about}


def test_a_ballot_row_edited_after_it_was_sealed_changes_nothing_that_counts(site, client):
    before = recounted(site)
    ballot = Ballot.objects.filter(about=site.stories[0].about, rev=1).latest("number")
    Ballot.objects.filter(pk=ballot.pk).update(value=-1)
    cast(site.stories[0], 500, 1)
    site.settle()
    before[site.stories[0].about] += 1
    assert recounted(site) == before == shown(site, client)


@pytest.mark.parametrize("change", [{"value": -1}, {"kind": "m"}, {"rev": 7}, {"tag": "A" * 43}])
def test_it_is_named_by_the_daily_recount_all_the_same(site, caplog, capfd, change):
    rows.check()
    ballot = Ballot.objects.filter(value=1, kind="g").latest("number")
    entry = Leaf.objects.get(number=ballot.number).index
    Ballot.objects.filter(pk=ballot.pk).update(**change)
    assert mapping.add_soon.func()
    (said,) = caplog.messages
    assert f"ballot number {ballot.number:,} is not what entry {entry:,} of the ledger says" in said
    assert main(["ledger", "points"]) == 1
    assert said in capfd.readouterr().err


def test_so_is_a_ballot_row_that_was_deleted(site):
    ballot = Ballot.objects.latest("number")
    entry = Leaf.objects.get(number=ballot.number).index
    ballot.delete()
    with pytest.raises(rows.Edited, match=rf"lost the ballot that is entry {entry:,} of"):
        rows.check()


def test_a_ballot_row_edited_before_it_was_sealed_is_found_if_it_was_counted(site, client):
    cast(site.stories[0], 500, 1)
    cast(site.stories[0], 501, 1)
    ballots.draw()
    tallies.add()
    Ballot.objects.filter(number=Ballot.objects.latest("number").number).update(value=-1)
    sealer.catch_up()
    told, counted = shown(site, client), recounted(site)
    assert told[site.stories[0].about] == counted[site.stories[0].about] + 2


@pytest.mark.parametrize("settles", [False, True])
def test_what_follows_a_ballot_row_that_was_deleted_is_not_sealed(site, settles):
    cast(site.stories[0], 500, 1)
    if settles:
        site.settle()
    cast(site.stories[0], 500, -1)
    ballots.draw()
    Ballot.objects.filter(tag=Ballot.objects.latest("number").tag, rev=1).delete()
    with pytest.raises(Unsealable, match="revision before it is not there"):
        sealer.catch_up()
    recounted(site)
