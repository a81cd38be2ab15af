"""A site whose words were there before the runs and the stems is taken in again, by itself."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from plaudit.points import progress
from plaudit.search import following
from plaudit.search.models import Entry
from tests.search.making import find, put
from tests.support import making

pytestmark = pytest.mark.usefixtures("racing_db")


def migrate(name):
    MigrationExecutor(connection).migrate([("search", name)])


def test_a_site_that_had_an_index_before_finds_its_phrases_and_forms_after():
    put("The ferry left the harbour")
    migrate("0001_initial")
    migrate("0002_runs_and_stems")
    assert not Entry.objects.exists()
    assert progress.get(following.FILL) != following.DONE
    making.story("The ferries left the quay")
    following.catch_up()
    assert find('"ferry left the harbour"') == ["The ferry left the harbour"]
    assert len(find("ferry")) == 2
