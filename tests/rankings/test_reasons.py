from datetime import timedelta

import pytest
from django.utils import translation

from plaudit.people.models import Policy
from plaudit.rankings import pages, phrases, reasons
from plaudit.rankings.catalogue import FRONT, HOT, NEW, POPULAR, TOP, TRENDING
from plaudit.rankings.shelf import Row
from tests.rankings.making import NOON, ago, cast, give, settle, stories

pytestmark = pytest.mark.django_db


def why(chosen):
    return pages.first(chosen)[0].why


@pytest.fixture
def story():
    (made,) = stories(1, first_at=ago(hours=5))
    give(made, 29, at=ago(hours=3))
    give(made, 12, at=NOON, voters=range(100, 112))
    give(made, 1000 - 41, at=ago(days=10), voters=range(200, 1159))
    settle(NOON + timedelta(minutes=5))
    return made


def test_every_list_says_why_a_story_stands_where_it_does(story):
    assert [why(found) for found in (TRENDING, HOT, POPULAR, TOP, NEW)] == [
        "Nr 1 in Trending: 41 points in the last 24 hours, 12 of them in the last hour; "
        "as of 12:05 p.m.",
        "Nr 1 in Hot: 41 points in the last 7 days, 41 of them in the last 24 hours; "
        "as of 12:05 p.m.",
        "Nr 1 in Popular: 1,000 points in the last 30 days, 41 of them in the last 7 days; "
        "as of 12:05 p.m.",
        "Nr 1 in Top: 1,000 points in all; as of 12:05 p.m.",
        "Nr 1 in New: first published Nov. 24, 2026, 7 a.m.; as of 12:05 p.m.",
    ]
    assert why(FRONT) == (
        "Nr 1 in Front page: first published Nov. 24, 2026, 7 a.m., and its 1,000 points make it "
        "count as 29 hours 54 minutes newer; as of 12:05 p.m."
    )


def a_row(**figures):
    return Row(**dict.fromkeys(Row._fields, 0) | {"ulid": ""} | figures)


def test_one_point_is_no_plural():
    assert phrases.trending(a_row(trending=1), 1) == (
        "1 point in the last 24 hours, 1 of them in the last hour"
    )


def test_an_hour_that_lost_points_is_said_as_it_was():
    assert phrases.trending(a_row(trending=4), -3) == (
        "4 points in the last 24 hours, −3 points in the last hour"
    )


def test_an_hour_that_gained_more_than_the_day_is_not_called_a_part_of_it():
    assert phrases.trending(a_row(trending=4), 6) == (
        "4 points in the last 24 hours, 6 points in the last hour"
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(10_800, "3 hours"), (3_660, "1 hour 1 minute"), (540, "9 minutes")],
)
def test_spans_are_said_in_hours_and_minutes(seconds, words):
    assert phrases.span(seconds) == words


def test_points_below_zero_count_a_story_as_older():
    assert "its −3 points make it count as 6 hours older" in phrases.front(a_row(top=-3), 0)


def test_a_story_without_points_says_so():
    assert phrases.front(a_row(published_at=0), 0) == (
        "first published Jan. 1, 1970, midnight, with 0 points so far"
    )


def test_figures_follow_the_language_of_the_page(story):
    with translation.override("de"):
        assert "1.000" in why(TOP)


def test_a_story_is_labelled_with_the_lists_it_is_among_the_first_ten_of(story):
    others = stories(10)
    for other in others:
        give(other, 50)
    settle()
    assert [(label["key"], label["number"], label["url"]) for label in reasons.labels(story)] == [
        ("popular", 1, "/popular")
    ]
    assert reasons.labels(story)[0]["why"].startswith("Nr 1 in Popular: 1,000 points")
    assert [label["key"] for label in reasons.labels(others[-1])] == [
        "trending",
        "hot",
        "popular",
    ]


def test_a_story_without_a_place_has_no_labels():
    (unplaced,) = stories(1)
    assert reasons.labels(unplaced) == []


def test_labels_cost_the_same_however_many_stories_there_are(story, django_assert_max_num_queries):
    for other in stories(30):
        give(other, 2)
    settle()
    with django_assert_max_num_queries(10):
        reasons.labels(story)


def test_where_figures_are_hidden_no_sentence_holds_one(story):
    Policy.objects.update_or_create(pk=Policy.load().pk, defaults={"is_blind": True})
    for chosen in (FRONT, TRENDING, HOT, POPULAR, TOP):
        assert "point" not in why(chosen)
    assert why(TRENDING) == "Nr 1 in Trending; as of 12:05 p.m."
    assert all("point" not in label["why"] for label in reasons.labels(story))


def test_a_list_shows_only_what_gained_the_least_number_of_points(story):
    (small,) = stories(1)
    give(small, 2)
    settle()
    assert len(pages.first(TRENDING)) == 2
    Policy.objects.update_or_create(pk=Policy.load().pk, defaults={"minimum_points": 3})
    assert [place.story for place in pages.first(TRENDING)] == [story]
    assert len(pages.first(TOP)) == 2
    assert [label["key"] for label in reasons.labels(small)] == []


def test_a_story_that_lost_all_it_gained_is_not_trending(story):
    (fallen,) = stories(1)
    give(fallen, 1)
    cast(fallen, 0, 0)
    settle()
    assert [place.story for place in pages.first(TRENDING)] == [story]
