"""Two real sites witness each other."""

import re
import shlex

import pytest
from django.db import transaction

from plaudit.auditor import quorum
from plaudit.tlog import checkpoints, cosignatures, notes
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.cosignatures import CosignerKey
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.witnessing import AddCheckpoint
from tests.rankings.making import give, stories
from tests.support.calling import Caller, soon
from tests.support.running import a_site


@pytest.fixture
def gazette(own_site):
    own_site.start()
    return own_site


@pytest.fixture
def rival(django_db_blocker):
    with a_site(django_db_blocker) as site:
        site.start()
        yield site


def typed(site, *words):
    done = site.plaudit("ledger", "witness", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def published(site):
    return notes.parse(Caller(site).get("/ledger/checkpoint").text.encode())


def introduce(site, witness):
    """As the two operators would: each types what is to be typed, and reads what is said."""
    soon(lambda: Caller(site).get("/ledger/checkpoint").status == 200)
    key = Caller(site).get("/ledger/keys").text.splitlines()[0]
    said = typed(witness, "accept", key)
    line = re.search("plaudit ledger witness (add .*)", said)
    assert line
    return typed(site, *shlex.split(line[1]))


def vote(site, count):
    """Enough for a checkpoint at once; returns it when it is published."""
    before = published(site).text
    with site.database(), transaction.atomic():  # so that all of them are in one batch
        (story,) = stories(1)
        give(story, count)
    soon(lambda: published(site).text != before, 30)
    return published(site)


def test_two_sites_witness_each_other_and_one_catches_a_fork(gazette, rival, tmp_path):
    assert "last cosigned 1 entries" in introduce(gazette, rival)
    assert "last cosigned 1 entries" in introduce(rival, gazette)
    for site, witness in ((gazette, rival), (rival, gazette)):
        key = CosignerKey.parse(Caller(witness).get("/ledger/witness/key").text.strip())
        cosignatures.check(published(site), [key], 1)
    note = vote(gazette, 300)
    assert checkpoints.parse(note.text).size == 301
    assert len(note.signatures) == 2
    with (gazette.home / "plaudit.toml").open("a") as file:
        file.write("witnesses_needed = 1\n")
    policy = typed(gazette, "policy")
    assert quorum.parse(policy.encode()).check(published(gazette)) == [key_name(rival)]
    (tmp_path / "policy").write_text(policy)
    audited = gazette.plaudit("audit", gazette.url, "--policy", str(tmp_path / "policy"))
    assert "Your policy's quorum is reached" in audited.stdout, audited.stdout
    assert "301 entries" in typed(rival, "list")

    forged = forked(gazette, published(gazette))
    answer = Caller(rival).ask("POST", "/ledger/witness/add-checkpoint", forged)
    assert (answer.status, answer.text) == (409, "301\n")
    assert answer.getheader("content-type") == "text/x.tlog.size"
    done = rival.plaudit("doctor")
    assert done.returncode == 1
    assert "has signed two histories" in done.stdout

    rival.stop()
    note = vote(gazette, 300)
    assert [one.name for one in note.signatures] == [checkpoints.parse(note.text).origin]
    rival.start()
    assert "last cosigned 601 entries" in typed(gazette, "ask")
    assert len(published(gazette).signatures) == 2


def key_name(site):
    return f"127.0.0.1:{site.port}/witness"


def forked(site, note):
    """What a site would send that has another history, signed by its own key."""
    key = SignerKey.parse((site.home / "keys/ledger.key").read_text().strip())
    true = checkpoints.parse(note.text)
    other = notes.signed(Checkpoint(true.origin, true.size, bytes(32)).text(), key)
    return AddCheckpoint(true.size, (), other).encoded()
