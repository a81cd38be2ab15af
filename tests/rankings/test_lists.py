from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaudit.points import ballots, progress
from plaudit.points.models import Tally
from plaudit.rankings import lists
from plaudit.rankings.models import Gain, Place, Score
from plaudit.stories import events, newsdesk
from plaudit.stories.models import Story
from tests.rankings import recount
from tests.rankings.making import (
    NOON,
    ago,
    byline,
    cast,
    give,
    section,
    settle,
    stories,
    tell,
    voter,
)
from tests.support import making

pytestmark = pytest.mark.django_db


def scopes_of(story):
    return sorted(Place.objects.filter(story=story.ulid).values_list("scope", flat=True))


def figures(story, scope="site"):
    return Place.objects.get(story=story.ulid, scope=scope)


def test_a_published_story_has_a_place_on_the_site_in_its_section_tags_and_authors():
    bea = making.author("Bea Writer")
    story = making.story(authors=[bea], tags=["river"], at=ago(hours=1))
    settle()
    tag = story.tags.get()
    assert scopes_of(story) == sorted(
        ["site", f"section:{story.section_id}", f"tag:{tag.pk}", f"author:{bea.pk}"]
    )


def test_a_draft_has_no_place():
    story = making.draft()
    tell([story])
    settle()
    assert scopes_of(story) == []


def test_a_story_taken_off_the_site_loses_its_places_and_gets_them_back_with_its_points():
    story = making.story()
    give(story, 3)
    settle()
    newsdesk.unpublish(story)
    settle()
    assert scopes_of(story) == []
    newsdesk.publish(Story.objects.get(pk=story.pk))
    settle()
    assert figures(story).top == 3


def test_a_retracted_story_loses_its_places_and_gets_them_back_with_its_points():
    story = making.story()
    give(story, 3)
    settle()
    newsdesk.retract(story, "It never happened.")
    settle()
    assert scopes_of(story) == []
    newsdesk.reinstate(story)
    settle()
    assert figures(story).top == 3


def test_a_deleted_story_is_gone_from_the_lists_at_once():
    story = making.story()
    settle()
    story.delete()
    assert not Place.objects.exists()
    settle()
    assert not Place.objects.exists()


def test_a_story_that_changes_section_and_author_moves_with_its_points():
    (story,) = stories(1)
    bea, cem = making.author("Bea Writer"), making.author("Cem Writer")
    byline(story, bea)
    give(story, 2)
    settle()
    story.section = section("Harbour")
    Story.objects.filter(pk=story.pk).update(section=story.section)
    byline(story, cem)
    settle()
    assert scopes_of(story) == sorted(["site", f"section:{story.section_id}", f"author:{cem.pk}"])
    assert figures(story, f"author:{cem.pk}").top == 2


def test_a_point_counts_in_every_list_and_every_scope():
    (story,) = stories(1, first_at=ago(hours=1))
    give(story, 3)
    settle()
    published = int(ago(hours=1).timestamp())
    for place in Place.objects.all():
        assert (place.trending, place.hot, place.popular, place.top) == (3, 3, 3, 3)
        assert place.freshness == published + 2 * 10800


def test_a_withdrawn_point_is_gone_from_every_list():
    (story,) = stories(1)
    give(story, 3)
    cast(story, 0, 0)
    settle()
    place = figures(story)
    assert (place.trending, place.hot, place.popular, place.top) == (2, 2, 2, 2)


def test_points_leave_trending_after_a_day_hot_after_a_week_popular_after_a_month():
    (story,) = stories(1)
    give(story, 5)
    seen = {}
    for span in ("minutes=10", "hours=24", "days=7", "days=30"):
        name, value = span.split("=")
        settle(NOON + timedelta(**{name: int(value)}))
        place = figures(story)
        seen[span] = (place.trending, place.hot, place.popular, place.top)
    assert seen == {
        "minutes=10": (5, 5, 5, 5),
        "hours=24": (0, 5, 5, 5),
        "days=7": (0, 0, 5, 5),
        "days=30": (0, 0, 0, 5),
    }


