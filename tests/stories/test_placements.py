"""What editors place on the front page: arranged whole, recorded for good, cleared by itself."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from plaudit import flow
from plaudit.people.models import User
from plaudit.refusal import Refusal
from plaudit.stories import newsdesk, placement_record, placements
from plaudit.stories.models import Event, Placement, Story
from plaudit.stories.placements import ChangedMeanwhileError, Wanted
from tests.support import making

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def four():
    return [making.story(f"Story {number}") for number in range(4)]


def board(*stories, **until):
    """What is wanted, a story or None for each slot, the rest empty; all until the same time."""
    wanted = [Wanted(it.ulid, until.get("until")) if it else None for it in stories]
    return wanted + [None] * (5 - len(wanted))


def arrange(wanted, by, now, seen=None):
    return placements.arrange(wanted, placements.state() if seen is None else seen, by, now)


def placed(now):
    headlines = dict(Story.objects.values_list("ulid", "headline"))
    return {it.slot: headlines[it.ulid] for it in placements.running(now)}


def test_stories_are_placed_swapped_and_taken_off(alice, four, now):
    one, two, three, _ = four
    assert arrange(board(one, two, None, three), alice, now) == 3
    assert placed(now) == {0: "Story 0", 1: "Story 1", 3: "Story 2"}
    assert arrange(board(two, one, None, three), alice, now + HOUR) == 2
    assert placed(now) == {0: "Story 1", 1: "Story 0", 3: "Story 2"}
    assert arrange(board(two), alice, now + 2 * HOUR) == 2
    assert placed(now) == {0: "Story 1"}
    assert arrange(board(two), alice, now + 3 * HOUR) == 0


def test_every_story_that_comes_or_goes_is_told_to_the_tick(alice, four, now):
    arrange(board(four[0]), alice, now)
    Event.objects.all().delete()
    arrange(board(four[1]), alice, now)
    told = set(Event.objects.values_list("ulid", flat=True))
    assert told == {four[0].ulid, four[1].ulid}


def test_an_entry_says_who_in_what_role_where_and_until_when(alice, four, now):
    arrange(board(four[0], until=now + HOUR), alice, now)
    entry = Placement.objects.get()
    assert (entry.slot, entry.ulid, entry.by, entry.role) == (0, four[0].ulid, alice, "editor")
    assert (entry.at, entry.until) == (now, now + HOUR)


def test_who_arranges_an_older_front_page_changes_nothing(alice, four, now):
    seen = placements.state()
    arrange(board(four[0]), alice, now)
    with pytest.raises(ChangedMeanwhileError):
        arrange(board(four[1]), alice, now, seen)
    assert placed(now) == {0: "Story 0"}


@pytest.mark.parametrize("wrong", ["draft", "retracted", "twice", "past", "too many", "unknown"])
def test_what_cannot_be_placed_is_refused_whole(alice, four, now, wrong):
    newsdesk.retract(four[3], "It was not so.")
    wanted = {
        "draft": board(four[0], making.draft()),
        "retracted": board(four[0], four[3]),
        "twice": board(four[0], four[0]),
        "past": board(four[0], until=now),
        "too many": [*board(four[0]), None],
        "unknown": [Wanted("01JD3Z5K8R2M7N4Q6T9V0W1X2Y"), *board(four[0])[:4]],
    }
    with pytest.raises(Refusal):
        arrange(wanted[wrong], alice, now)
    assert not Placement.objects.exists()


@pytest.mark.parametrize("way", ["expired", "unpublished", "retracted", "deleted"])
def test_a_story_leaves_its_slot_by_itself_and_the_others_stay(alice, four, now, way):
    one, two, *_ = four
    until = now + HOUR if way == "expired" else None
    wanted = [Wanted(one.ulid, until), Wanted(two.ulid), None, None, None]
    arrange(wanted, alice, now)
    flow.tick(now)
    assert placements.clear(now) == 0
    leave = {
        "expired": lambda: None,
        "unpublished": lambda: newsdesk.unpublish(one),
        "retracted": lambda: newsdesk.retract(one, "It was not so."),
        "deleted": one.delete,
    }
    leave[way]()
    assert flow.tick(now + HOUR).cleared == 1
    assert flow.tick(now + HOUR).cleared == 0
    assert placed(now) == {1: "Story 1"}
    last = Placement.objects.order_by("-pk")[0]
    assert (last.slot, last.ulid, last.by, last.role, last.at) == (0, "", None, "", now + HOUR)


def test_a_story_that_comes_back_to_the_site_does_not_come_back_to_its_place(alice, four, now):
    arrange(board(four[0]), alice, now)
    newsdesk.retract(four[0], "It was not so.")
    flow.tick(now)
    newsdesk.reinstate(four[0])
    flow.tick(now)
    assert placed(now) == {}


def test_the_record_is_never_edited_and_never_deleted(four):
    entry = making.placement(four[0])
    for change in (
        entry.save,
        entry.delete,
        Placement.objects.all().delete,
        lambda: Placement.objects.update(slot=1),
    ):
        with pytest.raises(TypeError):
            change()
    assert Placement.objects.get().slot == 0


def test_an_entry_outlives_the_account_and_the_story(alice, four, now):
    arrange(board(four[0]), alice, now)
    four[0].delete()
    User.objects.get(pk=alice.pk).delete()
    entry = Placement.objects.get()
    assert (entry.by, entry.role, entry.slot) == (None, "editor", 0)


def test_what_holds_is_found_by_the_index_however_long_the_record_is(four, now):
    Placement.objects.bulk_create(
        Placement(slot=number % 5, ulid=four[0].ulid, role="editor", at=now)
        for number in range(5_000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE stories_placement")
    plan = Placement.objects.last_words().explain()
    # PostgreSQL may read backwards by the key, where each slot is met soon.
    assert "placement_latest" in plan or "stories_placement_pkey" in plan
    assert not re.search("seq scan|scan stories_placement", plan, re.IGNORECASE)


def text_of(client, query=""):
    return " ".join(client.get(f"/placements{query}").content.decode().split())


def test_readers_are_told_of_every_placement_and_of_no_name(client, alice, four, now):
    one, two, three, four_ = four
    ends = timezone.now() + HOUR
    arrange([Wanted(one.ulid), Wanted(two.ulid), Wanted(four_.ulid), None, None], alice, now)
    arrange([Wanted(three.ulid, ends), None, Wanted(four_.ulid), None, None], alice, now)
    newsdesk.unpublish(four_)
    placements.clear(now)
    page = text_of(client)
    assert "The lead · placed by the editor on" in page
    assert "Secondary story 1 · placed by the editor on" in page
    assert "There now; until" in page
    assert "when the editor gave this place anew" in page
    assert "when the editor took it off" in page
    assert "when the story was taken off the site or retracted" in page
    assert "A story that is no longer on the site" in page
    assert "Story 3" not in page
    assert alice.name not in page
    assert alice.username not in page
    positions = [page.index(f"Story {number}") for number in (2, 1, 0)]
    assert positions == sorted(positions)


def test_a_placement_whose_time_is_over_says_so_even_before_the_tick(client, four, now):
    making.placement(four[0], at=now - 2 * HOUR, until=now - HOUR)
    assert "when its time was over" in text_of(client)
    placements.clear(now)
    assert "when its time was over" in text_of(client)


def test_the_record_is_paged_without_gaps_or_repeats(client, four):
    made = [making.placement(four[0], number % 5).pk for number in range(65)]
    page, seen = placement_record.read(), []
    while True:
        seen += [entry.placement.pk for entry in page.entries]
        if not page.next_url:
            break
        assert client.get(page.next_url).status_code == 200
        page = placement_record.read(after=int(page.next_url.partition("=")[2]))
    assert seen == made[::-1]
    back = placement_record.read(before=int(page.previous_url.partition("=")[2]))
    assert [entry.placement.pk for entry in back.entries] == seen[30:60]


@pytest.mark.parametrize("query", ["?after=x", "?before=0", "?after=1&before=2", "?after=-1"])
def test_a_page_of_the_record_that_is_none_is_not_found(client, query):
    assert client.get(f"/placements{query}").status_code == 404


def test_an_empty_record_says_that_the_formula_decides(client):
    assert "the front page follows its formula alone" in text_of(client)
