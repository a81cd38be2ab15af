"""Items of a ranked list that take points of their own."""

import json
from datetime import timedelta

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.blocks import StreamValue

from plaudit import flow
from plaudit.points.models import Ballot, PrefixCount, Tally
from plaudit.press import keys
from plaudit.rankings.models import Place
from plaudit.recount import leaves
from plaudit.stories import newsdesk
from plaudit.stories.models import Item, Story
from tests.points.voting import give, given
from tests.stories.items import address, choose, items_of, press, ranked
from tests.stories.test_story_page import page_of, text_of
from tests.support import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return making.story(body=[making.PARAGRAPH, ranked("Hope", "Faith", "Charity")])


def data_of(client, story):
    return client.get(f"{story.get_absolute_url()}.json").json()["items"]


def totals(client, story):
    return {one["title"]: one["points"]["total"] for one in data_of(client, story)}


def published_again(story, body):
    story = Story.objects.get(pk=story.pk)
    story.body = body
    return newsdesk.publish(story)


# What they are called


def test_a_list_takes_no_points_unless_the_editor_says_so(client):
    story = making.story(body=[ranked("Hope", takes_points=False)])
    assert data_of(client, story) == []
    assert not Item.objects.exists()
    assert 'about="i/' not in page_of(client, story)


def test_an_item_keeps_its_id_through_editing_and_moving(story):
    before = items_of(story)
    raw = Story.objects.get().body.get_prep_value()
    rows = raw[1]["value"]["items"]
    rows[0]["value"]["title"] = "Hope and glory"
    raw[1]["value"]["items"] = rows[::-1]
    after = items_of(published_again(story, raw_body(raw[::-1])))
    assert list(after) == ["Charity", "Faith", "Hope and glory"]
    assert [item.about for item in after.values()] == [
        before[name].about for name in ("Charity", "Faith", "Hope")
    ]


def raw_body(raw):
    block = Story._meta.get_field("body").stream_block
    return StreamValue(block, raw, is_lazy=True)


def test_an_item_that_was_out_and_comes_back_is_the_one_it_was(client, story):
    hope = items_of(story)["Hope"]
    whole, first = Story.objects.get().body, story.latest_revision
    choose(client, hope)
    published_again(story, [making.PARAGRAPH])
    assert data_of(client, story) == []
    assert choose(Client(), hope).json()["code"] == "closed"
    first.publish()
    assert totals(client, story) == {"Hope": 1, "Faith": 0, "Charity": 0}
    published_again(story, whole)
    assert items_of(story)["Hope"].about == hope.about


def test_a_block_copied_into_another_story_has_ids_of_its_own(client, story):
    choose(client, items_of(story)["Hope"])
    copy = making.story(
        "A copy", body=raw_body(Story.objects.get(pk=story.pk).body.get_prep_value())
    )
    assert totals(client, copy) == {"Hope": 0, "Faith": 0, "Charity": 0}
    abouts = [item.about for one in (story, copy) for item in items_of(one).values()]
    assert len(set(abouts)) == 6


def test_a_block_that_is_twice_in_one_story_has_ids_of_its_own_in_both(client, story):
    raw = Story.objects.get().body.get_prep_value()
    published_again(story, raw_body([*raw, raw[1]]))
    data = data_of(client, story)
    assert [one["title"] for one in data] == ["Hope", "Faith", "Charity"] * 2
    assert len({one["id"] for one in data}) == 6
    story = published_again(story, Story.objects.get().body)
    assert [one["id"] for one in data_of(client, story)] == [one["id"] for one in data]


def test_items_that_came_without_ids_keep_those_they_are_given(story):
    before = [one.about for one in items_of(story).values()]
    latest = Story.objects.get().latest_revision
    latest.publish()
    Story.objects.get().save()
    assert [one.about for one in items_of(story).values()] == before


def test_a_draft_opens_and_closes_nothing(client, story):
    draft = Story.objects.get()
    draft.body = [ranked("Patience")]
    draft.save_revision()
    assert list(totals(client, story)) == ["Hope", "Faith", "Charity"]
    assert choose(client, items_of(story)["Hope"]).status_code == 200


# Points


