"""What a ballot of each class counts: chosen once, said in the log, followed by every figure."""

import secrets

import pytest
from django.utils import timezone

from plaudit import settings
from plaudit.__main__ import main
from plaudit.engine import behind
from plaudit.ledger import guard, keys, sealing
from plaudit.ledger.weighing import Reweighed
from plaudit.points import ballots, carrying, tallies, weights
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter
from plaudit.rankings.models import Place
from plaudit.recount import leaves
from plaudit.recount.replay import Replay
from tests.ledger import reading
from tests.ledger.test_recovering import Site

pytestmark = pytest.mark.django_db


@pytest.fixture
def weighing(monkeypatch):
    """A way to start the site anew with other weights."""

    def begin(chosen):
        monkeypatch.setenv("PLAUDIT_WEIGHTS", chosen)
        settings.load.cache_clear()
        weights.by_class.cache_clear()

    yield begin
    monkeypatch.delenv("PLAUDIT_WEIGHTS", raising=False)
    settings.load.cache_clear()
    weights.by_class.cache_clear()


@pytest.fixture
def site(weighing, ledger_home):
    weighing("3,1,2")
    return Site(ledger_home)


def vote(site, kind, value, who=None):
    who = who or Voter(Ballot.Kind(kind), secrets.token_bytes(32))
    ballots.cast(site.stories[0].about, who, value, ballots.new_nonce(), timezone.now())
    return who


def replayed(site):
    entries = reading.entries(site.folder)
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    return replay.points(site.stories[0].about)


def test_the_log_says_so_before_its_first_ballot(site):
    vote(site, "m", 1)
    site.settle()
    first, *_ = reading.entries(site.folder)
    assert leaves.parse(first) == leaves.Policy(m=3, g=1, f=2)


def test_a_log_that_follows_a_lost_one_says_the_same(site):
    vote(site, "m", 1)
    site.settle()
    assert main(["ledger", "new-origin", keys.signer().name]) == 0
    _lost, second, *_ = reading.entries(site.folder)
    assert leaves.parse(second) == leaves.Policy(m=3, g=1, f=2)
    assert replayed(site).members == 3


def test_every_figure_follows_them_and_whoever_recounts_agrees(site, client):
    changed, withdrawn = vote(site, "m", 1), vote(site, "f", 1)
    for kind, value in [("m", 1), ("m", -1), ("g", 1), ("g", 1), ("g", -1), ("f", 1), ("f", -1)]:
        vote(site, kind, value)
    vote(site, "m", -1, changed)
    vote(site, "f", 0, withdrawn)
    carrying.carry({site.stories[0].about: 10}, "ghost", timezone.now())
    live = tallies.live_one(site.stories[0].about)
    assert (live.members, live.guests, live.fediverse) == (-3, 1, 0)
    site.settle()
    kept = tallies.live_one(site.stories[0].about)
    assert kept.as_json() == replayed(site).as_json()
    assert (kept.up, kept.down, kept.carried, kept.total) == (3 + 2 + 2, 6 + 1 + 2, 10, 8)
    url = f"{site.stories[0].get_absolute_url()}.json"
    assert client.get(url).json()["points"]["total"] == 8
    assert set(Place.objects.filter(story=site.stories[0]).values_list("top", flat=True)) == {8}


def test_readers_are_told(site, client):
    vote(site, "m", 1)
    site.settle()
    told = "of a member 3, of a guest 1, from the fediverse 2"
    how = client.get("/how-points-work").content.decode()
    assert told in how
    assert "Every point weighs the same" not in how
    assert told in client.get(f"{site.stories[0].get_absolute_url()}/points").content.decode()


def test_where_all_count_the_same_there_is_nothing_to_tell(client, ledger_home):
    how = client.get("/how-points-work").content.decode()
    assert "Every point weighs the same" in how
    assert "do not all count the same" not in how


def test_with_other_weights_than_the_logs_nothing_is_sealed(site, weighing):
    vote(site, "m", 1)
    site.settle()
    weighing("1,1,1")
    with pytest.raises(Reweighed, match='Set weights to "3,1,2" again'):
        sealing.seal()
    weighing("3,1,2")
    assert guard.check().size == sealing.seal().size


@pytest.mark.django_db(transaction=True)
def test_nor_is_the_site_served(site, weighing):
    vote(site, "m", 1)
    site.settle()
    behind.check(settings.load())
    weighing("3,2,2")
    with pytest.raises(Reweighed, match='weights = "3,2,2" in the settings'):
        behind.check(settings.load())
