"""The command line explains itself, and says no in one sentence."""

import errno
import os
import subprocess
import sys

import pytest
from django.db import OperationalError

from plaudit import __version__
from plaudit.__main__ import VERBS, _in_words, _of_database
from tests.support.shell import plaudit, refusal


def test_version_is_said():
    assert plaudit("--version").stdout == f"plaudit {__version__}\n"


def test_help_names_every_verb_and_shows_how_to_begin():
    told = plaudit("--help").stdout
    assert all(verb in told for verb in VERBS)
    assert "plaudit init gazette" in told


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "story"])
def test_every_verb_has_a_help_that_works_without_a_site(verb, tmp_path):
    done = plaudit(verb, "--help", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5


def test_an_unknown_verb_is_one_sentence():
    assert "invalid choice: 'fly'" in refusal(plaudit("fly"))


@pytest.mark.parametrize("verb", ["run", "tick"])
def test_outside_a_site_a_command_says_how_to_make_one(verb, tmp_path):
    assert "plaudit init DIR" in refusal(plaudit(verb, home=tmp_path))


@pytest.mark.parametrize("port", ["0", "70000", "http"])
def test_a_port_that_is_none_is_refused(port):
    assert "--port" in refusal(plaudit("run", "--port", port))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (("run", "--port", "http"), "'http' is no whole number from 1 to 65535"),
        (("run", "--workers", "0"), "'0' is no whole number from 1 to 64"),
        (("demo", "--stories", "none"), "'none' is no whole number of at least 1"),
        (("demo", "--seed", "-1"), "'-1' is no whole number of at least 0"),
    ],
)
def test_a_number_that_is_none_is_told_what_was_wanted(typed, wanted):
    assert wanted in refusal(plaudit(*typed))


def test_a_full_disk_is_one_sentence():
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert _in_words(full) == "The disk is full: make room, then try again."


@pytest.mark.parametrize(
    "said",
    [
        "database or disk is full",  # SQLite
        'could not extend file "base/5/16": No space left on device\nHINT: Check free disk space.',
    ],
)
def test_a_disk_that_is_full_under_the_database_is_the_same_sentence(said):
    assert _of_database(OperationalError(said)) == "The disk is full: make room, then try again."


def test_a_database_that_cannot_grow_is_one_sentence(tmp_path):
    folder = tmp_path / "site"
    command = f'ulimit -f 400 && "{sys.executable}" -m plaudit init "{folder}"'
    done = subprocess.run(
        ["bash", "-c", command],
        env=os.environ | {"DATABASE_URL": ""},  # a file is what cannot grow here
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("plaudit: The database refuses: disk")
