"""`plaudit audit`, as typed."""

import json
import shutil

import pytest

from plaudit.__main__ import main
from plaudit.tlog.keys import SignerKey
from tests.auditor import logs, paper
from tests.auditor.logs import ABOUTS, ballot
from tests.vectors.example import OTHER, STORY
from tests.vectors.make import FOLDER


@pytest.fixture(autouse=True)
def own_memory(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path):
    return logs.save(logs.files(logs.entries(300)), tmp_path / "log")


@pytest.fixture
def audit(capfd):
    """Status, what was found, what was said beside it."""

    def typed(*arguments):
        status = main(["audit", *map(str, arguments)])
        return status, *capfd.readouterr()

    return typed


@pytest.fixture
def vectors(tmp_path):
    """The log of the specification, as somebody keeps it, with a proof of one story's points."""
    shutil.copytree(FOLDER / "log", tmp_path / "ledger")
    proof = tmp_path / "ledger" / "points" / STORY
    proof.parent.mkdir(parents=True)
    shutil.copy(FOLDER / "points-proof.txt", proof)
    return tmp_path


def test_the_points_of_one_story_are_proved_without_a_recount(audit, vectors):
    status, found, _ = audit(vectors, "--points", STORY)
    assert status == 0
    assert found.splitlines()[-2:] == [
        f"ok       points      {STORY} had 0 points in front of leaf 11, which has the root of all "
        "points; it is in the log of 260 leaves.",
        "Proved, if the log is right: leave out --points to recount all of it.",
    ]
    status, found, _ = audit(vectors, "--points", STORY, "--json")
    assert json.loads(found)["points"] == {
        "total": 0, "up": 1, "down": 1, "members": 0, "guests": 1, "fediverse": -1,
        "set_aside": 0, "carried": 0,
    }  # fmt: skip


@pytest.mark.parametrize(("said", "instead"), [("up 1", "up 9"), ("index 1\n", "index 2\n")])
def test_a_proof_that_does_not_hold_is_named(audit, vectors, said, instead):
    proof = vectors / "ledger" / "points" / STORY
    proof.write_text(proof.read_text().replace(said, instead, 1))
    status, found, _ = audit(vectors, "--points", STORY)
    assert status == 1
    assert "DIFFERS  points" in found


def test_a_proof_of_another_story_or_none_proves_nothing(audit, vectors):
    folder = vectors / "ledger" / "points"
    shutil.copy(folder / STORY, folder / OTHER)
    status, found, _ = audit(vectors, "--points", OTHER)
    assert (status, f"The proof is about {STORY}." in found) == (1, True)
    assert audit(vectors, "--points", OTHER.replace("A", "B"))[0] == 2
    status, _, said = audit(vectors, "--points", "s/../../keys")
    assert (status, "--points is not" in said) == (2, True)


def test_a_folder_that_agrees_ends_with_0(audit, folder):
    status, found, _ = audit(folder)
    assert status == 0
    assert found.splitlines()[-2:] == [
        "ok       log         The log of 300 leaves was recounted. Its tree is the one that was "
        "signed; by the rule it gives points to 40 subjects, with 0 ballots set aside.",
        "Agrees: the log is whole and can be counted. No pages were looked at.",
    ]


def test_what_differs_ends_with_1(audit, folder):
    (folder / "tile/0/000").write_bytes(bytes(8_192))
    status, found, _ = audit(folder)
    assert status == 1
    assert "DIFFERS  log         tile/0/000 differs at byte 0 " in found
    assert found.splitlines()[-1].startswith("DIFFERS: what was looked at contradicts itself.")


def test_what_cannot_be_checked_ends_with_2(audit, folder):
    (folder / "keys").unlink()
    status, found, _ = audit(folder)
    assert status == 2
    assert "give it with --key" in found
    assert audit(folder, "--key", logs.SIGNER.verifier)[0] == 0


def test_a_site_is_read_with_its_pages(audit):
    gazette = paper.Paper(logs.entries(300))
    with paper.served(gazette) as url:
        status, found, progress = audit(url, "--pages", 3)
        assert status == 0
        assert "the log's figure: 3 stories, drawn at random" in found
        assert found.splitlines()[-1] == "Agrees: the points shown are the sum of the public log."
        assert "Counting" in progress
        gazette.points[ABOUTS[0]]["total"] += 5_000
        assert audit(url)[0] == 1


def test_json_is_for_programs(audit, folder):
    status, found, _ = audit(folder, "--json")
    said = json.loads(found)
    assert (status, said["plaudit"], said["verdict"]) == (0, "audit/v1", "agrees")
    assert (said["origin"], said["size"], said["compared"]) == (logs.ORIGIN, 300, False)
    assert said["findings"][0].keys() == {"finding", "topic", "text"}


def test_a_receipt_and_a_policy_are_files(audit, folder, tmp_path):
    mine = ballot(1, about=ABOUTS[3])
    log = [*logs.entries(3), mine.encoded()]
    logs.save(logs.files([log[0], mine.encoded()]), folder)
    (tmp_path / "mine.json").write_bytes(logs.receipt_file(mine, 1))
    (tmp_path / "policy").write_text(f"log {logs.SIGNER.verifier}\nquorum none\n")
    status, found, _ = audit(
        folder, "--receipt", tmp_path / "mine.json", "--policy", tmp_path / "policy"
    )
    assert status == 0
    assert (
        f"mine.json: The ballot of the receipt (+1 to {ABOUTS[3]}) is leaf 1 and counts." in found
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere"], "nowhere holds no log"),
        (["ftp://gazette.example"], "is not an address that begins with"),
        (["."], "holds no log"),
        (["LOG", "--key", "nonsense"], "A key is a name"),
        (["LOG", "--receipt", "missing.json"], "missing.json cannot be read"),
        (["LOG", "--receipt", "LOG/checkpoint"], "The receipt is no JSON."),
        (["LOG", "--policy", "LOG/checkpoint"], "Line 1 of the policy"),
    ],
)
def test_what_was_typed_wrong_is_one_sentence_and_2(audit, folder, monkeypatch, arguments, reason):
    monkeypatch.chdir(folder.parent)
    status, found, said = audit(*(one.replace("LOG", str(folder)) for one in arguments))
    assert (status, found, said.count("\n")) == (2, "", 1)
    assert reason in said


def test_a_site_cannot_play_with_the_terminal(audit, tmp_path):
    bad = SignerKey("evil\x9b31m", bytes(32))
    folder = logs.save(logs.files(logs.entries(3), signer=bad), tmp_path / "evil")
    status, found, _ = audit(folder)
    assert status == 2
    assert "\x9b" not in found
