"""The keys that sign: made once, for the owner alone, refused where others could use them."""

import os
import threading

import pytest

from plaudit import settings
from plaudit.ledger import keys
from plaudit.tlog import notes
from plaudit.tlog.keys import SignerKey


@pytest.fixture(autouse=True)
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAUDIT_HOME", str(tmp_path))
    (tmp_path / "plaudit.toml").write_text(f'secret_key = "{"x" * 40}"\norigin = "gazette.example"')
    settings.load.cache_clear()
    yield tmp_path
    settings.load.cache_clear()


def test_a_key_is_made_when_it_is_needed_and_stays(site):
    first = keys.signer()
    assert first.name == "gazette.example"
    assert keys.signer() == first == SignerKey.parse((site / "keys/ledger.key").read_text()[:-1])
    assert keys.ack_signer().name == "gazette.example/ack"
    assert keys.ack_signer().seed != first.seed


def test_nobody_else_can_read_it(site):
    before = os.umask(0)
    try:
        keys.signer()
    finally:
        os.umask(before)
    assert (site / "keys").stat().st_mode & 0o777 == 0o700
    assert [path.name for path in (site / "keys").iterdir()] == ["ledger.key"]
    assert (site / "keys/ledger.key").stat().st_mode & 0o777 == 0o600


def test_the_public_halves_verify_what_the_keys_sign():
    log, ack = keys.public_keys()
    note = notes.signed("a text\n", keys.signer())
    assert note.verified([log])
    assert notes.signed("a text\n", keys.ack_signer()).verified([ack])


def test_keys_of_before_come_after_those_of_now(site):
    old = SignerKey.generate("gazette.example").verifier
    now = keys.public_keys()
    (site / "keys/former.keys").write_text(f"{old}\n{now[0]}\n")
    assert keys.public_keys() == [*now, old]


def test_of_many_who_make_a_key_at_once_one_does():
    found = []
    makers = [threading.Thread(target=lambda: found.append(keys.signer())) for _ in range(8)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert found == [keys.signer()] * 8


@pytest.mark.parametrize(
    ("path", "mode"), [("ledger.key", 0o640), ("ledger.key", 0o604), ("", 0o711)]
)
def test_a_key_that_others_could_read_is_refused(site, path, mode):
    keys.signer()
    (site / "keys" / path).chmod(mode)
    with pytest.raises(keys.NoKey, match=r"open to others.*chmod [67]00"):
        keys.signer()


def test_a_folder_that_is_opened_later_is_noticed(site):
    keys.signer()
    (site / "keys").chmod(0o755)
    with pytest.raises(keys.NoKey):
        keys.signer()


@pytest.mark.parametrize("text", ["", "PRIVATE+KEY+x", "ü", "x" * 5000])
def test_a_file_without_a_key_is_refused_and_left_alone(site, text):
    keys.signer()
    (site / "keys/ledger.key").write_text(text)
    with pytest.raises(keys.NoKey, match="holds no key"):
        keys.signer()
    assert (site / "keys/ledger.key").read_text() == text


def test_a_ledger_keeps_its_name(site):
    keys.signer()
    (site / "plaudit.toml").write_text(f'secret_key = "{"x" * 40}"\norigin = "other.example"')
    settings.load.cache_clear()
    with pytest.raises(keys.NoKey, match=r'Set origin = "gazette\.example"'):
        keys.signer()


def test_a_folder_that_cannot_be_made_is_said(site):
    (site / "keys").write_text("not a folder")
    with pytest.raises(keys.NoKey, match="keys"):
        keys.signer()


def test_a_key_that_was_replaced_is_read_again(site):
    first = keys.signer()
    (site / "keys/ledger.key").unlink()
    assert keys.signer() != first
