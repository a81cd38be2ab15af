"""A database that is behind what was published never seals a second history; it catches up."""

import pytest

from plaudit import flow
from plaudit.__main__ import main
from plaudit.engine import sealer
from plaudit.ledger import guard, keys, recovering, reporting, sealing, tree
from plaudit.ledger.models import Leaf, LogState, Node
from plaudit.points import tallies
from plaudit.points.models import Ballot
from plaudit.refusal import Refusal
from plaudit.tlog import notes
from plaudit.tlog.refused import NotProved
from tests.ledger import reading
from tests.ledger.backups import Backup
from tests.rankings.making import NOON, cast, give, stories

pytestmark = pytest.mark.django_db


class Site:
    """A site on which readers vote, with what it says about itself."""

    def __init__(self, home):
        self.home, self.folder = home, home / "ledger"
        self.stories = stories(3)

    def settle(self):
        while not flow.tick(NOON).is_idle:
            pass
        sealer.catch_up()

    def seals(self, start, end):
        for story in self.stories:
            give(story, 1, voters=range(start, end))
        cast(self.stories[0], start, -1)
        self.settle()

    def figures(self):
        points = tallies.live(story.about for story in self.stories)
        return {about: found.as_json() for about, found in points.items()}

    def ballots(self):
        return sorted(Ballot.objects.values_list("about", "tag", "rev", "value", "kind", "nonce"))


@pytest.fixture
def site(ledger_home):
    found = Site(ledger_home)
    found.seals(0, 60)
    return found


def tell(*_):
    """Nobody looks at the progress."""


def test_yesterdays_database_under_todays_tiles_refuses_to_seal(site):
    backup = Backup()
    site.seals(60, 200)
    backup.restore()
    cast(site.stories[1], 999, 1)
    with pytest.raises(guard.Behind, match=r"182 entries.*603 are published.*ledger recover"):
        site.settle()
    assert "ledger recover" in reporting.condition().trouble
    assert reading.published(site.folder).size == 603


def test_recovering_brings_back_entries_ballots_and_figures(site):
    backup = Backup()
    site.seals(60, 200)
    figures, ballots, entries = site.figures(), site.ballots(), reading.entries(site.folder)
    checkpoint = (site.folder / "checkpoint").read_bytes()
    backup.restore()
    found = recovering.recover(tell)
    assert found == recovering.Recovered(entries=421, ballots=421)
    assert (site.folder / "checkpoint").read_bytes() == checkpoint
    assert site.ballots() == ballots
    site.settle()
    assert site.figures() == figures
    assert reading.entries(site.folder) == entries
    assert recovering.recover(tell) == recovering.Recovered()
    site.seals(200, 210)
    assert site.ballots() == sorted(
        (leaf.about, leaf.tag, leaf.rev, leaf.value, leaf.kind, leaf.nonce)
        for leaf in reading.ballots(site.folder)
    )


def test_an_empty_database_takes_back_everything(site):
    figures, ballots = site.figures(), site.ballots()
    for model in Backup()._rows:
        model.objects.all().delete()
    with pytest.raises(guard.Behind, match="0 entries"):
        sealing.seal()
    assert recovering.recover(tell).ballots == 181
    site.settle()
    assert (site.figures(), site.ballots()) == (figures, ballots)


def test_ballots_the_backup_had_but_had_not_sealed_are_sealed_once(site):
    """Drawn or not: what the log has is not sealed again, what it has not is."""
    for story in site.stories:
        give(story, 1, voters=range(60, 70))
    flow.ballots.draw()
    for story in site.stories:
        give(story, 1, voters=range(70, 80))
    backup = Backup()
    site.settle()
    ballots = site.ballots()
    backup.restore()
    cast(site.stories[2], 500, -1)  # given since
    assert recovering.recover(tell) == recovering.Recovered(entries=60, ballots=0)
    site.settle()
    assert len(reading.ballots(site.folder)) == len(ballots) + 1 == Ballot.objects.count()
    assert site.figures()[site.stories[2].about]["total"] == 79
    numbers = Ballot.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(len(numbers)))


def test_points_given_on_the_older_database_in_place_of_others_are_named(site):
    backup = Backup()
    cast(site.stories[0], 7, -1)
    site.settle()
    backup.restore()
    cast(site.stories[0], 7, 0)
    before = site.ballots()
    with pytest.raises(Refusal, match="points were given on the older database"):
        recovering.recover(tell)
    assert site.ballots() == before


def test_interrupted_it_goes_on(site):
    backup = Backup()
    site.seals(60, 200)
    ballots = site.ballots()
    backup.restore()

    def interrupt(label, done, total):
        if label == "Recovering":
            raise KeyboardInterrupt

    for size in (256, 512, 603):
        with pytest.raises(KeyboardInterrupt):
            recovering.recover(interrupt)
        assert LogState.objects.get().size == size
        if size < 603:
            with pytest.raises(guard.Behind):
                sealing.seal()
    site.settle()
    assert site.ballots() == ballots


@pytest.mark.parametrize("byte", [0, 2, 40, -1])
def test_a_changed_bundle_is_found_before_anything_is_written(site, byte):
    backup = Backup()
    site.seals(60, 200)
    backup.restore()
    path = site.folder / "tile/entries/001"
    data = bytearray(path.read_bytes())
    data[byte] ^= 1
    path.write_bytes(data)
    with pytest.raises(Refusal):
        recovering.recover(tell)
    assert LogState.objects.get().size == 182