def test_a_guest_gives_an_item_a_point_as_a_story(client, story):
    hope, faith, _ = items_of(story).values()
    answer = choose(client, hope).json()
    assert list(answer) == ["value", "points", "leaf", "ack"]
    assert (answer["value"], answer["points"]["total"]) == (1, 1)
    leaf = leaves.parse(answer["leaf"].encode())
    assert (leaf.about, leaf.kind) == (hope.about, "g")
    choose(client, faith, -1)
    choose(client, hope, 0)
    assert totals(client, story) == {"Hope": 0, "Faith": -1, "Charity": 0}
    assert given(hope.about) == [(1, 1), (2, 0)]
    assert given(story.about) == []


def test_ballots_about_two_items_cannot_be_connected(client, story):
    for item in items_of(story).values():
        choose(client, item)
    rows = list(Ballot.objects.values_list("tag", "nonce"))
    assert len({tag for tag, _ in rows}) == len({nonce for _, nonce in rows}) == 3


def test_the_cap_for_new_guests_of_a_network_holds_for_an_item(story, policy):
    policy(guests_per_prefix=1)
    hope, faith, _ = items_of(story).values()
    assert [choose(Client(), hope).status_code for _ in range(2)] == [200, 429]
    assert choose(Client(), faith).status_code == 200
    assert PrefixCount.objects.count() == 2


def test_without_a_script_a_form_leads_back_to_the_item_with_its_point_shown(client, story):
    hope = items_of(story)["Hope"]
    response = press(client, hope, "1")
    assert response.status_code == 303
    assert response["Location"] == f"{story.get_absolute_url()}#item-{hope.ulid}"
    page = client.get(story.get_absolute_url())
    bar = next(one for one in page.context["item_bars"].values() if one.about == hope.about)
    assert (bar.my_value, bar.points.total) == (1, 1)
    assert f'id="item-{hope.ulid}"' in page.content.decode()


def test_the_receipt_of_an_item_is_a_file(client, story):
    hope = items_of(story)["Hope"]
    receipt = address(hope).removesuffix("point") + "receipt"
    assert client.get(receipt).status_code == 404
    choose(client, hope)
    answer = client.get(receipt)
    assert f"about {hope.about}" in json.loads(answer.content)["leaf"]
    assert f'filename="receipt-{story.slug}-{hope.ulid}-1.json"' in answer["Content-Disposition"]


def closed(story):
    Story.objects.filter(pk=story.pk).update(is_closed=True)


def taken_off(story):
    newsdesk.unpublish(story)


def retracted(story):
    newsdesk.retract(story, "It was not so.")


def without_the_block(story):
    published_again(story, [making.PARAGRAPH])


def switched_off(story):
    published_again(story, [ranked("Hope", takes_points=False)])


