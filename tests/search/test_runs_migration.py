"""A site whose words were there before the runs of words is taken in again, by itself."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from plaudit.points import progress
from plaudit.search import following
from plaudit.search.models import Entry
from tests.search.making import find, put
from tests.support import making

pytestmark = pytest.mark.usefixtures("racing_db")
ON_POSTGRESQL = connection.vendor == "postgresql"


def migrate(name):
    MigrationExecutor(connection).migrate([("search", name)])


def test_a_site_that_had_an_index_before_finds_its_phrases_after():
    put("The ferry left the harbour")
    migrate("0001_initial")
    if ON_POSTGRESQL:  # as it was
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE search_words")
            cursor.execute("CREATE TABLE search_words (place bigint PRIMARY KEY, words tsvector)")
    migrate("0002_runs")
    assert Entry.objects.count() == (0 if ON_POSTGRESQL else 1)
    assert (progress.get(following.FILL) == following.DONE) is not ON_POSTGRESQL
    making.story("The ferry left the quay")
    following.catch_up()
    assert find('"ferry left the harbour"') == ["The ferry left the harbour"]
    assert len(find('"left the"')) == (2 if ON_POSTGRESQL else 1)  # the new one has no number yet
