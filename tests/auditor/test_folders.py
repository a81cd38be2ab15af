"""A folder with a log's files: what is as it says is recounted, whatever was changed is named."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaudit.auditor.sources import Folder, Unreachable
from plaudit.recount.leaves import OriginChange, PointsRoot, Policy, Void
from plaudit.recount.replay import Replay
from plaudit.tlog import bundles
from plaudit.tlog.hashes import leaf_hashes, root_hash
from tests.auditor import logs
from tests.auditor.logs import ballot

SMALL = logs.entries(300)
FILES = logs.files(SMALL)


def mapped(log):
    """The files of a log that ends with the root of all points, and of the map with that root."""
    replay = Replay(log.__getitem__)
    replay.feed(log)
    entries = [replay.points(about).entry(about) for about in sorted(replay.abouts())]
    root = root_hash(leaf_hashes(entries))
    index = len(log)
    below = {f"points/{index}/{path}": data for path, data in logs.files(entries).items()
             if path.startswith("tile/")}  # fmt: skip
    latest = f"index {index}\nsize {len(entries)}\n".encode()
    return logs.files([*log, PointsRoot(root).encoded()]) | below | {"points/latest": latest}


no_fresh_fixture = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000])
def test_a_log_that_is_as_it_says_agrees(auditor, tmp_path, size):
    log = logs.entries(size)
    found = auditor.audit(logs.save(logs.files(log), tmp_path / "log"))
    assert (found.status, found.verdict) == (0, "agrees"), found.found
    assert (found.facts["size"], found.facts["origin"]) == (size, logs.ORIGIN)
    assert found.facts["subjects"] == len({data[24:52] for data in log[1:]})


def test_the_log_may_be_in_a_site_s_copy(auditor, tmp_path):
    logs.save(FILES, tmp_path / "copy" / "ledger")
    assert auditor.audit(tmp_path / "copy").status == 0


def test_a_folder_without_a_log_is_said_to_be_one(tmp_path):
    with pytest.raises(Unreachable, match="holds no log"):
        Folder(tmp_path)


@no_fresh_fixture
@given(st.sampled_from([path for path in FILES if path.startswith("tile/")]), st.data())
def test_a_byte_changed_in_a_tile_or_bundle_is_found_and_the_file_named(
    auditor, tmp_path_factory, path, data
):
    at = data.draw(st.integers(0, len(FILES[path]) - 1))
    changed = FILES[path][:at] + bytes([FILES[path][at] ^ 4]) + FILES[path][at + 1 :]
    folder = logs.save(FILES | {path: changed}, tmp_path_factory.mktemp("log"))
    found = auditor.audit(folder)
    assert found.status == 1
    assert re.search(rf"{re.escape(path)}|entry \d+", found.found[-1].text)


@no_fresh_fixture
@given(st.integers(0, len(FILES["checkpoint"]) - 1))
def test_a_byte_changed_in_the_checkpoint_is_found_and_the_file_named(
    auditor, tmp_path_factory, at
):
    data = FILES["checkpoint"]
    changed = data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]
    folder = logs.save(FILES | {"checkpoint": changed}, tmp_path_factory.mktemp("log"))
    found = auditor.audit(folder)
    # Where only the origin was changed, the key of that origin is what is missing.
    assert found.status in (1, 2)
    assert re.search("ledger/(checkpoint|keys)", found.found[-1].text)
    trusting = auditor.audit(folder, key=logs.SIGNER.verifier)
    assert trusting.status == 1
    assert "ledger/checkpoint" in trusting.found[-1].text


CHECKPOINT = FILES["checkpoint"].decode()
MALFORMED = {
    "CRLF": CHECKPOINT.replace("\n", "\r\n"),
    "an extra blank line": CHECKPOINT.replace("\n\n", "\n\n\n"),
    "a leading zero": CHECKPOINT.replace("\n300\n", "\n0300\n"),
    "a look-alike dash": CHECKPOINT.replace("—", "–"),
    "two signatures of one key": CHECKPOINT + CHECKPOINT[CHECKPOINT.index("—") :],
    "a huge size": CHECKPOINT.replace("\n300\n", f"\n{10**30}\n"),
    "no signature": CHECKPOINT[: CHECKPOINT.index("—")],
    "nothing": "",
    "far too much": "x" * 1_000_001,
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_checkpoint_is_refused(auditor, tmp_path, data):
    folder = logs.save(FILES | {"checkpoint": data.encode()}, tmp_path / "log")
    found = auditor.audit(folder)
    assert found.status == 1
    assert "checkpoint" in found.found[-1].text


def test_leaves_swapped_or_dropped_are_found(auditor, tmp_path):
    swapped = [*SMALL[:7], SMALL[8], SMALL[7], *SMALL[9:]]
    dropped = [*SMALL[:7], *SMALL[8:], SMALL[7]]
    for number, log in enumerate((swapped, dropped)):
        bundle = {"tile/entries/000": bundles.encode(log[:256])}
        found = auditor.audit(logs.save(FILES | bundle, tmp_path / f"bundle{number}"))
        assert "entry 7 hashes to" in found.found[-1].text
        # With all tiles made to fit, only the signed root tells.
        fitting = logs.files(log) | {"checkpoint": FILES["checkpoint"]}
        found = auditor.audit(logs.save(fitting, tmp_path / f"all{number}"))
        assert (found.status, found.found[-1].topic) == (1, "log")
        assert "but the checkpoint of size 300 has" in found.found[-1].text


def test_a_leaf_dropped_from_its_bundle_is_named_by_the_bundle(auditor, tmp_path):
    bundle = {"tile/entries/000": bundles.encode(SMALL[:7] + SMALL[8:256])}
    found = auditor.audit(logs.save(FILES | bundle, tmp_path / "log"))
    assert found.found[-1].text.startswith("tile/entries/000: The bundle has 255 entries")


def test_a_file_that_is_not_there_is_named(auditor, tmp_path):
    for path in ("tile/0/000", "tile/entries/001.p/44", "tile/1/000.p/1"):
        folder = logs.save(FILES, tmp_path / path.replace("/", "-"))
        (folder / path).unlink()
        found = auditor.audit(folder)
        assert found.status == 1
        assert path in found.found[-1].text


BROKEN = [
    ([ballot(1).encoded()], "Leaf 0: a policy has to come first"),
    ([Policy().encoded(), ballot(1, rev=2).encoded()], "Leaf 1: rev is 2"),
    ([*SMALL, SMALL[9]], "Leaf 300: rev is 1; the next of this tag is 2"),
    ([*SMALL, Void(0, "spam").encoded()], "Leaf 300: its target 0 is no ballot"),
    ([*SMALL, Void(9, "spam").encoded(), Void(9, "ring").encoded()], "Leaf 301: its target 9 is"),
    ([*SMALL, b"plaudit/poll/v1\n"], "Leaf 300: No leaf is of the kind"),
    ([*SMALL, PointsRoot(bytes(32)).encoded()], "Leaf 300: the points of all leaves before it"),
]


@pytest.mark.parametrize(("log", "reason"), BROKEN)
def test_a_signed_log_that_breaks_the_rule_is_wrong_all_the_same(auditor, tmp_path, log, reason):
    found = auditor.audit(logs.save(logs.files(log), tmp_path / "log"))
    assert found.status == 1
    assert found.found[-1].text.startswith(reason)


def test_moderators_may_point_at_leaves_far_back(auditor, tmp_path):
    log = logs.entries(70_000)
    log += [Void(index, "ring").encoded() for index in (5, 300, 65_540, 69_999)]
    found = auditor.audit(logs.save(logs.files(log), tmp_path / "log"))
    assert (found.status, found.facts["set_aside"]) == (0, 4)


def test_a_log_that_follows_a_lost_one_says_so(auditor, tmp_path, said):
    log = [OriginChange("old.example", 12, bytes(32)).encoded(), Policy().encoded()]
    found = auditor.audit(logs.save(logs.files(log), tmp_path / "log"))
    assert "It follows a lost log, old.example, of 12 leaves." in said(found, "history", "agrees")


def test_no_pages_are_looked_at(auditor, tmp_path):
    found = auditor.audit(logs.save(FILES, tmp_path / "log"))
    assert found.facts["compared"] is False
    assert {one.topic for one in found.found} == {"key", "checkpoint", "log"}


class TestWhatElseLiesThere:
    """Partial tiles of earlier checkpoints, and the points map."""

    EARLIER = "tile/entries/001.p/9", "tile/0/001.p/9", "tile/0/000.p/200", "tile/1/000.p/1"
    MAPPED = mapped(SMALL)

    @pytest.fixture
    def grown(self):
        older = logs.files(SMALL[:265]) | logs.files(SMALL[:200])
        kept = {path: older[path] for path in ("tile/0/000.p/200", "tile/0/001.p/9")}
        return FILES | kept | {"tile/entries/001.p/9": older["tile/entries/001.p/9"]}

    def test_of_earlier_checkpoints_is_what_the_log_begins_with(self, auditor, tmp_path, grown):
        found = auditor.audit(logs.save(grown, tmp_path))
        assert (found.status, found.found[-1].topic) == (0, "folder")
        assert "3 earlier partial tiles" in found.found[-1].text

    @pytest.mark.parametrize("path", EARLIER[:3])
    @pytest.mark.parametrize("at", [0, -1])
    def test_a_byte_changed_in_it_is_found_and_the_file_named(
        self, auditor, tmp_path, grown, path, at
    ):
        changed = bytearray(grown[path])
        changed[at] ^= 4
        found = auditor.audit(logs.save(grown | {path: bytes(changed)}, tmp_path))
        assert found.status == 1
        assert path in found.found[-1].text

    def test_beyond_the_checkpoint_is_not_signed_yet(self, auditor, tmp_path):
        later = logs.files(logs.entries(310))
        found = auditor.audit(
            logs.save(later | {"checkpoint": FILES["checkpoint"]} | FILES, tmp_path)
        )
        assert found.status == 0

    def test_no_tile_of_a_log_is_no_matter(self, auditor, tmp_path):
        assert auditor.audit(logs.save(FILES | {"tile/0/001.p/notes": b"?"}, tmp_path)).status == 0

    def test_a_points_map_is_the_one_whose_root_is_in_the_log(self, auditor, tmp_path):
        found = auditor.audit(logs.save(self.MAPPED, tmp_path))
        assert (found.status, found.found[-1].topic) == (0, "folder")
        assert "is the one in leaf 300" in found.found[-1].text

    @pytest.mark.parametrize("path", sorted(path for path in MAPPED if "points/" in path))
    @pytest.mark.parametrize("at", [0, 7, -1])
    def test_a_byte_changed_in_the_map_is_found(self, auditor, tmp_path, path, at):
        changed = bytearray(self.MAPPED[path])
        changed[at] ^= 4
        found = auditor.audit(logs.save(self.MAPPED | {path: bytes(changed)}, tmp_path))
        beyond = "copy the checkpoint last" in found.found[-1].text  # leaf 700: it may be so
        assert found.status == (2 if beyond else 1)
        assert "points/" in found.found[-1].text

    def test_a_map_that_is_not_whole_is_found(self, auditor, tmp_path):
        for number, path in enumerate(p for p in self.MAPPED if "points/300" in p):
            fewer = {name: data for name, data in self.MAPPED.items() if name != path}
            found = auditor.audit(logs.save(fewer, tmp_path / str(number)))
            assert (found.status, "is not there" in found.found[-1].text) == (1, True)
