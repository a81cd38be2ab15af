"""The log's addresses: files where there are files, the database where there are none."""

import json

import pytest

from plaudit.edge.files import LARGEST
from plaudit.ledger import batches, keys, sealing, serving
from plaudit.ledger.models import Leaf, LogState
from plaudit.points import ballots
from plaudit.tlog import notes, proof_files
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.rebuilding import Rebuilding
from plaudit.tlog.tiles import bundles_between
from tests.ledger import reading
from tests.rankings.making import give, stories
from tests.support.calling import Caller, soon

YEAR = "public, max-age=31536000, immutable"


@pytest.fixture
def folder(db, ledger_home):
    """A log of 301 entries."""
    (story,) = stories(1)
    give(story, 300)
    ballots.draw()
    sealing.seal()
    return ledger_home / "ledger"


def test_a_stranger_rebuilds_the_log_from_its_addresses(folder, guest):
    def fetch(tile):
        answer = guest.get(f"/ledger/{tile.path}")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cache-Control"] == YEAR
        return answer.content

    checkpoint = reading.published(folder)
    for has_files in (True, False):
        rebuilding = Rebuilding(fetch)
        for bundle in bundles_between(0, checkpoint.size):
            rebuilding.take(bundle, fetch(bundle))
        rebuilding.finish(checkpoint)
        if has_files:
            (folder / "tile").rename(folder / "elsewhere")


def test_the_folder_alone_says_by_which_keys_it_is_signed(folder, guest):
    assert (folder / "keys").read_bytes() == guest.get("/ledger/keys").content
    keys.replace(keys.signer().name, keys.public_keys())
    LogState.objects.update(keys=batches.signers())
    LogState.objects.update(published=0)
    sealing.seal()
    assert (folder / "keys").read_text() == keys.public_text()
    assert len(keys.public_keys()) == 4


def test_the_checkpoint_is_the_one_that_was_published(folder, guest):
    before = (folder / "checkpoint").read_bytes()
    answer = guest.get("/ledger/checkpoint")
    assert answer.content == before
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=5"
    (folder / "checkpoint").unlink()
    assert guest.get("/ledger/checkpoint").content == before
    again = guest.get("/ledger/checkpoint", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_every_entry_is_proved_and_found_by_its_hash(folder, guest):
    for row in Leaf.objects.filter(index__in=[0, 1, 255, 256, 300]):
        where = json.loads(guest.get(f"/ledger/leaf/{bytes(row.hash).hex()}").content)
        path = f"/ledger/proof/{row.index}"
        assert where == {"index": row.index, "size": 301, "proof": path}
        found = proof_files.parse(guest.get(path).content)
        key = keys.signer().verifier
        assert found.verified(bytes(row.hash), key.name, [key]).size == 301


@pytest.mark.parametrize(
    "path",
    ["proof/301", "proof/01", "proof/-1", "proof/x", "proof/99999999999999999999", "proof/٣",
     "leaf/00", f"leaf/{'0' * 64}", f"leaf/{'A' * 64}", f"leaf/{'g' * 64}",
     "tile/0/001.p/46", "tile/0/000.p/256", "tile/0/x000/000", "tile/1/001", "tile/0/00",
     "tile/entries/../../keys/ledger.key", "tile/64/000", "tile/0/002", "tile/8/000.p/1"],
)  # fmt: skip
def test_what_is_not_there_is_404_with_a_sentence(folder, guest, path):
    answer = guest.get(f"/ledger/{path}")
    assert answer.status_code == 404
    said = answer.content.decode().strip()
    assert said.startswith("{") == path.startswith("leaf/")
    assert said.rstrip('"}').endswith(".")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "no-store"


def test_before_the_log_begins_there_is_nothing_but_keys(db, ledger_home, guest):
    for path in ("checkpoint", "tile/0/000", "proof/0", f"leaf/{'0' * 64}"):
        assert guest.get(f"/ledger/{path}").status_code == 404
    lines = guest.get("/ledger/keys").content.decode().splitlines()
    assert [VerifierKey.parse(line) for line in lines] == keys.public_keys()


def test_a_running_site_seals_by_itself_and_its_edge_answers_the_files(own_site):
    own_site.start()
    with own_site.database():
        (story,) = stories(1)
        give(story, 300)
    reader = Caller(own_site)
    soon(lambda: reader.get("/ledger/tile/0/000").status == 200)
    tile = own_site.home / "ledger/tile/0/000"
    tile.write_bytes(b"x" * 8192)  # no other than the edge's answer would be this
    answer = reader.get("/ledger/tile/0/000")
    assert answer.text == "x" * 8192
    headers = {name.lower(): value for name, value in answer.getheaders()}
    assert headers.items() >= serving.of_tile("tile/0/000").items()
    assert reader.ask("HEAD", "/ledger/tile/0/000").getheader("content-length") == "8192"
    assert reader.ask("HEAD", "/ledger/tile/0/000").text == ""
    again = reader.get("/ledger/tile/0/000", If_None_Match=headers["etag"])
    assert (again.status, again.text) == (304, "")
    tile.write_bytes(b"x" * (LARGEST + 1))
    assert len(reader.get("/ledger/tile/0/000").text) == LARGEST + 1  # the application's
    for path in ("tile/0/../../plaudit.toml", "../plaudit.toml", ".unfinished", "tile/0", ""):
        assert reader.get(f"/ledger/{path}").status == 404
    assert reader.get("/ledger/tile/0/000", Host="evil.example").status == 400
    note = notes.parse(reader.get("/ledger/checkpoint").text.encode())
    key = VerifierKey.parse(reader.get("/ledger/keys").text.splitlines()[0])
    assert note.verified([key])
