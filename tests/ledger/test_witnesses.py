"""Witnesses are asked for what was signed; none of them can hold up or harm the log."""

import socket
import time
from contextlib import ExitStack

import pytest

from plaudit import settings, turn
from plaudit.engine import jobs, sealer
from plaudit.ledger import posting, sealing, witnesses
from plaudit.ledger.models import Checkpoint, Witness
from plaudit.points import ballots
from plaudit.refusal import Refusal
from plaudit.tlog import cosignatures, notes, witnessing
from plaudit.tlog.witnessing import SIZE_TYPE
from tests.ledger import reading
from tests.ledger.strangers import TEXT, Honest, serving
from tests.rankings.making import give, stories
from tests.support.racing import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(ledger_home):
    return ledger_home / "ledger"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """As in life, in a tenth of the time."""
    monkeypatch.setattr(posting, "SECONDS", 0.5)
    monkeypatch.setattr(witnesses, "HOLD_SECONDS", 1.5)
    monkeypatch.setattr(witnesses, "PAUSE", 0.1)


@pytest.fixture
def ask():
    """Has a witness that answers so asked from now on; all of them end with the test."""
    with ExitStack() as stack:

        def ask(witness, answer=None, **how):
            address = stack.enter_context(serving(answer or witness, **how))
            name = witness.key.name
            Witness.objects.create(name=name, key=str(witness.key.verifier), address=address)
            return Witness.objects.get(name=name)

        yield ask


@pytest.fixture
def need(monkeypatch):
    def need(count):
        monkeypatch.setenv("PLAUDIT_WITNESSES_NEEDED", str(count))
        settings.load.cache_clear()

    yield need
    monkeypatch.undo()
    settings.load.cache_clear()


def seal(votes=0):
    """Seal as the sealer does, perhaps after some votes; returns the published note."""
    if votes:
        (story,) = stories(1)
        give(story, votes)
        ballots.draw()
    sealer.catch_up()
    return published()


def published():
    return notes.parse((settings.load().home / "ledger/checkpoint").read_bytes())


def trouble(name="library.example/w"):
    return Witness.objects.get(name=name).trouble


def test_cosignatures_stand_in_the_published_checkpoint(ask, folder):
    library, rival = Honest(), Honest("rival.example/w")
    ask(library)
    ask(rival)
    for votes in (0, 5, 300):
        note = seal(votes)
        assert len(note.signatures) == 3
        cosignatures.check(note, [library.key.verifier, rival.key.verifier], 2)
        assert reading.published(folder).size == library.size == Witness.objects.first().size
    assert [(one.old, one.checkpoint.size) for one in rival.asked] == [(0, 1), (1, 6), (6, 306)]


def test_nobody_is_asked_where_nobody_was_named():
    assert len(seal(3).signatures) == 1


def test_what_has_cosigned_is_not_asked_again_and_nothing_new_is_published(ask, folder):
    library = Honest()
    ask(library)
    seal(3)
    before = (folder / "checkpoint").stat().st_mtime_ns
    witnesses.collect()
    assert len(library.asked) == 1
    assert (folder / "checkpoint").stat().st_mtime_ns == before


def test_a_witness_that_knows_another_size_is_asked_once_more_from_there(ask):
    library = Honest()
    ask(library)
    seal(3)
    for size in (0, 1):
        Witness.objects.update(size=size)
        assert len(seal(2).signatures) == 2
    assert [one.old for one in library.asked] == [0, 0, 4, 1, 6]


def test_a_new_log_is_a_new_one_to_its_witnesses(ask):
    library = Honest()
    ask(library)
    Witness.objects.update(origin="former.example", size=77)
    assert len(seal().signatures) == 2
    assert library.asked[0].old == 0