def test_a_point_taken_back_later_is_lost_in_the_window_it_was_taken_back_in():
    (story,) = stories(1)
    give(story, 2, at=ago(days=2))
    cast(story, 0, 0, at=NOON)
    settle()
    place = figures(story)
    assert (place.trending, place.hot, place.top) == (-1, 1, 1)


def test_a_ballot_that_arrives_after_its_time_counts_only_where_its_time_is_inside():
    (story,) = stories(1)
    settle(NOON)
    give(story, 4, at=ago(days=3))
    settle(NOON)
    place = figures(story)
    assert (place.trending, place.hot, place.popular, place.top) == (0, 4, 4, 4)


def test_points_given_before_publication_count_once_it_is_published():
    story = making.draft()
    give(story, 2)
    settle()
    newsdesk.publish(story)
    settle()
    assert figures(story).top == 2


def test_ballots_about_comments_do_not_concern_the_lists():
    (story,) = stories(1)
    give(story, 1)
    ballots.cast("c/" + story.ulid, voter(99), 1, "n" * 22, NOON)
    settle()
    assert Score.objects.get().top == 1


def test_points_carried_over_from_a_former_site_count_in_top_alone():
    (story,) = stories(1)
    give(story, 2)
    Tally.objects.create(about=story.about, carried=500)
    settle()
    settle()
    place = figures(story)
    assert (place.trending, place.popular, place.top) == (2, 2, 502)
    assert place.freshness == place.published_at + recount.bonus(502)
    Tally.objects.filter(about=story.about).update(carried=400)
    tell([story])
    settle()
    assert figures(story).top == 402


def test_gains_are_forgotten_a_day_after_they_left_the_longest_window():
    (story,) = stories(1)
    give(story, 5)
    settle()
    settle(NOON + timedelta(days=30, hours=23))
    assert Gain.objects.count() == 1
    settle(NOON + timedelta(days=31, minutes=20))
    assert not Gain.objects.exists()


def test_a_batch_is_bounded_and_goes_on_where_it_stopped():
    made = stories(3)
    for story in made:
        give(story, 2)
    ballots.draw(), events.draw()
    assert [lists.place(NOON, 2) for _ in range(3)] == [2, 2, 0]  # one is the section's
    assert [lists.move(NOON, 4), lists.move(NOON, 4), lists.move(NOON, 4)] == [4, 2, 0]
    assert [figures(story).top for story in made] == [2, 2, 2]


def test_gains_leave_a_window_in_bounded_batches_each_once():
    made = stories(5)
    for story in made:
        give(story, 2)
    settle()
    later = NOON + timedelta(days=1)
    left = []
    while lists.slide(later, 2):
        left.append(sum(figures(story).trending for story in made))
    assert left == [6, 2, 0]


def test_a_point_that_comes_in_while_its_slot_is_leaving_is_counted_rightly():
    made = stories(4)
    for story in made:
        give(story, 2)
    settle()
    later = NOON + timedelta(days=1)
    lists.slide(later, 2)
    for story in made:
        cast(story, 7, 1, at=NOON)
    ballots.draw()
    lists.move(later)
    settle(later)
    assert recount.kept_places() == recount.places(later)


def test_a_clock_that_goes_back_changes_nothing():
    (story,) = stories(1)
    give(story, 5)
    settle(NOON + timedelta(days=2))
    before = recount.kept_places()
    settle(NOON)
    assert recount.kept_places() == before


def test_progress_says_how_far_the_lists_are():
    (story,) = stories(1)
    give(story, 3)
    settle()
    assert (progress.get(lists.BALLOTS), progress.get(lists.EVENTS)) == (3, 2)
    assert progress.get(lists.AS_OF) == int(NOON.timestamp())


def test_the_number_of_statements_does_not_grow_with_the_stories():
    def statements(count, day):
        now = NOON + timedelta(days=day)
        for story in stories(count):
            give(story, 1, at=now)
            cast(story, 0, 0, at=now)
            give(story, 2, at=now)
        ballots.draw(), events.draw()
        with CaptureQueriesContext(connection) as captured:
            lists.place(now), lists.move(now), lists.slide(now + timedelta(hours=1))
        return len(captured)

    counts = [statements(count, day) for day, count in enumerate((2, 2, 2, 40))]
    assert counts[3] < counts[2] + 10  # one a story would be 38 more
