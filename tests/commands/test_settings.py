"""A setting that cannot be used stops the start: its name, what is wrong, an example."""

import os
from pathlib import Path

import pytest

from plaudit import settings
from plaudit.commands import settings_file
from plaudit.settings import BadSetting, Settings
from tests.support.shell import plaudit, refusal

KEY = "k" * 40
BAD = {
    "secret_key": "short",
    "url": "gazette.example",
    "hosts": "not a host",
    "origin": "two words",
    "weights": "1,2",
    "name": "",
    "tagline": "x" * 161,
    "language": "English",
    "time_zone": "Mars/Olympus",
    "database_url": "mysql://root:hunter2@db/plaudit",
    "trusted_proxies": "everybody",
    "fetch_networks": "the office",
    "peertube": "tube.example",
    "mail": "pigeon://coop:hunter2@roof",
    "mail_from": "the desk",
    "log_level": "LOUD",
    "witnesses_needed": "many",
    "page_store_mb": "1",
}


@pytest.fixture
def site(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("PLAUDIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PLAUDIT_HOME", str(tmp_path))
    write(tmp_path, "")
    return tmp_path


def write(home: Path, more: str) -> None:
    (home / "plaudit.toml").write_text(f'secret_key = "{KEY}"\n{more}')


def why_not() -> str:
    with pytest.raises(BadSetting) as caught:
        settings.read()
    return str(caught.value)


def test_a_bad_value_of_every_setting_is_known():
    assert set(BAD) == set(Settings.model_fields) - {"home"}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_value_is_named_and_a_good_one_shown(name, site, monkeypatch):
    monkeypatch.setenv(settings.variable(name), BAD[name])
    said = why_not()
    assert said.startswith(settings.variable(name))
    assert f"Example: {Settings.model_fields[name].examples[0]}" in said


@pytest.mark.parametrize("name", sorted(settings.SECRET))
def test_a_secret_is_not_repeated(name, site, monkeypatch):
    monkeypatch.setenv(settings.variable(name), BAD[name])
    assert BAD[name] not in why_not()
    assert "hunter2" not in why_not()


def test_settings_do_not_show_their_secrets(site, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@db/plaudit")
    monkeypatch.setenv("PLAUDIT_MAIL", "smtp://me:hunter2@mail.example")
    assert "hunter2" not in repr(settings.read())
    assert KEY not in repr(settings.read())


def test_every_example_is_a_good_value(site, monkeypatch):
    for name in BAD:
        example = str(Settings.model_fields[name].examples[0])
        monkeypatch.setenv(settings.variable(name), KEY if name == "secret_key" else example)
    settings.read()


def test_an_unknown_name_is_answered_with_the_nearest(site):
    write(site, 'trusted_proxy = "127.0.0.1"\n')
    assert "did you mean trusted_proxies?" in why_not()


def test_a_file_that_is_not_toml_is_named(site):
    write(site, "name = The Gazette\n")
    assert "plaudit.toml is not valid TOML" in why_not()


def test_the_environment_goes_before_the_file(site, monkeypatch):
    write(site, 'name = "From the file"\n')
    monkeypatch.setenv("PLAUDIT_NAME", "From the environment")
    assert settings.read().name == "From the environment"


def test_the_file_that_init_writes_is_read_back(site):
    values = {
        "secret_key": KEY,
        "name": 'The "Harbour" \\ Gazette\n☃\x7f',
        "url": "http://a.example",
    }
    settings_file.write(site, values)
    assert {name: getattr(settings.read(), name) for name in values} == values
    assert (site / "plaudit.toml").stat().st_mode & 0o777 == 0o600


def test_the_file_that_init_writes_explains_every_setting():
    told = settings_file.text({"secret_key": KEY})
    for name in BAD:
        assert f"({settings.variable(name)})" in told.replace("\n# ", " ")
        assert f"\n# {name} = " in told or f"\n{name} = " in told


def test_a_bad_setting_stops_every_command_with_one_sentence(site):
    said = refusal(plaudit("run", home=site, PLAUDIT_URL="gazette"))
    assert said.startswith("PLAUDIT_URL cannot be 'gazette'")


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("secret_key", "short", "at least 32 characters are needed"),
        ("name", "x" * 81, "at most 80 characters fit"),
        ("language", "xx", "no language of this code is known"),
        ("log_level", "loud", "it is none of 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(name, value, wrong, site, monkeypatch):
    monkeypatch.setenv(settings.variable(name), value)
    assert wrong in why_not()


@pytest.mark.parametrize(
    ("name", "value"), [("language", "de-at"), ("language", "ar"), ("log_level", "debug")]
)
def test_what_can_be_understood_is_taken(name, value, site, monkeypatch):
    monkeypatch.setenv(settings.variable(name), value)
    assert getattr(settings.read(), name).lower() == value


def test_one_setting_is_changed_and_the_rest_of_the_file_left_as_it_is(site):
    settings_file.write(site, {"secret_key": KEY, "name": "The Lantern"})
    words = (site / "plaudit.toml").read_text()
    for url in ("http://127.0.0.1:9000", "http://127.0.0.1:9001"):
        settings_file.change(site, "url", url)
        assert (settings.read().url, settings.read().name) == (url, "The Lantern")
    settings_file.change(site, "url", "http://127.0.0.1:8000")
    assert words.replace("# url =", "url =") == (site / "plaudit.toml").read_text()


def test_a_setting_that_was_deleted_from_the_file_is_put_back(site):
    (site / "plaudit.toml").write_text(f'secret_key = "{KEY}"\nname = "The Lantern"\n')
    settings_file.change(site, "url", "http://127.0.0.1:9000")
    assert (settings.read().url, settings.read().name) == ("http://127.0.0.1:9000", "The Lantern")