def over(_story):
    Item.objects.update(closes_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize(
    "make", [closed, taken_off, retracted, without_the_block, switched_off, over, Story.delete]
)
def test_what_takes_no_points_has_one_answer_that_tells_nothing(client, story, make):
    other = making.story("Another", is_closed=True)
    hope = items_of(story)["Hope"]
    where = address(hope)
    make(Story.objects.get(pk=story.pk))
    answer = choose(client, hope, at=where)
    assert (answer.status_code, answer.json()["code"]) == (403, "closed")
    assert answer.content == give(client, other, 1).content
    assert not Ballot.objects.exists()


def test_so_has_an_item_under_the_address_of_another_story_and_one_that_never_was(client, story):
    other, hope = making.story("Another"), items_of(story)["Hope"]
    elsewhere = address(hope).replace(story.slug, other.slug)
    never = address(hope).replace(hope.ulid, "01JD3Z5K8R2M7N4Q6T9V0W1X2Y")
    for where in (elsewhere, never, never.replace("01JD", "nope"), elsewhere.lower()):
        assert choose(client, hope, at=where).json()["code"] == "closed"


def test_nobody_gives_a_point_to_an_item_of_a_story_of_their_own(client, bob):
    story = making.story(authors=[making.author("Bob", user=bob)], body=[ranked("Hope")])
    client.force_login(bob)
    assert choose(client, items_of(story)["Hope"]).json()["code"] == "closed"
    assert "aria-pressed" not in page_of(client, story)


def test_a_page_opened_before_its_story_moved_still_gives_points(client, story):
    hope = items_of(story)["Hope"]
    old = address(hope)
    story = Story.objects.get()
    story.slug = "another-address"
    newsdesk.publish(story)
    assert choose(client, hope, at=old).status_code == 200


# What is seen


def test_the_page_shows_the_points_of_each_item_and_its_buttons(client, story):
    for _ in range(2):
        choose(Client(), items_of(story)["Faith"])
    page = page_of(client, story)
    html5lib.HTMLParser(strict=True).parse(page)
    text = text_of(page)
    assert text.index("Faith") < text.index("2 points") < text.index("Charity")
    for item in items_of(story).values():
        assert page.count(f'action="{address(item)}"') == 1
        assert page.count(f'about="{item.about}"') == 1


def test_an_editor_may_have_readers_see_them_by_points(client, policy):
    story = making.story(body=[ranked("Hope", "Faith", "Charity", order="points")])
    choose(client, items_of(story)["Charity"])
    choose(client, items_of(story)["Hope"], -1)
    assert order_of(client, story) == ["Charity", "Faith", "Hope"]
    assert list(totals(client, story)) == ["Hope", "Faith", "Charity"]
    policy(is_blind=True)  # then the order must not tell what the figures may not
    assert order_of(client, story) == ["Hope", "Faith", "Charity"]


def order_of(client, story):
    tree = html5lib.parse(page_of(client, story), namespaceHTMLElements=False)
    return [one.text for one in tree.iter("p") if one.get("class") == "ranked-title"]


def test_the_data_of_a_story_has_what_the_auditor_compares(client, story):
    hope = items_of(story)["Hope"]
    choose(client, hope)
    first = data_of(client, story)[0]
    assert first == {
        "id": hope.about,
        "kind": "ranked",
        "block": hope.block,
        "title": "Hope",
        "takes_points": True,
        "closes_at": None,
        "points": first["points"],
        "unsealed": 1,
    }
    assert first["points"] | {"unsealed": 1} == points_json(client, hope)


def points_json(client, item):
    return client.get(f"/points.json?about={item.about}").json()[item.about]


def test_a_preview_shows_them_and_takes_nothing():
    draft = making.draft(body=[ranked("Hope")])
    page = draft.make_preview_request().content.decode()
    assert text_of(page).count("0 points") == 3  # above, below, and the item
    assert "/items/" not in page
    assert not Item.objects.exists()


def test_an_older_version_shows_the_list_without_points(client, story):
    published_again(story, [making.PARAGRAPH])
    page = client.get(f"{story.get_absolute_url()}/versions/1").content.decode()
    assert "Faith" in page
    assert 'about="i/' not in page


def test_what_is_ones_own_comes_for_those_items_that_were_voted_on(client, story):
    hope = items_of(story)["Hope"]
    choose(client, hope)
    bars = client.get(f"/reader.json?about={story.about}&items=1").json()["bars"]
    assert set(bars) == {story.about, hope.about}
    assert 'data-value="1"' in bars[hope.about]
    assert set(client.get(f"/reader.json?about={story.about}").json()["bars"]) == {story.about}


# What follows from them


def test_points_for_items_make_the_storys_page_stale_and_move_no_story(client, story):
    hope = items_of(story)["Hope"]
    flow.tick(timezone.now())
    places = list(Place.objects.order_by("pk").values())
    choose(client, hope)
    flow.tick(timezone.now())
    assert keys.of_points([hope.about]) == {keys.story(story.ulid)}
    assert list(Place.objects.order_by("pk").values()) == places
    assert Tally.objects.filter(about=hope.about).get().guests == 1
    assert not Tally.objects.filter(about=story.about).exists()


def test_a_story_without_items_costs_its_readers_no_query_for_them(client):
    story = making.story()
    with CaptureQueriesContext(connection) as queries:
        page_of(client, story)
        client.get(f"{story.get_absolute_url()}.json")
    assert [one["sql"] for one in queries if "stories_item" in one["sql"]] == []


def test_a_page_with_a_hundred_items_takes_no_query_for_each(client, story):
    many = making.story("Many", body=[ranked(*(f"No. {n}" for n in range(100)))])
    choose(client, items_of(story)["Hope"])
    costs = []
    for one in (story, many):
        with CaptureQueriesContext(connection) as queries:
            page_of(client, one)
        costs.append(len(queries))
    assert costs[0] == costs[1]
