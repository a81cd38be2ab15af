"""No story appears twice while one pages, whatever happens between the pages."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaudit.rankings import cursors, pages
from plaudit.rankings.catalogue import FRONT, LISTS, NEW, TOP, TRENDING
from plaudit.rankings.cursors import BadCursorError, Cursor
from plaudit.rankings.models import Fall
from plaudit.stories import newsdesk
from plaudit.stories.models import Placement, Story
from tests.rankings.making import NOON, ago, cast, give, settle, stories
from tests.support.making import placement

pytestmark = pytest.mark.django_db


def names(page):
    return [place.story.headline for place in page.places]


def numbers(page):
    return [place.number for place in page.places]


def walk(chosen):
    """All pages from the first to the last."""
    page = pages.read(chosen)
    yield page
    while page.next:
        page = pages.read(chosen, after=str(page.next))
        yield page


def graded(count):
    """Stories of which the first has the most points."""
    made = stories(count)
    for place, story in enumerate(made):
        give(story, count - place)
    settle()
    return made


@pytest.mark.parametrize("chosen", LISTS.values(), ids=str)
def test_every_story_stands_once_in_the_pages_of_a_list(chosen):
    made = graded(45)
    shown = list(walk(chosen))
    assert [name for page in shown for name in names(page)] == [s.headline for s in made]
    assert [number for page in shown for number in numbers(page)] == list(range(1, 46))


def test_previous_leads_back_over_the_same_pages():
    graded(65)
    there = list(walk(TOP))
    back = [there[-1]]
    while back[-1].previous:
        back.append(pages.read(TOP, before=str(back[-1].previous)))
    assert [names(page) for page in back] == [names(page) for page in reversed(there)]
    assert [numbers(page) for page in back] == [numbers(page) for page in reversed(there)]


def test_stories_with_equal_points_are_paged_through_as_well():
    made = stories(45)
    for story in made:
        give(story, 2)
    settle()
    shown = [name for page in walk(TOP) for name in names(page)]
    assert len(shown) == len(set(shown)) == 45


def test_a_story_that_was_seen_and_falls_is_not_shown_again():
    made = graded(45)
    first = pages.read(TOP)
    for voter in range(40):
        cast(made[0], voter, 0)
    settle()
    after = pages.read(TOP, after=str(first.next))
    rest = pages.read(TOP, after=str(after.next))
    assert made[0].headline not in names(after) + names(rest)
    assert made[0].headline in [name for page in walk(TOP) for name in names(page)]


def test_a_story_that_fell_before_one_began_to_page_is_shown():
    made = graded(45)
    for voter in range(40):
        cast(made[0], voter, 0)
    settle()
    assert made[0].headline in [name for page in walk(TOP) for name in names(page)]


def test_a_story_that_falls_but_stays_below_is_shown_where_it_comes_to_stand():
    made = graded(45)
    first = pages.read(TOP)
    cast(made[30], 0, 0)
    settle()
    after = pages.read(TOP, after=str(first.next))
    assert made[30].headline in names(after)


def test_stories_that_leave_the_window_while_one_pages_are_not_shown_again():
    made = stories(45)
    for story in made:
        give(story, 1)
    for story in made[:20]:
        give(story, 3, at=ago(hours=23), voters=range(5, 8))
    settle()
    first = pages.read(TRENDING)
    assert set(names(first)) == {story.headline for story in made[:20]}
    settle(NOON + timedelta(hours=2))
    second = pages.read(TRENDING, after=str(first.next))
    third = pages.read(TRENDING, after=str(second.next))
    assert not set(names(first)) & set(names(second) + names(third))
    assert len(names(second) + names(third)) == 25


def test_a_story_that_is_redated_while_one_pages_is_not_shown_again():
    made = stories(45)
    settle()
    first = pages.read(NEW)
    long_ago = NOON - timedelta(minutes=30)
    Story.objects.filter(pk=made[0].pk).update(first_published_at=long_ago)
    newsdesk.publish(Story.objects.get(pk=made[0].pk))
    settle()
    assert made[0].headline not in names(pages.read(NEW, after=str(first.next)))


def test_a_page_of_long_ago_starts_the_list_again_and_says_so():
    made = graded(45)
    first = pages.read(TOP)
    cast(made[0], 0, 0)
    settle()
    settle(NOON + timedelta(hours=2, minutes=10))
    assert not Fall.objects.filter(list="top").exists()
    again = pages.read(TOP, after=str(first.next))
    assert again.has_moved_on
    assert numbers(again) == list(range(1, 21))


def test_a_page_can_be_gone_on_with_for_as_long_as_nothing_fell():
    graded(45)
    first = pages.read(TOP)
    settle(NOON + timedelta(hours=20))
    assert numbers(pages.read(TOP, after=str(first.next))) == list(range(21, 41))


def test_placed_stories_stand_in_their_slots_on_the_front_page_and_once():
    made = stories(45)
    settle()
    placement(made[30], 2, at=ago(hours=2))
    placement(made[40], 0, at=ago(hours=1))
    shown = list(walk(FRONT))
    every = [name for page in shown for name in names(page)]
    assert every[:4] == ["Story 40", "Story 0", "Story 30", "Story 1"]
    assert len(every) == len(set(every)) == 45
    placed = [[place.placed is not None for place in page.places[:4]] for page in shown]
    assert placed == [[True, False, True, False], [False] * 4, [False] * 4]


def test_where_stories_are_few_what_is_placed_comes_after_them():
    made = stories(3)
    settle()
    placement(made[0], 4)
    assert names(pages.read(FRONT)) == ["Story 1", "Story 2", "Story 0"]


def test_a_story_taken_off_while_one_pages_is_not_shown_twice():
    made = stories(45)
    settle()
    placement(made[30])
    first = pages.read(FRONT)
    placement(made[31])
    second = pages.read(FRONT, after=str(first.next))
    assert "Story 30" not in names(second)
    assert "Story 31" in names(second)


def test_placements_concern_the_front_page_of_the_site_alone():
    made = stories(3)
    settle()
    placement(made[2])
    assert names(pages.read(NEW)) == ["Story 0", "Story 1", "Story 2"]


def test_a_placement_that_is_over_does_not_count():
    made = stories(3)
    settle()
    placement(made[2], until=ago(days=800))
    assert names(pages.read(FRONT)) == ["Story 0", "Story 1", "Story 2"]


def test_the_front_page_costs_the_same_however_long_the_record_is(django_assert_max_num_queries):
    made = stories(30)
    settle()
    Placement.objects.bulk_create(
        Placement(slot=number % 5, ulid=made[number % 30].ulid, role="editor", at=NOON)
        for number in range(1000)
    )
    with django_assert_max_num_queries(12):
        assert names(pages.read(FRONT))[:5] == [f"Story {number}" for number in range(5, 10)]


def test_new_stories_above_do_not_push_old_ones_onto_the_next_page():
    graded(25)
    first = pages.read(NEW)
    stories(3, first_at=NOON + timedelta(hours=1))
    settle()
    assert names(pages.read(NEW, after=str(first.next))) == [f"Story {n}" for n in range(20, 25)]


ULID = "01JD3Z5K8R2M7N4Q6T9V0W1X2Y"


@pytest.mark.parametrize(
    "token",
    [
        "x",
        ULID,
        f"0.1.2.{ULID.lower()}",
        f"0.1.02.{ULID}",
        f"0.-1.2.{ULID}",
        f"0.1.-0.{ULID}",
        f"0.1.A.{ULID}",
        f"0.1.2.{ULID} ",
        f"0.1.2.{ULID}\n",
        f"0.1.٢.{ULID}",
        f"0.1.{'f' * 13}.{ULID}",
        f"0.1.2.{'.'.join([ULID] * 7)}",
    ],
)
def test_a_token_that_is_not_ours_is_refused(token):
    with pytest.raises(BadCursorError):
        cursors.parse(token)
    with pytest.raises(BadCursorError):
        pages.read(TOP, after=token)


def test_a_token_from_the_future_starts_the_list_again():
    graded(3)
    assert pages.read(TOP, after=str(Cursor(99, 1, 1, ULID))).has_moved_on


def test_before_and_after_at_once_are_refused():
    token = str(Cursor(0, 1, 1, ULID))
    with pytest.raises(BadCursorError):
        pages.read(TOP, after=token, before=token)


small = st.integers(0, 0xFFFFFFFFFFFF)


@given(small, small, st.integers(-0xFFFFFFFFFFFF, 0xFFFFFFFFFFFF), st.integers(0, 5))
def test_every_cursor_survives_its_token(falls, number, figure, pins):
    cursor = Cursor(falls, number, figure, ULID, (ULID,) * pins)
    assert cursors.parse(str(cursor)) == cursor


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    chosen=st.sampled_from(sorted(LISTS)),
    starts=st.lists(st.integers(0, 6), min_size=12, max_size=12),
    changes=st.lists(
        st.lists(
            st.tuples(st.integers(0, 11), st.integers(0, 5), st.integers(-1, 1), st.booleans()),
            max_size=12,
        ),
        min_size=4,
        max_size=4,
    ),
    waits=st.lists(st.sampled_from([0, 20, 1430]), min_size=4, max_size=4),
)
def test_paging_shows_no_story_twice_while_points_come_and_go(chosen, starts, changes, waits):
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "SIZE", 3)
        made = stories(12)
        for story, points in zip(made, starts, strict=True):
            give(story, points, at=ago(hours=23))
        settle()
        now, page, seen = NOON, pages.read(LISTS[chosen]), []
        for votes, wait in zip(changes, waits, strict=True):
            seen += names(page)
            now += timedelta(minutes=wait)
            for which, voter, value, is_late in votes:
                cast(made[which], voter, value, now - timedelta(hours=20 * is_late))
            settle(now)
            if not page.next:
                break
            page = pages.read(LISTS[chosen], after=str(page.next))
            if page.has_moved_on:
                break
        assert len(seen) == len(set(seen))
        transaction.set_rollback(True)
