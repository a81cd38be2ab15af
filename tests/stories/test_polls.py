"""Polls: options are items, one choice is one choice, and what closes is closed."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from plaudit import flow
from plaudit.points.models import Ballot, PrefixCount
from plaudit.press import keys
from plaudit.recount import leaves
from plaudit.stories import newsdesk
from plaudit.stories.blocks.polls import Poll
from plaudit.stories.models import Event, Item, Story
from tests.points.test_caps import solved
from tests.points.voting import give, given
from tests.stories.items import address, choose, items_of, poll, press
from tests.stories.test_items import raw_body
from tests.stories.test_story_page import page_of, text_of
from tests.support import making

pytestmark = pytest.mark.django_db

SOON = datetime(2099, 5, 1, 18, tzinfo=UTC)
HIDDEN = "The results are shown once you have chosen, and when the poll is closed."


@pytest.fixture
def story():
    return making.story(body=[making.PARAGRAPH, poll("Hope", "Faith", "Charity")])


def many(**more):
    return making.story("Many", body=[poll("Hope", "Faith", is_many=True, **more)])


def closing(at, **more):
    return making.story("Closing", body=[poll("Hope", "Faith", closes_at=at, **more)])


def totals(client, story):
    data = client.get(f"{story.get_absolute_url()}.json").json()["items"]
    return {one["title"]: one["points"]["total"] for one in data}


def published_again(story, *blocks):
    story = Story.objects.get(pk=story.pk)
    story.body = list(blocks)
    return newsdesk.publish(story)


# Choosing


def test_choosing_another_option_takes_the_first_back(client, story):
    hope, faith, _ = items_of(story).values()
    first = choose(client, hope).json()
    assert first["withdrawn"] == []
    second = choose(client, faith).json()
    assert (second["value"], second["points"]["total"]) == (1, 1)
    (back,) = second["withdrawn"]
    assert (back["about"], back["points"]["total"]) == (hope.about, 0)
    leaf = leaves.parse(back["leaf"].encode())
    assert (leaf.about, leaf.rev, leaf.value) == (hope.about, 2, 0)
    assert back["ack"].startswith("plaudit/ack/v1\n")
    assert totals(client, story) == {"Hope": 0, "Faith": 1, "Charity": 0}
    assert given(hope.about) == [(1, 1), (2, 0)]


def test_choosing_what_is_chosen_changes_nothing_and_a_choice_can_be_taken_back(client, story):
    hope = items_of(story)["Hope"]
    for value in (1, 1, 0):
        assert choose(client, hope, value).json()["withdrawn"] == []
    assert given(hope.about) == [(1, 1), (2, 0)]


def test_a_repeated_request_does_not_bring_back_what_was_chosen_before(client, story):
    hope, faith, _ = items_of(story).values()
    nonce = "A" * 21 + "Q"
    choose(client, hope, nonce=nonce)
    choose(client, faith)
    assert choose(client, hope, nonce=nonce).json()["value"] == 0
    assert totals(client, story) == {"Hope": 0, "Faith": 1, "Charity": 0}


def test_what_one_reader_chooses_takes_nothing_from_another_or_from_another_poll(client, alice):
    story = making.story(body=[poll("Hope", "Faith"), poll("Yes", "No")])
    hope, faith, yes, _ = items_of(story).values()
    member = Client()
    member.force_login(alice)
    for who, item in ((client, hope), (client, yes), (member, hope), (member, faith)):
        choose(who, item)
    assert totals(client, story) == {"Hope": 1, "Faith": 1, "Yes": 1, "No": 0}


def test_where_many_may_be_chosen_each_stays(client):
    story = many()
    answers = [choose(client, item).json() for item in items_of(story).values()]
    assert totals(client, story) == {"Hope": 1, "Faith": 1}
    assert ["withdrawn" in answer for answer in answers] == [False, False]


@pytest.mark.parametrize("is_many", [False, True])
def test_the_cap_for_new_guests_of_a_network_holds_for_the_whole_poll(policy, is_many):
    policy(guests_per_prefix=2)
    story = making.story(body=[poll("Hope", "Faith", "Charity", is_many=is_many)])
    reader, hope = Client(), items_of(story)["Hope"]
    assert choose(reader, hope).status_code == 200
    answers = [choose(Client(), item).status_code for item in items_of(story).values()]
    assert answers == [200, 429, 429]
    assert totals(reader, story) == {"Hope": 2, "Faith": 0, "Charity": 0}
    assert choose(Client(REMOTE_ADDR="203.0.113.9"), hope).status_code == 200


def test_a_guest_who_was_let_in_chooses_as_often_as_the_mind_changes(story, policy):
    policy(guests_per_prefix=1)
    reader = Client()
    for item in [*items_of(story).values()] * 2:
        assert choose(reader, item).status_code == 200
    assert PrefixCount.objects.get().guests == 1
    choose(reader, items_of(story)["Charity"], 0)
    assert choose(reader, items_of(story)["Faith"]).status_code == 200
    assert choose(Client(), items_of(story)["Hope"]).json()["code"] == "proof_needed"


def test_a_guest_who_did_the_work_is_let_in_to_the_whole_poll(client, story, policy):
    policy(guests_per_prefix=1)
    hope, faith, charity = items_of(story).values()
    choose(Client(), charity)
    challenge = choose(client, hope).json()["challenge"]
    assert choose(client, hope, proof=solved(challenge)).status_code == 200
    assert choose(client, faith).status_code == 200
    assert totals(client, story) == {"Hope": 0, "Faith": 1, "Charity": 1}


def test_polls_are_counted_apart_and_so_is_their_story(client, policy):
    policy(guests_per_prefix=1)
    story = making.story(body=[poll("Hope", "Faith"), poll("Yes", "No")])
    hope, faith, yes, no = items_of(story).values()
    assert [choose(Client(), item).status_code for item in (faith, hope)] == [200, 429]
    assert [choose(Client(), item).status_code for item in (no, yes)] == [200, 429]
    assert [give(Client(), story, 1).status_code for _ in range(2)] == [200, 429]


def test_an_option_that_is_taken_out_or_added_lets_no_more_of_them_in(story, policy):
    policy(guests_per_prefix=1)
    choose(Client(), items_of(story)["Charity"])
    raw = Story.objects.get().body.get_prep_value()
    raw[1]["value"]["options"] = raw[1]["value"]["options"][1:]
    added = {"type": "item", "value": "Patience", "id": str(uuid4())}
    raw[1]["value"]["options"].append(added)
    changed = Story.objects.get()
    changed.body = raw_body(raw)
    newsdesk.publish(changed)
    for title in ("Faith", "Patience"):
        assert choose(Client(), items_of(changed)[title]).status_code == 429


def test_an_option_takes_no_points_down(client, story):
    answer = choose(client, items_of(story)["Hope"], -1)
    assert (answer.status_code, answer.json()["code"]) == (403, "down_off")
    assert not Ballot.objects.exists()


def test_one_voters_choices_cannot_be_connected_by_what_is_published(client, story):
    for item in items_of(story).values():
        choose(client, item)
    rows = list(Ballot.objects.values_list("about", "tag", "nonce"))
    assert len({tag for _, tag, _ in rows}) == 3
    assert len({nonce for *_, nonce in rows}) == len(rows) == 5


def test_without_a_script_buttons_of_one_form_do_it(client, story):
    hope, faith, _ = items_of(story).values()
    press(client, hope, "1")
    response = press(client, faith, "1")
    assert response["Location"] == f"{story.get_absolute_url()}#item-{faith.ulid}"
    tree = html5lib.parse(page_of(client, story), namespaceHTMLElements=False)
    buttons = [one for one in tree.iter("button") if one.get("class") == "poll-choice"]
    assert [(one.text, one.get("aria-pressed"), one.get("value")) for one in buttons] == [
        ("Hope", "false", "1"),
        ("Faith", "true", "0"),
        ("Charity", "false", "1"),
    ]
    assert buttons[1].get("formaction") == address(faith)


# Closing


def test_after_its_time_nobody_can_choose_or_take_back_and_the_page_says_since_when(client):
    story = closing(SOON)
    hope = items_of(story)["Hope"]
    assert "Open until May 1, 2099, 6 p.m." in text_of(page_of(client, story))
    choose(client, hope)
    over = timezone.now() - timedelta(minutes=1)
    published_again(story, poll("Hope", "Faith", closes_at=over))
    Item.objects.filter(pk=hope.pk).update(closes_at=over)
    other = making.story("Another", is_closed=True)
    for value in (1, 0):
        assert choose(client, hope, value).content == give(client, other, value).content


def test_the_page_of_a_closed_poll_has_results_and_no_buttons(client):
    story = closing(datetime(2026, 3, 1, 18, tzinfo=UTC), results="after")
    page = page_of(Client(), story)
    assert "Closed since March 1, 2026, 6 p.m." in text_of(page)
    assert "0 choices" in text_of(page)
    assert "poll-choice" in page
    assert "<button" not in page[page.index("<poll-box") : page.index("</poll-box>")]


def test_the_tick_tells_the_pages_once_when_a_poll_has_closed(client):
    story = closing(timezone.now() + timedelta(hours=1))
    later = timezone.now() + timedelta(hours=2)
    flow.tick(timezone.now())
    assert flow.tick(timezone.now()).closed == 0
    before = Event.objects.count()
    assert flow.tick(later).closed == 1
    assert list(Event.objects.order_by("pk").values_list("ulid", flat=True))[before:] == [
        story.ulid
    ]
    assert flow.tick(later).closed == 0


def test_a_poll_that_is_to_stay_open_longer_is_told_of_again(client):
    story = closing(timezone.now() - timedelta(minutes=1))
    flow.tick(timezone.now())
    published_again(story, *[(one.block_type, later(one.value)) for one in story.body])
    assert set(Item.objects.values_list("is_over", "closes_at")) == {(False, SOON)}


def later(value):
    value["closes_at"] = SOON
    return value


def test_the_time_of_closing_lasts_through_drafts_and_versions(client):
    story = closing(SOON)
    draft = Story.objects.get().latest_revision.as_object()
    assert draft.body[0].value["closes_at"] == SOON
    published_again(story, making.PARAGRAPH)
    page = client.get(f"{story.get_absolute_url()}/versions/1")
    assert "Open until May 1, 2099" in text_of(page.content.decode())
    assert "/items/" not in page.content.decode()
    assert client.get(f"{story.get_absolute_url()}/versions/2/changes").status_code == 200


# Results


def test_results_are_shown_by_class_as_figures_and_bars(client, alice, story):
    hope, faith, _ = items_of(story).values()
    member = Client()
    member.force_login(alice)
    for who, item in ((Client(), hope), (Client(), hope), (member, hope), (Client(), faith)):
        choose(who, item)
    page = page_of(client, story)
    html5lib.HTMLParser(strict=True).parse(page)
    text = text_of(page)
    assert "3 (75%)" in text
    assert "4 choices" in text
    assert "Hope 1 2 0" in text
    assert '<rect class="is-members" x="0.00" width="25.00" height="6"/>' in page
    assert '<rect class="is-guests" x="25.00" width="50.00" height="6"/>' in page


def test_results_may_wait_until_one_has_chosen(client):
    story = many(results="after")
    hope = items_of(story)["Hope"]
    choose(Client(), hope)
    page = page_of(client, story)
    assert HIDDEN in text_of(page)
    assert "poll-bar" not in page
    assert "poll-figure" not in page
    press(client, hope, "1")
    text = text_of(page_of(client, story))
    assert HIDDEN not in text
    assert "2 (100%)" in text


def test_a_site_that_hides_points_hides_results_as_well(client, story, policy):
    policy(is_blind=True)
    assert "poll-figure" not in page_of(client, story)
    choose(client, items_of(story)["Hope"])
    assert "poll-figure" in page_of(client, story)


def test_where_guests_may_not_vote_they_are_asked_to_sign_in(client, story, policy, alice):
    policy(guests_may_vote=False)
    page = page_of(client, story)
    poll_of_page = page[page.index("<poll-box") : page.index("</poll-box>")]
    assert "Sign in to give a point" in poll_of_page
    assert "<button" not in poll_of_page
    client.force_login(alice)
    assert "poll-choice" in page_of(client, story)
    html = client.get(f"/reader.json?about={story.about}&items=1").json()["polls"]
    assert "<button" in next(iter(html.values()))


def test_a_readers_own_poll_is_the_one_of_the_page_that_django_makes_for_them(client, story):
    choose(client, items_of(story)["Faith"])
    told = client.get(f"/reader.json?about={story.about}&items=1").json()
    ((name, html),) = told["polls"].items()
    page = page_of(client, story)
    assert f'<poll-box class="poll" id="{name}"' in page
    assert html in page
    assert "polls" not in client.get(f"/reader.json?about={story.about}").json()


def test_the_data_says_what_an_auditor_and_a_program_need(client):
    story = closing(SOON)
    hope = items_of(story)["Hope"]
    first, second = client.get(f"{story.get_absolute_url()}.json").json()["items"]
    assert (first["id"], first["kind"], first["closes_at"]) == (
        *(hope.about, "option"),
        "2099-05-01T18:00:00Z",
    )
    assert first["block"] == second["block"]
    assert keys.of_points([hope.about]) == {keys.story(story.ulid)}


def test_a_preview_shows_the_poll_and_takes_nothing():
    page = making.draft(body=[poll("Hope", "Faith")]).make_preview_request().content.decode()
    assert "Choose one." in page
    assert "/items/" not in page


# What the editor is told


@pytest.mark.parametrize(
    "options", [["Hope"], [str(number) for number in range(13)], ["Hope", " hope"]]
)
def test_what_is_no_choice_is_refused(options):
    said = json.loads(json.dumps(poll(*options)[1]))
    with pytest.raises(ValidationError):
        Poll().clean(Poll().to_python(said))


def test_a_poll_with_two_options_is_taken_with_its_time():
    said = poll("Hope", "Faith", closes_at=SOON.isoformat())[1]
    cleaned = Poll().clean(Poll().to_python(said))
    assert cleaned["closes_at"] == SOON
    assert Poll().get_prep_value(cleaned)["closes_at"] == SOON.isoformat()
