"""Votes on the fast way and on the ordinary one: nobody can tell which way an answer came."""

import json
import re
import threading
import time

import pytest

from plaudit.people.models import Policy
from plaudit.points.models import Ballot
from plaudit.recount import leaves
from plaudit.tlog import hashes, notes
from plaudit.tlog.canonical import to_base64
from plaudit.tlog.keys import SignerKey
from tests.stories.items import items_of, poll
from tests.support import making
from tests.support.calling import Caller

JSON = "application/json"
# In the leaf about, tag and nonce; in the promise of it the hash, the deadline, the signature.
OF_ONE_VOTE = re.compile(
    r"(?<=about )\S{28}|(?<=tag )\S{43}|(?<=nonce )\S{22}|\S{44}\\n\d{10}|\S{92}"
)


@pytest.fixture
def story(running_site):
    with running_site.database():
        return making.story()


def vote(site, story, body, *, is_ordinary=False, **headers):
    """A guest's vote; the ordinary way is the one of an address with a query."""
    path = f"{story.get_absolute_url()}/point{'?way=ordinary' if is_ordinary else ''}"
    fields = {"Content_Type": JSON, "Accept": JSON, "Origin": site.url} | headers
    return Caller(site).ask("POST", path, body, **fields)


def told(answer):
    """Everything but what is of the moment: the time, and the secret of a new guest."""
    headers = {name.lower(): value for name, value in answer.getheaders()}
    headers.pop("date")
    cookie = headers.pop("set-cookie", "")
    names = [part.partition("=")[0].strip() for part in cookie.split(";")]
    return answer.status, headers, names, OF_ONE_VOTE.sub("", answer.text)


def test_the_options_of_a_poll_share_one_cap_whichever_way_a_vote_goes(running_site):
    with running_site.database():
        story = making.story(body=[poll("Hope", "Faith", "Charity")])
        hope, faith, charity = items_of(story).values()
        most = Policy.load().guests_per_prefix
    where = [f"{story.get_absolute_url()}/items/{one.ulid}" for one in (hope, faith, charity)]
    answers = [Caller(running_site).gives(path).status for path in where * most]
    assert answers == [200] * most + [429] * (len(answers) - most)
    assert Caller(running_site).gives(story.get_absolute_url()).status == 200


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ('{"value": 1}', {}),
        ('{"value": -1}', {}),
        ('{"value": 1}', {"Accept_Encoding": "gzip, br"}),
        ('{"value": 0}', {}),
        ('{"value": 2}', {}),
        ('{"value": 1', {}),
        ('{"value": 1}', {"Origin": "https://elsewhere.example"}),
        ('{"value": 1}', {"Sec_Fetch_Site": "cross-site"}),
        ('{"value": 1}', {"Content_Type": "text/plain"}),
        ('{"value": 1}', {"Host": "elsewhere.example"}),
    ],
)
def test_both_ways_answer_alike(running_site, body, headers):
    with running_site.database():
        stories = [making.story("The same to both"), making.story("The same to both")]
    fast = vote(running_site, stories[0], body, **headers)
    ordinary = vote(running_site, stories[1], body, is_ordinary=True, **headers)
    assert told(fast) == told(ordinary)


def test_both_ways_give_the_same_receipt(running_site, story):
    body = '{"value": 1, "nonce": "AAECAwQFBgcICQoLDA0ODw"}'
    cookie = {"Cookie": f"guest={'A' * 43}"}
    ack_key = SignerKey.parse((running_site.home / "keys/ack.key").read_text()[:-1]).verifier
    fast, ordinary, again = (
        json.loads(vote(running_site, story, body, is_ordinary=is_ordinary, **cookie).text)
        for is_ordinary in (False, True, False)
    )
    assert fast["leaf"] == ordinary["leaf"] == again["leaf"]
    assert leaves.parse(fast["leaf"].encode()).nonce == "AAECAwQFBgcICQoLDA0ODw"
    texts = {check(one["ack"], ack_key).rpartition("\n")[0] for one in (fast, ordinary, again)}
    leaf_hash = to_base64(hashes.leaf_hash(fast["leaf"].encode()))
    assert texts == {f"plaudit/ack/v1\n{ack_key.name.removesuffix('/ack')}\n{leaf_hash}"}


def check(ack, key):
    """The text of a promise that the key has signed, which is kept within ten minutes."""
    note = notes.parse(ack.encode())
    note.verified([key])
    text = note.text.removesuffix("\n")
    assert 590 < int(text.rpartition("\n")[2]) - time.time() <= 600
    return text


def test_a_story_that_was_taken_back_takes_no_point_at_once(running_site, story):
    assert vote(running_site, story, '{"value": 1}').status == 200
    with running_site.database():
        type(story).objects.filter(pk=story.pk).update(live=False)
    assert vote(running_site, story, '{"value": 1}').status == 403


def test_one_guest_who_asks_fifty_times_at_once_gives_one_point(running_site, story):
    guest = Caller(running_site)
    guest.gives(story.get_absolute_url(), 0)
    guest.cookies["guest"] = "A" * 43
    answers = []

    def give():
        one = Caller(running_site)
        one.cookies.update(guest.cookies)
        answers.append(one.gives(story.get_absolute_url()))

    threads = [threading.Thread(target=give) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status for answer in answers} == {200}
    assert {json.loads(answer.text)["value"] for answer in answers} == {1}
    with running_site.database():
        assert Ballot.objects.filter(about=story.about).count() == 1


def test_beyond_the_cap_the_fast_way_asks_for_work_like_the_ordinary(running_site, story):
    answers = [vote(running_site, story, '{"value": 1}') for _ in range(7)]
    assert [answer.status for answer in answers] == [200] * 5 + [429] * 2
    assert "challenge" in json.loads(answers[-1].text)
