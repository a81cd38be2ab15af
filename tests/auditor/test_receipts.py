"""A receipt: its ballot is in the log, or the site broke its word, or nobody can say yet."""

import json

import pytest

from plaudit.auditor import receipts
from plaudit.recount.leaves import Policy, Unvoid, Void
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.refused import Malformed
from tests.auditor import logs
from tests.auditor.conftest import NOW
from tests.auditor.logs import ABOUTS, ACK_SIGNER, SIGNER, ballot

MINE = ballot(7_000)
STRANGER = SignerKey(f"{logs.ORIGIN}/ack", bytes(32))


@pytest.fixture
def judged(auditor, gazette):
    """What is said of the receipt of MINE, once these leaves follow those of the gazette."""

    def words(*leaves, deadline=NOW + 60, **given):
        log = [*logs.entries(300), *(leaf.encoded() for leaf in leaves)]
        gazette.seal(log)
        gazette.show(log)
        mine = receipts.parse(logs.receipt_file(MINE, deadline, **given))
        found = auditor.audit(gazette.url, receipts=[("mine.json", mine)], pages=0)
        (said,) = [one for one in found.found if one.topic == "receipt"]
        assert said.text.startswith("mine.json")
        return found.status, said.text

    return words


def test_a_ballot_that_is_in_the_log_is_proved(judged):
    status, said = judged(ballot(1_000), MINE)
    assert (status, said) == (
        0,
        f"mine.json: The ballot of the receipt (+1 to {ABOUTS[0]}) is leaf 301 and counts.",
    )


@pytest.mark.parametrize(
    ("later", "became"),
    [
        (
            [ballot(7_000, rev=2, value=0)],
            "a later revision by the same voter has taken its place.",
        ),
        ([Void(300, "ring")], "was set aside by moderators (reason: ring)."),
        ([Void(300, "ring"), Unvoid(300)], "is leaf 300 and counts."),
    ],
)
def test_what_became_of_it_is_said(judged, later, became):
    status, said = judged(MINE, *later)
    assert status == 0
    assert said.endswith(became)


def test_while_there_is_time_nothing_is_known(judged):
    status, said = judged(deadline=NOW + 60)
    assert status == 2
    assert "not in the log yet; the site has 60 seconds left" in said


def test_once_the_time_is_up_the_site_has_broken_its_word(judged):
    status, said = judged(deadline=NOW - 1)
    assert status == 1
    assert "though the site signed that it would be" in said


@pytest.mark.parametrize("signer", [STRANGER, SIGNER])
def test_a_receipt_that_the_site_did_not_sign_proves_nothing_against_it(judged, signer):
    status, said = judged(deadline=NOW - 1, signer=signer)
    assert status == 2
    assert "signed by no key that this site shows" in said


def test_a_receipt_of_another_site_is_not_judged(judged):
    status, said = judged(MINE, origin="other.example")
    assert status == 2
    assert "is of another log: other.example" in said


def test_a_folder_proves_it_as_well(auditor, tmp_path):
    log = [*logs.entries(600), MINE.encoded()]
    folder = logs.save(logs.files(log), tmp_path / "log")
    mine = receipts.parse(logs.receipt_file(MINE, NOW))
    found = auditor.audit(folder, receipts=[("mine.json", mine)])
    assert (found.status, found.found[-1].topic) == (0, "receipt")


RIGHT = logs.receipt(MINE, NOW)
OTHER = logs.receipt(ballot(1), NOW)
WRONG = {
    "no JSON": (b"\xff", "is no JSON"),
    "too deep": (b"[" * 90_000, "is no JSON"),
    "too long": (b" " * 100_001, "more than 100,000 bytes"),
    "something else": (b"[]", "is no receipt"),
    "another format": (RIGHT | {"plaudit": "receipt/v2"}, "is no receipt"),
    "no leaf": ({**RIGHT, "leaf": None}, "has no leaf"),
    "no ack": ({**RIGHT, "ack": 5}, "has no ack"),
    "a leaf of another form": ({**RIGHT, "leaf": RIGHT["leaf"] + "\n"}, "6 fields"),
    "surrogates": ({**RIGHT, "leaf": "\ud800"}, "newline"),
    "no ballot": ({**RIGHT, "leaf": Policy().encoded().decode()}, "is no ballot"),
    "another leaf": ({**RIGHT, "leaf": OTHER["leaf"]}, "is another leaf than"),
    "another acknowledgement": ({**RIGHT, "ack": OTHER["ack"]}, "is another leaf than"),
    "another origin": ({**RIGHT, "origin": "other.example"}, "says it is of 'other.example'"),
    "an acknowledgement without signature": ({**RIGHT, "ack": "plaudit/ack/v1\n"}, "blank line"),
    "a checkpoint": ({**RIGHT, "ack": logs.signed(bytes(32), 3).encoded().decode()}, "four lines"),
    "keys of another kind": ({**RIGHT, "keys": [5]}, "no list of texts"),
}


@pytest.mark.parametrize(("data", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_no_receipt_is_refused(data, reason):
    with pytest.raises(Malformed, match=reason):
        receipts.parse(data if isinstance(data, bytes) else json.dumps(data).encode())


def test_a_receipt_says_what_it_holds():
    found = receipts.parse(json.dumps(RIGHT).encode())
    assert (found.leaf, found.deadline, found.origin) == (MINE, NOW, logs.ORIGIN)
    assert found.signed_by([STRANGER.verifier, ACK_SIGNER.verifier]) == ACK_SIGNER.verifier
    assert found.signed_by([STRANGER.verifier]) is None
