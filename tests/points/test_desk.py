"""The voting desk, asked as a browser with a script, one without, and a program ask it."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plaudit.ledger import keys
from plaudit.people.models import Policy
from plaudit.points import ballots, desk, parsing
from plaudit.points.models import Ballot, MemberSecret, PrefixCount, VoterLink
from plaudit.points.parsing import FORM
from plaudit.points.slips import NO_RECEIPT
from plaudit.recount import leaves
from plaudit.stories import newsdesk
from plaudit.tlog import hashes, notes
from plaudit.tlog.canonical import to_base64
from tests.points.voting import address, give, given, press
from tests.support import making

pytestmark = pytest.mark.django_db

ONE_POINT = dict.fromkeys(["down", "members", "fediverse", "set_aside", "carried"], 0)
ONE_POINT |= {"total": 1, "up": 1, "guests": 1}


def refusal(response):
    """The status and code, after a look at the rest that every refusal has."""
    answer = response.json()
    assert answer["error"].endswith(".")
    assert "guest" not in response.cookies or response.status_code == 429
    return response.status_code, answer["code"]


def lasting(response):
    """All of an answer but the promise, which ends so long after the answer."""
    return {name: said for name, said in response.json().items() if name != "ack"}


def test_a_guest_gives_a_point(client, story):
    response = give(client, story, 1)
    assert response.status_code == 200
    answer = response.json()
    assert (answer["value"], answer["points"]) == (1, ONE_POINT)
    assert list(answer) == ["value", "points", "leaf", "ack"]
    assert response["Cache-Control"] == "no-store"
    assert given(story.about) == [(1, 1)]


def test_a_guest_changes_and_withdraws_it(client, story):
    answers = [give(client, story, value).json() for value in (1, -1, 0)]
    assert [answer["value"] for answer in answers] == [1, -1, 0]
    assert [answer["points"]["total"] for answer in answers] == [1, -1, 0]
    assert given(story.about) == [(1, 1), (2, -1), (3, 0)]


def test_the_cookie_comes_with_the_first_ballot_and_never_again(client, story):
    other = making.story("Another story")
    assert "guest" in give(client, story, 1).cookies
    assert "guest" not in give(client, story, 0).cookies
    assert "guest" not in give(client, other, 1).cookies


def test_looking_sets_no_cookie(client, story):
    client.get(story.get_absolute_url())
    client.get(f"{story.get_absolute_url()}.json")
    client.get(f"{story.get_absolute_url()}/points")
    assert not client.cookies


def test_who_has_nothing_to_withdraw_gets_no_cookie(client, story):
    response = give(client, story, 0)
    assert response.json()["value"] == 0
    assert not response.cookies
    assert given(story.about) == []


def test_two_guests_are_two(story):
    give(Client(), story, 1)
    assert give(Client(), story, 1).json()["points"]["guests"] == 2


def test_a_member_gives_a_point_from_every_device(alice, story):
    for _ in range(2):
        device = Client()
        device.force_login(alice)
        response = give(device, story, 1)
        assert "guest" not in response.cookies
    assert response.json()["points"] == ONE_POINT | {"members": 1, "guests": 0}
    assert given(story.about) == [(1, 1)]
    assert VoterLink.objects.get().user_id == alice.pk


def test_a_repeated_request_has_the_same_answer_and_no_second_effect(client, story):
    nonce = ballots.new_nonce()
    first = give(client, story, 1, nonce=nonce)
    assert lasting(give(client, story, 1, nonce=nonce)) == lasting(first)
    assert given(story.about) == [(1, 1)]


def test_it_may_be_repeated_before_the_cookie_has_arrived(story):
    nonce = ballots.new_nonce()
    first, again = (give(Client(), story, 1, nonce=nonce) for _ in range(2))
    assert lasting(again) == lasting(first)
    assert "guest" in first.cookies
    assert "guest" not in again.cookies
    assert given(story.about) == [(1, 1)]


def test_somebody_elses_nonce_is_refused(client, story):
    give(Client(), story, 1, nonce="A" * 22)
    give(client, making.story("Another story"), 1)
    assert refusal(give(client, story, 1, nonce="A" * 22)) == (400, "bad_value")
    assert given(story.about) == [(1, 1)]


def test_without_a_nonce_the_server_chooses_one(client, story):
    client.post(address(story), '{"value": 1}', content_type="application/json")
    assert parsing.NONCE.fullmatch(Ballot.objects.get().nonce)


# The receipt


def test_a_vote_is_answered_with_its_leaf_and_a_promise_of_it(client, story):
    nonce = ballots.new_nonce()
    answer = give(client, story, -1, nonce=nonce).json()
    leaf = leaves.parse(answer["leaf"].encode())
    row = Ballot.objects.get()
    assert leaf == leaves.Ballot(story.about, row.tag, 1, -1, "g", nonce)
    note = notes.parse(answer["ack"].encode())
    note.verified([keys.ack_signer().verifier])
    assert note.text.split("\n")[2] == to_base64(hashes.leaf_hash(answer["leaf"].encode()))


def test_what_changes_nothing_has_the_receipt_of_the_ballot_in_force(client, story):
    nonce = ballots.new_nonce()
    first, again, repeated, withdrawn, twice, late = (
        give(client, story, value, **more).json()["leaf"]
        for value, more in (
            *((1, {"nonce": nonce}), (1, {}), (1, {"nonce": nonce})),
            *((0, {}), (0, {}), (1, {"nonce": nonce})),
        )
    )
    assert first == again == repeated
    assert withdrawn == twice == late
    assert leaves.parse(withdrawn.encode()).rev == 2


def test_a_members_receipt_is_of_a_members_ballot(client, alice, story):
    client.force_login(alice)
    assert leaves.parse(give(client, story, 1).json()["leaf"].encode()).kind == "m"


def test_who_has_nothing_in_force_gets_no_receipt(client, story):
    answer = give(client, story, 0).json()
    assert (answer["leaf"], answer["ack"]) == (None, None)


def test_without_a_key_to_promise_with_no_vote_is_taken(client, story, monkeypatch):
    def gone():
        raise keys.NoKey("The key is gone.")

    monkeypatch.setattr(keys, "ack_signer", gone)
    client.raise_request_exception = False
    assert give(client, story, 1).status_code == 500
    assert given(story.about) == []


# A browser without JavaScript


def test_a_form_comes_back_to_the_page_with_its_vote_shown(client, story):
    response = press(client, story, "1")
    assert response.status_code == 303
    assert response["Location"] == f"{story.get_absolute_url()}#points"
    page = client.get(story.get_absolute_url())
    assert page.context["my_value"] == 1
    assert page.context["points"].total == 1


def test_a_form_that_is_refused_gets_a_page_with_the_way_back(client, story, policy):
    policy(guests_may_vote=False)
    response = press(client, story, "1")
    page = response.content.decode()
    assert response.status_code == 403
    assert "text/html" in response["Content-Type"]
    assert "Please sign in." in page
    assert f'href="{story.get_absolute_url()}"' in page
    assert f"/accounts/login/?next={story.get_absolute_url().replace('/', '%2F')}" in page


def test_a_form_with_a_wrong_value_says_what_is_right(client, story):
    response = press(client, story, "2")
    assert response.status_code == 400
    assert "value is 1 for a point" in response.content.decode()


# What is refused


@pytest.mark.parametrize(
    "value", [2, -2, "1", "+1 ", True, None, [1], {"value": 1}, 1e9, 1.0, "１", "١", ""]
)
def test_no_other_value_is_stored(client, story, value):
    assert refusal(give(client, story, value)) == (400, "bad_value")
    assert given(story.about) == []


def test_what_is_too_large_is_not_even_read(client, story):
    assert refusal(give(client, story, 1, proof="A" * 20_000)) == (400, "bad_value")


@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data; boundary=x", ""])
def test_no_other_kind_of_body_is_read(client, story, content_type):
    response = client.post(
        address(story),
        b'{"value": 1}',
        content_type=content_type,
        headers={"Accept": "application/json"},
    )
    assert refusal(response) == (400, "bad_value")


@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete"])
def test_only_post_gives_a_point(client, story, method):
    assert getattr(client, method)(address(story)).status_code == 405
    assert given(story.about) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "same-origin, cross-site"},
    ],
)
def test_another_sites_page_gives_no_point(client, alice, story, headers):
    client.force_login(alice)
    assert refusal(give(client, story, 1, headers=headers)) == (403, "cross_site")
    assert given(story.about) == []


def test_neither_does_another_sites_form(client, story):
    response = client.post(
        address(story),
        "value=1",
        content_type="application/x-www-form-urlencoded",
        headers={"Origin": "https://evil.example"},
    )
    assert response.status_code == 403
    assert given(story.about) == []


def test_a_program_without_such_headers_may(client, story):
    response = client.post(address(story), '{"value": 1}', content_type="application/json")
    assert response.status_code == 200


# Policies


def test_guests_may_be_kept_from_voting_and_members_still_may(client, alice, story, policy):
    policy(guests_may_vote=False)
    response = give(client, story, 1)
    assert refusal(response) == (403, "guests_off")
    assert response.json()["sign_in"].startswith("/accounts/login/?next=%2Fstories%2F")
    client.force_login(alice)
    assert give(client, story, 1).json()["value"] == 1


def test_points_down_may_be_off(client, story, policy):
    policy(has_down_votes=False)
    assert refusal(give(client, story, -1)) == (403, "down_off")
    assert give(client, story, 1).json()["value"] == 1


@pytest.mark.parametrize("change", [{"guests_may_vote": False}, {"has_down_votes": False}])
def test_what_was_given_before_a_policy_can_be_taken_back_under_it(client, story, policy, change):
    give(client, story, -1)
    policy(**change)
    assert give(client, story, 0).json()["value"] == 0
    assert given(story.about) == [(1, -1), (2, 0)]


def test_a_page_opened_before_its_story_moved_still_gives_points(client, story):
    old = story.slug
    story.slug = "another-address"
    newsdesk.publish(story)
    answer = client.post(f"/stories/{old}/point", '{"value": 1}', "application/json")
    assert answer.json()["points"]["total"] == 1
    pressed = Client().post(f"/stories/{old}/point", "value=1", FORM)
    assert pressed["Location"] == "/stories/another-address#points"
    assert client.post(f"/stories/{old}/share").json() == {"shares": 1}


def test_an_old_address_of_what_was_taken_off_gives_none(client, story):
    old = story.slug
    story.slug = "another-address"
    newsdesk.publish(story)
    newsdesk.unpublish(story)
    answer = client.post(f"/stories/{old}/point", '{"value": 1}', "application/json")
    assert refusal(answer) == (403, "closed")


# What takes no points


def closed_story():
    return making.story("Closed", is_closed=True)


def taken_off_the_site():
    story = making.story("Taken off")
    newsdesk.unpublish(story)
    return story


def draft():
    return making.draft("A draft")


def deleted():
    story = making.story("Deleted")
    story.delete()
    return story


@pytest.mark.parametrize("made", [closed_story, taken_off_the_site, draft, deleted])
def test_nothing_can_be_found_out_about_what_takes_no_points(client, bob, story, made):
    """Closed, unpublished, deleted, never there, one's own: the same answer to the letter."""
    hidden = made()
    own = making.story("By Bob", authors=[making.author("Bob", user=bob)])
    signed_in = Client()
    signed_in.force_login(bob)
    answers = [give(who, hidden, 1) for who in (client, signed_in)]
    answers.append(give(signed_in, own, 1))
    answers.append(client.post("/stories/never-there/point", '{"value": 1}', "application/json"))
    assert {refusal(answer) for answer in answers} == {(403, "closed")}
    assert len({answer.content for answer in answers}) == 1
    assert not Ballot.objects.exists()
    assert not MemberSecret.objects.exists()


