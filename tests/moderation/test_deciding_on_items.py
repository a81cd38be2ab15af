"""Ballots about the items of a story are set aside as those about the story are."""

import html5lib
import pytest
from django.urls import reverse

from plaudit.moderation import roll
from plaudit.points import decisions, tallies
from plaudit.points.models import Ballot, Decision
from plaudit.press.models import Stale
from plaudit.rankings.models import Place
from plaudit.stories.models import Story
from tests.moderation.conftest import tick
from tests.rankings.making import NOON, cast, give
from tests.stories.items import items_of

pytestmark = pytest.mark.django_db

VOID = {"kind": "void", "reason": "ring"}


def address(item):
    return reverse("moderation_item", args=[item.story.ulid, item.ulid])


@pytest.fixture
def mo(as_):
    return as_("mo")


def decide(browser, item, **form):
    """Ask for it, and mean it: what the screen says afterwards."""
    sure = {"confirmed": "yes"}
    return browser.post(address(item), VOID | sure | form, follow=True).content.decode()


def figures(item):
    tick()
    points = tallies.live_one(item.about)
    return points.total, points.set_aside


def published_without(story):
    story = Story.objects.get(pk=story.pk)
    story.body = [("paragraph", "<p>No list.</p>")]
    story.save_revision().publish()


# Finding them


def test_a_storys_screen_leads_to_each_of_its_items(mo, listed, hope):
    page = mo.get(f"/newsroom/ballots/{listed.ulid}/").content.decode()
    for title, item in items_of(listed).items():
        assert f'<a href="{address(item)}" dir="auto">{title}</a>' in page
    assert page.count("Which is best?") == 2  # the poll of the two options
    assert 'name="ballot"' not in page  # a ballot about an item is none about the story


def test_an_items_screen_shows_its_ballots_and_nothing_of_who_cast_them(mo, listed, hope):
    roses = items_of(listed)["Roses"]
    answer = mo.get(address(hope))
    page = answer.content.decode()
    assert [row["ballot"].number for row in answer.context["ballots"]] == [4, 3, 2, 1, 0]
    for row in roll.of(hope.about):
        assert row.tag not in page
        assert row.nonce not in page
    way_back = f'<a href="/newsroom/ballots/{hope.story.ulid}/" dir="auto">The bridge opens</a>'
    assert way_back in page
    assert f"{way_back} · <bdi>Which is best?</bdi>" in mo.get(address(roses)).content.decode()


def test_an_item_that_is_out_of_the_text_can_still_be_decided_on(mo, listed, hope):
    published_without(listed)
    page = mo.get(f"/newsroom/ballots/{listed.ulid}/").content.decode()
    assert f'<a href="{address(hope)}" dir="auto">No longer in the story</a>' in page
    decide(mo, hope, ballot="0")
    assert figures(hope) == (0, 1)


def test_the_overview_counts_what_is_about_its_items_for_a_story(mo, story, listed, hope):
    cast(items_of(listed)["Roses"], 5, 1)
    tick()
    rows = mo.get("/newsroom/ballots/").context["rows"]
    assert [(row["story"].pk, row["count"]) for row in rows] == [(listed.pk, 6), (story.pk, 5)]


# Deciding


def test_nothing_is_set_aside_before_it_is_confirmed(mo, hope):
    question = mo.post(address(hope), VOID | {"ballot": ["0", "1"]}).content.decode()
    assert "Set 2 ballots aside?" in question
    assert f'href="{address(hope)}">Change nothing' in question
    assert not Decision.objects.exists()


def test_ballots_of_an_item_are_set_aside_with_a_reason_and_it_is_undone(mo, hope):
    assert "2 ballots are set aside" in decide(mo, hope, ballot="0,1")
    assert figures(hope) == (-1, 2)
    made = Decision.objects.values_list("about", "kind", "reason", "role").distinct()
    assert list(made) == [(hope.about, "void", "ring", "moderator")]
    assert "set aside: arranged voting" in mo.get(address(hope)).content.decode()
    moment = roll.decided(hope.about)[0]["at"].isoformat()
    assert "2 ballots count again" in decide(mo, hope, kind="unvoid", decided=moment)
    assert figures(hope) == (1, 0)


