"""The stamp that lets a warm start skip what is done: it must not outlive what it says."""

import pytest

from plaudit import __version__
from plaudit.engine import prepared

APPLIED = ["people.0001_initial", "stories.0001_initial"]


@pytest.fixture
def site(tmp_path):
    (tmp_path / "static" / __version__).mkdir(parents=True)
    prepared.stamp(tmp_path, APPLIED)
    return tmp_path


def test_what_was_prepared_is_prepared(site):
    assert prepared.is_prepared(site, APPLIED)
    assert prepared.is_prepared(site, APPLIED[::-1])


def test_a_database_from_a_backup_is_not(site):
    assert not prepared.is_prepared(site, APPLIED[:1])


def test_without_its_static_files_it_is_not(site):
    (site / "static" / __version__).rmdir()
    assert not prepared.is_prepared(site, APPLIED)


@pytest.mark.parametrize("words", ["", "{}", "not json", "[1]"])
def test_a_stamp_that_says_something_else_counts_for_nothing(site, words):
    (site / prepared.STAMP).write_text(words)
    assert not prepared.is_prepared(site, APPLIED)