def test_a_missing_bundle_and_a_missing_checkpoint_are_named(site):
    backup = Backup()
    site.seals(60, 200)
    backup.restore()
    (site.folder / "tile/entries/001").unlink()
    with pytest.raises(recovering.Unrecoverable, match="entries/001 is missing"):
        recovering.recover(tell)
    (site.folder / "checkpoint").unlink()
    with pytest.raises(recovering.Unrecoverable, match="no checkpoint"):
        recovering.recover(tell)


def test_an_entry_edited_in_the_database_is_found(site):
    Leaf.objects.filter(index=5).update(data=b"plaudit/ballot/v1\n")
    cast(site.stories[0], 100, 1)
    with pytest.raises(tree.Changed, match="entry 5"):  # whose bundle is to be written again
        site.settle()


@pytest.mark.parametrize("index", [0, 100, 181])
def test_a_hash_edited_in_the_database_is_found(site, index):
    Leaf.objects.filter(index=index).update(hash=b"x" * 32)
    with pytest.raises(Refusal, match="What was changed"):
        sealing.seal()


def test_a_row_that_is_gone_is_found(site):
    Leaf.objects.filter(index=100).delete()
    with pytest.raises(tree.Changed, match="181 of 182 rows"):
        sealing.seal()


def test_another_history_of_the_same_length_is_found(site):
    backup = Backup()
    cast(site.stories[0], 100, 1)
    site.settle()
    backup.restore()
    mine = (site.folder / "checkpoint").read_bytes()
    (site.folder / "checkpoint").unlink()  # only so that it can be made at all
    cast(site.stories[0], 101, 1)
    site.settle()
    (site.folder / "checkpoint").write_bytes(mine)
    with pytest.raises(guard.Forked, match="first 183 entries are others"):
        sealing.seal()


@pytest.mark.parametrize("data", [b"", b"nonsense", b"a\n1\nx\n\n"])
def test_a_checkpoint_that_is_none_is_not_sealed_over(site, data):
    (site.folder / "checkpoint").write_bytes(data)
    with pytest.raises(guard.Forked, match="is not of this ledger"):
        sealing.seal()


def test_the_doctor_and_the_status_say_it(site, capfd):
    assert main(["ledger", "status"]) == 0
    assert "All is well." in capfd.readouterr().out
    backup = Backup()
    site.seals(60, 70)
    backup.restore()
    assert main(["ledger", "status"]) == 1
    assert "ledger recover" in capfd.readouterr().out
    assert main(["ledger", "seal"]) == 1
    assert "ledger recover" in capfd.readouterr().err
    assert main(["ledger", "recover"]) == 0
    assert "Recovered 31 entries, and 31 ballots" in capfd.readouterr().out
    assert main(["ledger", "recover"]) == 0
    assert main(["ledger", "status"]) == 0


def test_a_lost_key_is_not_made_up_for(site):
    (keys.folder() / "ledger.key").unlink()
    with pytest.raises(keys.NoKey, match="rotate-key"):
        sealing.seal()
    assert not (keys.folder() / "ledger.key").exists()


def test_the_nodes_above_the_leaves_are_kept_for_tiles_only(site):
    assert not Node.objects.exists()
    site.seals(60, 200)
    assert list(Node.objects.values_list("level", "index")) == [(1, 0), (1, 1)]


@pytest.mark.parametrize("voters_since", [0, 30])
def test_a_backup_from_before_the_keys_were_changed_is_recovered_with_the_new_keys(
    site, voters_since
):
    backup, old = Backup(), keys.signer().verifier
    assert main(["ledger", "rotate-key"]) == 0
    if voters_since:
        site.seals(60, 60 + voters_since)
    figures, size = site.figures(), reading.published(site.folder).size
    backup.restore()
    trouble = reporting.condition().trouble
    assert "ledger recover" in trouble
    assert "rotate-key" not in trouble
    assert main(["ledger", "recover"]) == 0
    assert (reporting.condition().trouble, reporting.condition().size) == ("", size)
    site.seals(200, 210)
    site.settle()
    assert figures != site.figures()
    note = notes.parse((site.folder / "checkpoint").read_bytes())
    assert note.verified([keys.signer().verifier])
    with pytest.raises(NotProved):
        note.verified([old])


def test_recovering_does_not_take_keys_that_the_log_has_not_signed_with(site):
    backup = Backup()
    site.seals(60, 70)
    published = (site.folder / "checkpoint").read_bytes()
    keys.replace(keys.signer().name, keys.public_keys())  # and nothing is signed by them
    backup.restore()
    with pytest.raises(keys.NoKey, match="copy the folder"):
        guard.check()
    with pytest.raises(keys.NoKey, match="copy the folder"):
        recovering.recover(tell)
    assert (site.folder / "checkpoint").read_bytes() == published


def test_a_machine_that_has_the_keys_of_before_a_change_does_not_take_them_back(site):
    before = {file: file.read_bytes() for file in keys.folder().iterdir()}
    assert main(["ledger", "rotate-key"]) == 0
    state = LogState.objects.get()
    for file in keys.folder().iterdir():
        file.unlink()
    for file, data in before.items():
        file.write_bytes(data)
        file.chmod(0o600)
    with pytest.raises(keys.NoKey, match="copy the folder"):
        guard.check()
    with pytest.raises(keys.NoKey, match="copy the folder"):
        recovering.recover(tell)
    assert LogState.objects.get().keys == state.keys