def test_a_witness_that_is_down_is_left_out_and_its_cosignature_collected_later(ask, folder):
    library, rival = Honest(), Honest("rival.example/w")
    ask(library)
    witness = ask(rival)
    up = witness.address
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        Witness.objects.filter(name=witness.name).update(
            address=f"http://127.0.0.1:{nobody.getsockname()[1]}"
        )
        assert len(seal(3).signatures) == 2
        assert "refused" in trouble(rival.key.name)
        assert trouble() == ""
    Witness.objects.filter(name=witness.name).update(address=up)
    assert "ask_witnesses" in jobs.run_due()
    assert len(published().signatures) == 3
    assert trouble(rival.key.name) == ""
    assert reading.published(folder).size == 4
    assert len(seal(1).signatures) == 3


@pytest.mark.parametrize("drip", [0.02, 30.0])
def test_a_slow_witness_holds_up_nobody(ask, drip):
    ask(Honest(), drip=drip)
    began = time.monotonic()
    assert len(seal(3).signatures) == 1
    assert time.monotonic() - began < 15
    assert "did not answer within" in trouble()


SAYS = {
    "another key's cosignature": (200, None, "no cosignature by library.example/w"),
    "nothing": (200, b"", "cannot be used"),
    "no lines": (200, b"hello", "cannot be used"),
    "too much": (200, b"\n" * 200_000, "more than 100,000 bytes"),
    "that it does not know the log": (404, b"", "has to accept the key 127.0.0.1:8000+"),
    "that it does not know the key": (403, b"", "does not accept the key"),
    "that nothing is proved": (422, b"", "has not grown from the 0 entries"),
    "to look elsewhere": (307, b"", "not followed"),
    "that it is broken": (500, b"", "It answers 500."),
    "a conflict without a size": (409, b"", "It answers 409."),
}


@pytest.mark.parametrize("what", SAYS)
def test_an_answer_that_is_none_is_named_and_left_out(ask, what):
    status, body, words = SAYS[what]
    library, count = Honest(), []

    def answer(data):
        count.append(data)
        if body is None:
            return 200, TEXT, Honest().signed(witnessing.parse(data).note.text)
        return status, TEXT, body

    ask(library, answer)
    assert len(seal(2).signatures) == 1
    assert words in trouble()
    assert len(count) == 1
    assert Witness.objects.get().size == 0


LIES = {
    "the same": (b"0\n", "goes on from 0 entries, it says, and does not", 1),
    "more than there is": (b"999\n", "999 entries of this ledger, which has 3 here", 1),
    "another each time": (b"2\n", "goes on from 2 entries, it says, and does not", 2),
    "no number": (b"-2\n", "cannot be used", 1),
    "no canonical number": (b"02\n", "cannot be used", 1),
    "a number without end": (b"9" * 5000 + b"\n", "cannot be used", 1),
}


@pytest.mark.parametrize("what", LIES)
def test_a_lying_conflict_is_asked_once_more_at_most_and_not_remembered(ask, what):
    body, words, times = LIES[what]
    count = []

    def answer(data):
        count.append(data)
        return 409, SIZE_TYPE, body

    ask(Honest(), answer)
    assert len(seal(2).signatures) == 1
    assert words in trouble()
    assert len(count) == times
    assert Witness.objects.get().size == 0


def test_a_witness_that_changes_its_mind_is_not_asked_a_third_time(ask):
    sizes = [b"1\n", b"2\n", b"0\n"]
    ask(Honest(), lambda _: (409, SIZE_TYPE, sizes.pop(0)))
    assert len(seal(4).signatures) == 1
    assert sizes == [b"0\n"]
    assert "last cosigned 2 entries, and then" in trouble()


def test_no_flipped_bit_of_a_cosignature_is_published(ask):
    library, wrong = Honest(), {"place": 0, "bit": 0}

    def answer(data):
        status, kind, body = library(data)
        flipped = bytearray(body)
        flipped[wrong["place"]] ^= 1 << wrong["bit"]
        return status, kind, bytes(flipped)

    ask(library, answer)
    length = len(library.signed(seal().text))
    for place in range(0, length, 3):
        wrong.update(place=place, bit=place % 8)
        witnesses.collect()
        library.size, library.root = 0, Honest().root
        assert len(published().signatures) == 1
        assert trouble()


