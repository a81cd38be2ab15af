"""The receipt that a reader without scripts fetches: of the own ballot in force, and no other."""

import re

import pytest
from django.test import Client

from plaudit.ledger import keys
from plaudit.points.models import Ballot
from plaudit.recount import leaves
from plaudit.tlog import hashes, notes
from plaudit.tlog.canonical import to_base64
from tests.points.voting import press
from tests.support import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db):
    return making.story()


def fetched(client, story):
    return client.get(f"{story.get_absolute_url()}/receipt")


def test_it_is_a_file_with_the_leaf_and_a_promise_that_verifies(client, story):
    press(client, story, "1")
    answer = fetched(client, story)
    assert answer["Content-Disposition"] == f'attachment; filename="receipt-{story.slug}-1.json"'
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert "Access-Control-Allow-Origin" not in answer
    receipt, row = answer.json(), Ballot.objects.get()
    leaf = leaves.Ballot(story.about, row.tag, 1, 1, "g", row.nonce)
    assert leaves.parse(receipt["leaf"].encode()) == leaf
    note = notes.parse(receipt["ack"].encode())
    note.verified([keys.VerifierKey.parse(receipt["keys"][1])])
    assert note.text.split("\n")[2] == to_base64(hashes.leaf_hash(receipt["leaf"].encode()))
    assert receipt["nonce_by"] == "server"


def test_it_is_of_the_ballot_in_force(client, story):
    for value in ("1", "-1", "0"):
        press(client, story, value)
        leaf = leaves.parse(fetched(client, story).json()["leaf"].encode())
        assert leaf.value == int(value)
    assert leaf.rev == 3


def test_a_member_gets_the_members_own(client, django_user_model, story):
    client.force_login(django_user_model.objects.create_user("alice", "alice@reader.example"))
    press(client, story, "1")
    assert "class m" in fetched(client, story).json()["leaf"]


def test_who_gave_nothing_has_none_and_is_told_so(client, story):
    press(Client(), story, "1")
    answer = fetched(client, story)
    assert answer.status_code == 404
    assert "this browser gave none to this story" in answer.content.decode()
    assert not answer.cookies


def test_the_page_leads_to_it_once_there_is_one(client, story):
    def shown():
        page = client.get(story.get_absolute_url()).content.decode()
        assert f'href="{story.get_absolute_url()}/receipt"' in page
        return [tag.endswith(" inert>") for tag in re.findall("<vote-receipt [^>]*>", page)]

    assert shown() == [True, True]
    press(client, story, "1")
    assert shown() == [False, False]
