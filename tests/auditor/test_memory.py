"""What an auditor remembers: the key, the last checkpoint, what was promised, the files."""

import pytest

from plaudit.auditor import memory
from plaudit.auditor.memory import Memory
from plaudit.tlog.keys import SignerKey
from tests.auditor import logs
from tests.auditor.logs import ABOUTS, ORIGIN, ballot

OTHER = SignerKey(ORIGIN, bytes(32))


@pytest.fixture
def remembered(auditor):
    return Memory(auditor.base, ORIGIN)


def test_it_is_in_the_user_s_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert memory.folder() == tmp_path / "plaudit" / "audit"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert memory.folder() == tmp_path / ".cache" / "plaudit" / "audit"


@pytest.mark.parametrize("origin", ["..", "../../etc", "a/b", "/", "x" * 250, "host:8000"])
def test_an_origin_is_one_folder_and_no_way_out(tmp_path, origin):
    one = Memory(tmp_path, origin)
    assert one.path.parent == tmp_path
    one.keep_key("key")
    assert one.key() == "key"


class TestTheKey:
    def test_is_the_one_that_the_site_shows_at_first_and_kept(self, auditor, gazette, said):
        found = auditor.audit(gazette.url)
        assert "is the one that the site shows now" in said(found, "key", "agrees")[0]
        gazette.files["keys"] = b"nonsense"
        found = auditor.audit(gazette.url)
        assert found.status == 0
        assert "is the one of an earlier audit" in said(found, "key", "agrees")[0]

    def test_that_was_changed_is_not_believed_until_it_is_given(self, auditor, gazette, said):
        auditor.audit(gazette.url)
        gazette.seal(logs.entries(300), signer=OTHER)
        gazette.files["keys"] = f"{OTHER.verifier}\n".encode()
        found = auditor.audit(gazette.url)
        assert found.status == 1
        assert "If the site has a new key" in said(found, "checkpoint")[0]
        assert auditor.audit(gazette.url, key=OTHER.verifier).status == 0
        assert auditor.audit(gazette.url).status == 0

    def test_that_is_given_must_be_the_one_that_signed(self, auditor, gazette, said):
        found = auditor.audit(gazette.url, key=OTHER.verifier)
        assert found.status == 1
        assert "You gave the key" in said(found, "checkpoint")[0]

    @pytest.mark.parametrize("keys", [b"", b"\n", b"nonsense\n", f"{OTHER.verifier}".encode()])
    def test_that_cannot_be_read_is_no_key(self, auditor, gazette, keys):
        gazette.files["keys"] = keys
        assert auditor.audit(gazette.url).status in (1, 2)

    def test_of_another_name_is_not_taken(self, auditor, gazette, said):
        gazette.files["keys"] = f"{logs.ACK_SIGNER.verifier}\n".encode()
        found = auditor.audit(gazette.url)
        assert found.status == 2
        assert "names no key of gazette.example" in said(found, "checkpoint", "unchecked")[0]


class TestTheLastCheckpoint:
    def test_has_to_be_continued(self, auditor, gazette, said):
        auditor.audit(gazette.url)
        gazette.seal(logs.entries(700))
        gazette.show(logs.entries(700))
        found = auditor.audit(gazette.url)
        assert said(found, "history", "agrees") == [
            "The log continues the one of 300 leaves that was seen before."
        ]

    @pytest.mark.parametrize("size", [300, 301, 511, 512, 513, 700])
    def test_another_history_is_named_and_both_sides_are_kept(
        self, auditor, gazette, said, remembered, size
    ):
        auditor.audit(gazette.url)
        before = gazette.files["checkpoint"]
        log = logs.entries(size)
        log[200] = ballot(5_000).encoded()
        gazette.seal(log)
        found = auditor.audit(gazette.url)
        assert found.status == 1
        assert said(found, "log")[0].startswith("The first 300 leaves have the root ")
        assert (remembered.path / "checkpoint").read_bytes() == before
        kept = remembered.path / f"contradiction-{size}"
        assert kept.read_bytes() == gazette.files["checkpoint"]
        assert str(kept) in said(found, "log")[0]
        # It is not forgotten by asking again.
        assert auditor.audit(gazette.url).status == 1

    def test_a_log_that_became_shorter_is_named(self, auditor, gazette, said, remembered):
        auditor.audit(gazette.url)
        gazette.seal(logs.entries(299))
        found = auditor.audit(gazette.url)
        assert "299 leaves; at the last audit it had 300" in said(found, "log")[0]
        assert (remembered.path / "contradiction-299").exists()

    def test_an_older_one_out_of_a_cache_is_waited_for(self, auditor, gazette):
        auditor.audit(gazette.url)
        now, old = gazette.files, logs.files(logs.entries(299))
        gazette.files = now | {"checkpoint": old["checkpoint"]}
        auditor.during = [lambda: None, lambda: gazette.files.update(now)]
        assert auditor.audit(gazette.url).status == 0
        assert auditor.waits == [3.0, 6.0]

    def test_that_is_damaged_is_said_and_not_passed_over(self, auditor, gazette, remembered, said):
        auditor.audit(gazette.url)
        remembered.keep_checkpoint(b"nonsense")
        found = auditor.audit(gazette.url)
        assert found.status == 2
        assert "is damaged" in said(found, "log", "unchecked")[0]

    def test_a_folder_is_held_against_it_too(self, auditor, gazette, tmp_path):
        auditor.audit(gazette.url)
        log = logs.entries(300)
        log[200] = ballot(5_000).encoded()
        assert auditor.audit(logs.save(logs.files(log), tmp_path / "log")).status == 1


