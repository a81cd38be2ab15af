"""New keys, and a new log after a lost one: what was signed before stays verifiable."""

import dataclasses

import pytest

from plaudit import flow
from plaudit.__main__ import main
from plaudit.ledger import guard, keys, receipts, sealing
from plaudit.ledger.models import Leaf
from plaudit.points import carrying, decisions
from plaudit.points.ballots import InForce
from plaudit.recount import leaves
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.refused import NotProved
from tests.ledger import reading
from tests.ledger.backups import Backup
from tests.ledger.test_recovering import Site
from tests.rankings.making import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(ledger_home):
    found = Site(ledger_home)
    found.seals(0, 60)
    return found


def test_after_a_rotation_both_keys_sign_once_and_then_the_new_one(site, capfd):
    old = [key.verifier for key in (keys.signer(), keys.ack_signer())]
    assert main(["ledger", "rotate-key"]) == 0
    new = [key.verifier for key in (keys.signer(), keys.ack_signer())]
    assert f"--key:\n{new[0]}\n" in capfd.readouterr().out
    assert keys.public_keys() == [*new, *old]
    note = notes.parse((site.folder / "checkpoint").read_bytes())
    for key in (old[0], new[0]):
        assert checkpoints.opened(note, key.name, [key]).size == 182
    site.seals(60, 70)
    later = notes.parse((site.folder / "checkpoint").read_bytes())
    assert later.verified([new[0]])
    with pytest.raises(NotProved):
        later.verified([old[0]])
    assert len(reading.ballots(site.folder)) == 212


def test_lost_keys_are_replaced(site):
    for file in keys.folder().glob("*.key"):
        file.unlink()
    with pytest.raises(keys.NoKey):
        sealing.seal()
    assert main(["ledger", "rotate-key"]) == 0
    assert len(keys.public_keys()) == 4
    site.seals(60, 70)
    assert len(reading.ballots(site.folder)) == 212


def test_keys_of_another_machine_do_not_sign(site):
    keys.replace(keys.signer().name, [])
    with pytest.raises(keys.NoKey, match="copy the folder"):
        sealing.seal()


def test_without_a_ledger_there_is_nothing_to_rotate_or_renew(db, ledger_home, capfd):
    for verb in (["rotate-key"], ["new-origin", "x"], ["recover"]):
        assert main(["ledger", *verb]) == 1
        assert capfd.readouterr().err.count("\n") == 1


def test_a_new_log_commits_to_the_lost_one_and_has_every_ballot(site):
    origin = keys.signer().name
    lost = reading.published(site.folder)
    assert main(["ledger", "new-origin", "another.example"]) == 1
    assert main(["ledger", "new-origin", origin]) == 0
    now = reading.published(site.folder)
    assert now.origin == keys.signer().name == f"{origin}/2"
    assert keys.ack_signer().name == f"{origin}/2/ack"
    first, second, *rest = [leaves.parse(data) for data in reading.entries(site.folder)]
    assert first == leaves.OriginChange(origin, lost.size, lost.root)
    assert second == leaves.Policy()
    assert len(rest) == 181
    ballot = InForce(*dataclasses.astuple(rest[0]))
    promise = receipts.signing()(ballot).ack
    assert promise.startswith(f"plaudit/ack/v1\n{origin}/2\n"), "promised for the log of now"
    assert receipts.as_file(receipts.signing()(ballot))["origin"] == f"{origin}/2"
    assert (site.home / f"ledger.lost-{lost.size}/checkpoint").exists()
    site.seals(60, 70)
    assert reading.published(site.folder).size == 214
    assert main(["ledger", "new-origin", f"{origin}/2"]) == 0
    assert keys.signer().name == f"{origin}/3"


def test_yesterdays_database_without_todays_bundles_begins_a_new_log(site):
    backup = Backup()
    site.seals(60, 70)
    published = reading.published(site.folder)
    backup.restore()
    (site.folder / "tile/entries/000.p/213").unlink()
    with pytest.raises(guard.Behind):
        sealing.seal()
    assert main(["ledger", "recover"]) == 1
    assert main(["ledger", "new-origin", published.origin]) == 0
    change = leaves.parse(reading.entries(site.folder)[0])
    assert (change.size, change.root) == (published.size, published.root)
    site.seals(70, 80)


def test_what_else_the_lost_log_said_is_said_again(site):
    about = site.stories[0].about
    numbers = list(Leaf.objects.filter(about=about).values_list("number", flat=True)[:3])
    decisions.set_aside(about, numbers[:2], "spam", "moderator", NOON)
    carrying.carry({about: 12}, "ghost", NOON)
    site.settle()
    decisions.let_count(about, numbers[1:2], "moderator", NOON)
    flow.tick(NOON)  # decided, and not sealed in the old log
    figures = site.figures()
    assert main(["ledger", "new-origin", keys.signer().name]) == 0
    parsed = [leaves.parse(data) for data in reading.entries(site.folder)]
    now = {row.number: row.index for row in Leaf.objects.filter(number__in=numbers)}
    others = [leaf for leaf in parsed[1:] if not isinstance(leaf, leaves.Ballot)]
    assert others[0] == leaves.Policy()
    assert set(others[1:3]) == {leaves.Void(now[number], "spam") for number in numbers[:2]}
    assert others[3:] == [leaves.Unvoid(now[numbers[1]]), leaves.Carried(about, 12, "ghost")]
    assert site.figures() == figures
