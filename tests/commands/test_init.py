"""A site is made by one command, which can be repeated and spoils nothing."""

import sqlite3
import stat

import pytest

from tests.support.shell import plaudit, refusal


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site, made once for all tests here: to migrate takes its time."""
    folder = tmp_path_factory.mktemp("sites") / "gazette"
    done = plaudit(
        *("init", folder, "--name", "The Gazette", "--url", "https://Gazette.example/"),
        *("--admin-email", "desk@gazette.example"),
    )
    assert done.returncode == 0, done.stderr
    return folder, done


def test_the_sign_in_is_shown_once(made):
    folder, done = made
    assert "desk@gazette.example, password: " in done.stdout
    password = done.stdout.split("password: ")[1].split()[0]
    assert all(password not in path.read_text() for path in folder.glob("*.toml"))


def test_long_work_is_seen_to_go_on(made):
    assert "Database: " in made[1].stderr


def test_the_folder_is_the_owners_alone(made):
    folder, _ = made
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "plaudit.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "plaudit.sqlite3").stat().st_mode) == 0o600


def test_made_again_it_stays_as_it_is(made):
    folder, _ = made
    before = (folder / "plaudit.toml").read_text()
    again = plaudit("init", folder, "--name", "Another", "--admin-email", "desk@gazette.example")
    assert "This was a site already" in again.stdout
    assert "password" not in again.stdout
    assert (folder / "plaudit.toml").read_text() == before


def test_the_administrator_can_enter_the_newsroom(made):
    with sqlite3.connect(made[0] / "plaudit.sqlite3") as database:
        rows = database.execute("SELECT username, email, is_superuser FROM people_user").fetchall()
    assert rows == [("desk", "desk@gazette.example", 1)]


def test_the_doctor_finds_a_new_site_well_but_for_mail_proxy_and_tick(made):
    told = plaudit("doctor", home=made[0])
    assert told.returncode == 0
    warned = [line.split()[1] for line in told.stdout.splitlines() if line.startswith("warn")]
    assert warned == ["Proxies", "Mail", "Tick"]


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "novel.txt").write_text("Chapter 1")
    assert "is not empty and no site" in refusal(plaudit("init", tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["novel.txt"]


@pytest.mark.parametrize(
    ("option", "value"),
    [("--url", "gazette"), ("--admin-email", "desk"), ("--admin-password", "short")],
)
def test_what_makes_no_good_site_is_refused_before_anything_is_made(option, value, tmp_path):
    folder = tmp_path / "gazette"
    said = refusal(plaudit("init", folder, "--admin-email", "a@b.example", option, value))
    assert option in said or "PLAUDIT_URL" in said
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot be made" in refusal(plaudit("init", tmp_path / "file" / "gazette"))