def test_the_page_for_it_does_not_tell_either(client):
    hidden = [closed_story(), draft(), taken_off_the_site(), deleted()]
    pages = [press(client, story, "1") for story in hidden]
    pages.append(client.post("/stories/never-there/point", "value=1", parsing.FORM))
    assert {page.status_code for page in pages} == {403}
    assert len({page.content for page in pages}) == 1


def test_nobody_gives_a_point_to_a_story_of_their_own(client, alice, bob):
    written = making.story("By Bob", authors=[making.author("Bob", user=bob)])
    made = making.story("Put in by Bob", owner=bob)
    client.force_login(bob)
    assert [refusal(give(client, story, 1)) for story in (written, made)] == [(403, "closed")] * 2
    client.force_login(alice)
    assert give(client, written, 1).status_code == 200


# What it leaves behind, and what it costs


def test_the_address_of_a_guest_is_nowhere(client, story):
    give(client, story, 1, REMOTE_ADDR="203.0.113.77")
    stored = json.dumps(
        list(PrefixCount.objects.values()) + list(Ballot.objects.values()), default=str
    )
    assert "203.0.113" not in stored


def queries_of(client, story, value):
    with CaptureQueriesContext(connection) as queries:
        assert give(client, story, value).status_code == 200
    return [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]


def test_a_vote_takes_few_queries(client, alice, story):
    give(Client(), story, 1)  # the day's salt
    about_the_story = 3  # the story, its bylines, their authors
    first, again = queries_of(client, story, 1), queries_of(client, story, -1)
    assert len(first) <= about_the_story + 5, first  # policy, ballot, salt, cap, points
    assert len(again) <= about_the_story + 3, again
    member = Client()
    member.force_login(alice)
    give(member, story, 1)
    assert len(queries_of(member, story, -1)) <= about_the_story + 3 + 4  # session, user, K, link


def test_a_subject_that_is_not_there_takes_no_query_but_the_policy(rf):
    request = rf.post("/", '{"value": 1}', content_type="application/json")
    Policy.load()
    with CaptureQueriesContext(connection) as queries:
        assert desk.give(request, None, lambda _ballot: NO_RECEIPT).status_code == 403
    assert len(queries) <= 1
