"""The ground the other tests stand on must not shift silently."""

import threading

from django.contrib.auth import get_user_model
from django.db import connection
from wagtail.models import Locale

USERS = get_user_model().objects


def join_as_alice():
    USERS.create_user("alice")
    connection.close()


def test_what_a_test_writes_is_rolled_back_first(db):
    assert USERS.count() == 0
    USERS.create_user("alice")


def test_what_a_test_writes_is_rolled_back_second(db):
    assert USERS.count() == 0


def test_a_race_sees_what_other_threads_commit(racing_db):
    thread = threading.Thread(target=join_as_alice)
    thread.start()
    thread.join()
    assert USERS.get().username == "alice"


def test_after_a_race_the_rows_of_the_migrations_are_still_there(db):
    assert USERS.count() == 0
    assert Locale.objects.count() == 1
