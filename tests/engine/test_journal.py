"""What the tick writes is not waited for, and what was written is copied home: on SQLite."""

from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from plaudit.engine import journal
from plaudit.engine.journal import Journal
from plaudit.people.models import Policy

NORMAL, FULL = 1, 2

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="There the server sees to it."),
]


def pragma(name):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


@pytest.fixture(autouse=True)
def _a_connection_of_its_own():
    connection.close()
    yield
    connection.close()


def test_a_connection_waits_for_the_disk_until_it_is_told_that_it_need_not():
    assert pragma("synchronous") == FULL
    Journal().relax()
    assert pragma("synchronous") == NORMAL


def test_the_next_connection_is_told_as_well():
    ticking = Journal()
    ticking.relax()
    connection.close()
    ticking.relax()
    assert pragma("synchronous") == NORMAL


def test_with_a_rollback_journal_everything_waits_for_the_disk():
    mode = pragma("journal_mode")
    assert pragma("journal_mode = DELETE") == "delete"
    try:
        Journal().relax()
        assert pragma("synchronous") == FULL
    finally:
        pragma(f"journal_mode = {mode}")


def test_what_was_committed_is_copied_into_the_database(monkeypatch):
    monkeypatch.setattr(journal, "CHECKPOINT_SECONDS", -1)
    database = Path(connection.settings_dict["NAME"])
    policy = Policy.load()
    policy.guests_per_prefix = 4321
    policy.save()
    before = database.stat().st_mtime_ns
    Journal().copy()
    assert database.stat().st_mtime_ns > before
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
        _busy, written, copied = cursor.fetchone()
    assert copied == written


def test_it_is_not_copied_all_the_time():
    database = Path(connection.settings_dict["NAME"])
    ticking = Journal()
    Policy.objects.update(guests_per_prefix=timezone.now().second + 1)
    before = database.stat().st_mtime_ns
    ticking.copy()
    assert database.stat().st_mtime_ns == before