def test_a_damaged_cosignature_in_the_database_is_asked_for_again(ask):
    library = Honest()
    ask(library)
    good = seal(2)
    ours, theirs = good.signatures
    damaged = good.with_signatures([theirs._replace(value=theirs.value[:8] + bytes(64))])
    Checkpoint.objects.filter(size=3).update(text=damaged.encoded().decode())
    witnesses.collect()
    assert published().signatures[0] == ours
    cosignatures.check(published(), [library.key.verifier], 1)
    assert [one.old for one in library.asked] == [0, 3]


def test_another_history_of_the_same_size_is_said_to_be_one(ask):
    ask(Honest())
    seal(2)
    Checkpoint.objects.filter(size=3).update(text=published_alone().encoded().decode())

    def conflict(data):
        return 409, SIZE_TYPE, b"3\n"

    with serving(conflict) as address:
        Witness.objects.update(address=address)
        witnesses.collect()
    assert trouble() == "It has cosigned another history of the same 3 entries."


def published_alone():
    """The published checkpoint without cosignatures."""
    return notes.Note(published().text, published().signatures[:1])


def test_needed_cosignatures_are_waited_for(ask, need):
    library, tries = Honest(), []

    def answer(data):
        tries.append(data)
        return library(data) if len(tries) > 3 else (500, TEXT, b"")

    ask(library, answer)
    need(1)
    assert len(seal(2).signatures) == 2
    assert len(tries) == 4


def test_needed_cosignatures_are_not_waited_for_without_end_nor_twice(
    ask, need, caplog, monkeypatch
):
    library, rival = Honest(), Honest("rival.example/w")
    ask(library)
    ask(rival, lambda _: (500, TEXT, b""))
    need(2)
    began = time.monotonic()
    assert len(seal(2).signatures) == 2
    assert 1.5 <= time.monotonic() - began < 20
    assert "with the cosignatures of 1 witnesses; 2 are needed" in caplog.text
    monkeypatch.setattr(witnesses, "HOLD_SECONDS", 60)
    began = time.monotonic()
    assert len(seal(2).signatures) == 2
    assert time.monotonic() - began < 30


def test_more_than_there_are_is_not_waited_for(ask, need, monkeypatch):
    monkeypatch.setattr(witnesses, "HOLD_SECONDS", 60)
    ask(Honest())
    need(3)
    began = time.monotonic()
    assert len(seal(2).signatures) == 2
    assert time.monotonic() - began < 30


def test_nothing_is_collected_while_the_log_is_sealed(ask, racing_db):
    library = Honest()
    seal(2)
    ask(library)
    with turn.taken(sealing.TURN) as is_ours:
        assert is_ours
        at_once([witnesses.collect])
    assert library.asked == []
    witnesses.collect()
    assert len(published().signatures) == 2


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("https://rival.example/ledger/witness", "https://rival.example/ledger/witness"),
        ("https://rival.example/w/add-checkpoint", "https://rival.example/w"),
        ("https://rival.example:8443/", "https://rival.example:8443"),
        ("http://127.0.0.1:8001/w/", "http://127.0.0.1:8001/w"),
        ("http://[::1]:8001/w", "http://[::1]:8001/w"),
        ("http://localhost/w", "http://localhost/w"),
    ],
)
def test_a_witness_is_at_https_or_on_this_machine(text, used):
    assert posting.address_from(text) == used


@pytest.mark.parametrize(
    "text",
    ["", "rival.example", "http://rival.example", "http://127.0.0.1.rival.example/", "http://0/",
     "http://10.0.0.1/", "http://[::2]/", "ftp://127.0.0.1/", "file:///etc/passwd", "https://",
     "https://a@rival.example", "https://rival.example/?a", "https://rival.example/#a",
     "https://rival.example:x/", "https://rival.example/a b", "https://rival.example/\r\nx",
     "https://räval.example/", "https://[::1", "https://rival.example/" + "x" * 500],
)  # fmt: skip
def test_no_other_address_is_taken(text):
    with pytest.raises(Refusal):
        posting.address_from(text)