def test_a_choice_in_a_poll_is_set_aside_too(mo, listed):
    bread = items_of(listed)["Bread"]
    give(bread, 3)
    tick()
    decide(mo, bread, ballot="2")
    assert figures(bread) == (2, 1)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"reason": ""}, "Say why"),
        ({"kind": "nonsense"}, "Say whether"),
        ({"ballot": "4711"}, "None of these ballots"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(mo, hope, form, sentence):
    assert sentence in decide(mo, hope, **({"ballot": "0"} | form))
    assert not Decision.objects.exists()


def test_ballots_about_the_story_or_another_item_are_out_of_reach(mo, listed, hope):
    faith = items_of(listed)["Faith"]
    cast(listed, 0, 1)
    tick()
    (of_story,) = Ballot.objects.filter(about=listed.about).values_list("number", flat=True)
    for number in (0, of_story):
        assert "None of these ballots" in decide(mo, faith, ballot=str(number))
    mo.post(f"/newsroom/ballots/{listed.ulid}/", VOID | {"ballot": "0", "confirmed": "yes"})
    assert not Decision.objects.exists()


# Who may


def test_an_item_is_open_to_whom_its_story_is(as_, hope):
    everybody = ("", "charlie", "mo", "boris", "bob", "alice", "dora")
    let_in = {name for name in everybody if as_(name).get(address(hope)).status_code == 200}
    assert let_in == {"mo", "dora"}
    for name in set(everybody) - let_in:
        decide(as_(name), hope, ballot="0")
    assert not Decision.objects.exists()


def test_nobody_decides_on_items_of_a_story_of_their_own_by_any_address(as_, listed, hope, write):
    own, others = write("Dora's", by="dora"), write("Alice's", by="alice")
    own.body = listed.body
    own.save_revision().publish()
    item = items_of(own)["Hope"]
    cast(item, 0, 1)
    tick()
    (number,) = Ballot.objects.filter(about=item.about).values_list("number", flat=True)
    form = VOID | {"ballot": str(number), "confirmed": "yes"}
    for story in (own, others, listed):
        where = reverse("moderation_item", args=[story.ulid, item.ulid])
        assert as_("dora").get(where).status_code != 200
        as_("dora").post(where, form)
    assert not Decision.objects.exists()
    as_("mo").post(address(item), form)
    assert Decision.objects.count() == 1


def test_what_is_no_item_of_the_story_is_not_found(mo, story, hope):
    elsewhere = reverse("moderation_item", args=[story.ulid, hope.ulid])
    for where in (elsewhere, address(hope).replace(hope.ulid, "nonsense")):
        assert mo.get(where).status_code == 404
        assert mo.post(where, VOID | {"ballot": "0", "confirmed": "yes"}).status_code == 404
    assert not Decision.objects.exists()


# What follows


def test_the_storys_page_and_data_follow_and_no_list_does(client, listed, hope):
    places = list(Place.objects.order_by("pk").values())
    stale = Stale.objects.count()
    decisions.set_aside(hope.about, [0, 1], "ring", "moderator", NOON)
    tick()
    touched = Stale.objects.order_by("number").values_list("key", flat=True)[stale:]
    assert list(touched) == [listed.about]
    assert list(Place.objects.order_by("pk").values()) == places
    where = listed.get_absolute_url()
    shown = client.get(where).context["item_bars"].values()
    assert [bar.points.total for bar in shown if bar.about == hope.about] == [-1]
    (data, *_others) = client.get(f"{where}.json").json()["items"]
    assert (data["id"], data["points"]["total"]) == (hope.about, -1)
    assert data["points"]["set_aside"] == 2


def test_readers_are_told_what_was_set_aside_of_which_item_and_why(client, listed, hope):
    roses = items_of(listed)["Roses"]
    give(roses, 2)
    tick()
    decisions.set_aside(hope.about, [0, 1], "ring", "moderator", NOON)
    decisions.set_aside(hope.about, [3], "error", "moderator", NOON)
    decisions.set_aside(roses.about, [5], "spam", "moderator", NOON)
    tick()
    told = list_of(client, listed, "items-set-aside")
    assert told == ["Hope – arranged voting: 2", "Hope – an error: 1", "Roses – spam: 1"]
    decisions.let_count(hope.about, [0, 1, 3], "moderator", NOON)
    tick()
    assert list_of(client, listed, "items-set-aside") == ["Roses – spam: 1"]


def test_their_sums_by_class_stand_on_the_page_of_the_points(client, listed, hope):
    decisions.set_aside(hope.about, [0], "ring", "moderator", NOON)
    tick()
    assert row_of(client, listed, hope) == ["0", "2", "2", "0", "0", "0", "1"]
    assert row_of(client, listed, items_of(listed)["Roses"]) == ["0"] * 7
    published_without(listed)
    assert row_of(client, listed, hope) == ["0", "2", "2", "0", "0", "0", "1"]
    assert "Roses" not in points_page(client, listed)


def test_a_story_without_items_says_nothing_of_them(client, story):
    assert 'id="items"' not in points_page(client, story)


def points_page(client, story):
    page = client.get(f"{story.get_absolute_url()}/points").content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def list_of(client, story, heading):
    """The rows of the list after a heading, as text."""
    page = points_page(client, story).split(f'id="{heading}"')[1]
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False)
    return ["".join(row.itertext()) for row in next(tree.iter("ul")).iter("li")]


def row_of(client, story, item):
    """The figures of an item: points, up, down, members, guests, fediverse, set aside."""
    tree = html5lib.parse(points_page(client, story), namespaceHTMLElements=False)
    heads = {row: [head.get("id") for head in row.iter("th")] for row in tree.iter("tr")}
    (row,) = [row for row, ids in heads.items() if f"count-{item.ulid}" in ids]
    return ["".join(cell.itertext()) for cell in row.iter("td")]