class TestTheFiles:
    def test_that_never_change_are_not_downloaded_again(self, auditor, gazette):
        auditor.audit(gazette.url, pages=0)
        gazette.asked.clear()
        auditor.audit(gazette.url, pages=0)
        assert sorted(gazette.asked) == [
            "ledger/checkpoint", "ledger/tile/0/001.p/44", "ledger/tile/1/000.p/1",
            "ledger/tile/entries/001.p/44", "points.json",
        ]  # fmt: skip

    def test_a_download_that_was_interrupted_goes_on(self, auditor, gazette):
        log = logs.entries(20_000)
        gazette.seal(log)
        gazette.show(log)
        paths = [path for path in gazette.files if path.startswith("tile/")]
        broken = "ledger/tile/entries/050"
        gazette.answers[broken] = lambda _: (500, {}, b"")
        assert auditor.audit(gazette.url, pages=0).status == 2
        done = set(gazette.asked)
        assert len(done) < len(paths)
        del gazette.answers[broken]
        gazette.asked.clear()
        assert auditor.audit(gazette.url, pages=0).status == 0
        again = {path for path in done & set(gazette.asked) if ".p/" not in path}
        assert again <= {"ledger/checkpoint", "ledger/keys", broken}

    def test_that_were_damaged_on_our_own_disk_do_not_blame_the_site(
        self, auditor, gazette, remembered
    ):
        auditor.audit(gazette.url)
        for name in ("tile/0/000", "tile/entries/000"):
            data = (remembered.path / name).read_bytes()
            (remembered.path / name).write_bytes(data[:99] + b"\0" + data[100:])
            assert auditor.audit(gazette.url).status == 0
            assert (remembered.path / name).read_bytes() == data

    def test_that_the_site_changed_since_are_found(self, auditor, gazette, said):
        """They would not be asked for: but what is under a new checkpoint no longer fits."""
        auditor.audit(gazette.url)
        log = logs.entries(600)
        log[3] = ballot(5_000).encoded()
        gazette.seal(log)
        found = auditor.audit(gazette.url)
        assert "The first 300 leaves have the root" in said(found, "log")[0]


class TestThePromise:
    def test_that_was_not_kept_is_named(self, auditor, gazette, said):
        log = [*logs.entries(300), ballot(1_000).encoded()]
        gazette.show(log)
        gazette.unsealed[ABOUTS[0]] = 1
        assert auditor.audit(gazette.url).status == 0
        auditor.now += 600
        assert auditor.audit(gazette.url).status == 0  # to say it again wins no time
        auditor.now += 150
        found = auditor.audit(gazette.url)
        assert found.status == 1
        assert (
            "counted 1 ballot on the way into the log. The time is up, and 0 leaves came."
            in said(found, "promise")[0]
        )

    def test_that_was_kept_is_no_matter(self, auditor, gazette):
        log = [*logs.entries(300), ballot(1_000).encoded()]
        gazette.show(log)
        gazette.unsealed[ABOUTS[0]] = 1
        auditor.audit(gazette.url)
        gazette.seal(log)
        gazette.show(log)
        auditor.now += 5_000
        assert auditor.audit(gazette.url).status == 0

    @pytest.mark.parametrize(
        "data", [b"", b"{}", b"[]", b'{"at": 1}', b'{"at":"","size":0,"unsealed":0}']
    )
    def test_that_is_damaged_is_none(self, auditor, gazette, remembered, data):
        remembered.write("promise.json", data)
        assert auditor.audit(gazette.url).status == 0
