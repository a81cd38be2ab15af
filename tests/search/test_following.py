"""The index follows what is published, and nothing else: once each, from whatever it was."""

import pytest
from django.db import connection
from django.utils import timezone

from plaudit import flow, turn
from plaudit.points import progress
from plaudit.search import following, index
from plaudit.search.models import Entry
from plaudit.stories import newsdesk
from plaudit.stories.models import Story
from tests.search.making import NOON, answer, find, put, settle
from tests.support import making
from tests.support.killing import KILLED, dying_after, in_a_child

pytestmark = pytest.mark.django_db


def words_kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM search_words")
        return cursor.fetchone()[0]


def test_a_story_is_found_when_it_is_published_changed_and_not_when_it_is_taken_back():
    story = making.draft("The secret ferry")
    settle()
    assert not find("secret")
    newsdesk.publish(story)
    settle()
    assert find("secret")
    story = Story.objects.get()
    story.headline = "The public ferry"
    story.save()
    settle()
    assert (find("secret"), find("public")) == ([], ["The public ferry"])
    assert words_kept() == Entry.objects.count() == 1
    newsdesk.unpublish(Story.objects.get())
    settle()
    assert not find("public")
    assert words_kept() == Entry.objects.count() == 0


def test_what_is_taken_back_is_gone_at_once_before_the_index_knows():
    put("The ferry left")
    newsdesk.unpublish(Story.objects.get())
    assert Entry.objects.count() == 1
    assert answer("ferry").found == []


def test_what_is_retracted_is_found_no_more_and_again_when_it_stands():
    story = making.story("The flying ferry")
    settle()
    newsdesk.retract(story, "It does not fly.")
    assert find("flying") == []
    settle()
    assert words_kept() == 0
    newsdesk.reinstate(story)
    settle()
    assert find("flying")


def test_a_newer_draft_of_a_published_story_says_nothing():
    story = put("The ferry left")
    story.headline = "The ferry sank, we think"
    story.body = [("paragraph", "<p>unconfirmed rumours</p>")]
    story.save_revision()
    settle()
    assert find("ferry") == ["The ferry left"]
    assert not find("sank")
    assert not find("rumours")


def test_a_deleted_story_is_forgotten():
    put("The ferry left")
    Story.objects.all().delete()
    settle()
    assert words_kept() == Entry.objects.count() == 0


def test_a_site_that_was_there_before_the_index_is_taken_in_the_newest_first():
    for number in range(7):
        making.story(f"Ferry {number}", at=NOON)
    making.draft("Ferry draft")
    while not flow.tick(timezone.now()).is_idle:
        pass
    assert following.follow(limit=3) == 3
    assert sorted(find("ferry")) == ["Ferry 4", "Ferry 5", "Ferry 6"]
    late = making.story("Ferry, late")
    settle()
    assert sorted(find("ferry")) == sorted([*(f"Ferry {n}" for n in range(7)), late.headline])
    assert words_kept() == Entry.objects.count() == 8
    assert following.follow() == 0


def test_a_batch_is_bounded_and_goes_on_where_it_was():
    settle()
    for number in range(5):
        making.story(f"Ferry {number}", at=NOON)
    while not flow.tick(timezone.now()).is_idle:
        pass
    seen = progress.get(following.EVENTS)
    assert following.follow(limit=3) == 3
    assert progress.get(following.EVENTS) == seen + 3


def test_a_story_whose_day_was_corrected_stands_at_its_new_place_once():
    story = put("The ferry left")
    story.first_published_at = NOON.replace(year=2020)
    story.save()
    settle()
    assert words_kept() == Entry.objects.count() == 1
    assert find("ferry", to="2020-12-31") == ["The ferry left"]


def test_a_table_that_was_damaged_is_built_anew_with_everything_in_it():
    put("The ferry left")
    put("The goat was elected")
    index.drop([Story.objects.first().ulid])
    told = []
    following.rebuild(lambda done, total: told.append((done, total)))
    assert find("ferry")
    assert find("goat")
    assert words_kept() == 2
    assert told[-1] == (2, 2)
    following.rebuild()
    assert words_kept() == 2


def test_while_one_follows_another_steps_aside():
    making.story("The ferry left")
    with turn.taken(following.TURN) as is_ours:
        assert is_ours
        if connection.vendor == "sqlite":  # on PostgreSQL the turn is the connection's own
            assert following.follow() == 0


def follow_and_die(statement):
    with dying_after(statement):
        following.follow()


def test_a_step_killed_after_any_statement_leaves_nothing_half_done(racing_db):
    settle()
    statement, status = 1, KILLED
    while status == KILLED:
        making.story(f"Ferry {statement}")
        while not flow.tick(timezone.now()).is_idle:
            pass
        status = in_a_child(lambda at=statement: follow_and_die(at))
        following.catch_up()
        assert words_kept() == Entry.objects.count() == Story.objects.published().count()
        assert f"Ferry {statement}" in find(f'"ferry {statement}"')
        statement += 3
    assert status == 0
    assert statement > 8
