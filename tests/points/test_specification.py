"""docs/spec/ballots.md tells the truth: its example and vector are computed again here."""

import json
import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from plaudit import settings
from plaudit.people import guests
from plaudit.points import caps, parsing, proofs, refusals, voters
from plaudit.points.models import Ballot, VoterLink
from plaudit.tlog import notes
from plaudit.tlog.keys import SignerKey
from tests.points.test_tags import as_specified
from tests.points.voting import give

PAGE = (Path(__file__).parents[2] / "docs" / "spec" / "ballots.md").read_text()
FIELDS = re.compile(r"^(\w+) +(\S+)$", re.MULTILINE)


def block(beginning):
    """The fields of the first code block that begins so."""
    return dict(FIELDS.findall(PAGE[PAGE.index(f"```\n{beginning}") :].split("```")[1]))


def test_the_vector_is_right():
    vector = block("K ")
    secret = bytes.fromhex(vector["K"])
    assert voters.tag(vector["origin"], vector["about"], secret) == vector["tag"]
    assert as_specified(vector["origin"], vector["about"], secret) == vector["tag"]
    response = HttpResponse()
    guests.remember(response, secret)
    assert response.cookies["guest"].value == vector["cookie"]


def test_the_example_is_a_ballot_of_the_vectors_voter():
    example, vector = block("about"), block("K ")
    assert (example["about"], example["tag"]) == (vector["about"], vector["tag"])
    assert parsing.NONCE.fullmatch(example["nonce"])
    body = re.search(r"^{\"value.*}$", PAGE, re.MULTILINE)
    assert body is not None
    assert parsing.vote(parsing.JSON, body[0].encode()) == parsing.Vote(1, example["nonce"])
    fields = {field.db_column or field.name for field in Ballot._meta.get_fields()}
    assert fields == {*example, "id", "number", "slot"}


@pytest.mark.django_db
def test_the_example_can_be_held(story, monkeypatch, tmp_path):
    """The guest of the vector gives the point of the example."""
    vector, example = block("K "), block("about")
    here = settings.load().model_copy(update={"origin": vector["origin"], "home": tmp_path})
    monkeypatch.setattr(settings, "load", lambda: here)
    type(story).objects.filter(pk=story.pk).update(ulid=vector["about"].removeprefix("s/"))
    client = Client()
    client.cookies["guest"] = vector["cookie"]
    answer = give(client, story, 1, nonce=example["nonce"])
    row = Ballot.objects.get()
    assert row.tag == example["tag"]
    assert (row.about, str(row.rev), str(row.value)) == (
        *(example["about"], example["rev"], example["value"]),
    )
    assert (row.kind, row.nonce) == (example["class"], example["nonce"])
    shown = json.loads(
        re.search(r'^{"value": 1, "points".*?\\n"}$', PAGE, re.MULTILINE | re.DOTALL)[0]
    )
    assert shown.keys() == answer.json().keys()
    assert list(shown["points"]) == list(answer.json()["points"])
    assert shown["leaf"] == answer.json()["leaf"]
    note = notes.parse(shown["ack"].encode())
    note.verified([SignerKey(f"{vector['origin']}/ack", bytes(range(32))).verifier])
    assert note.text.split("\n")[:3] == answer.json()["ack"].split("\n")[:3]
    points = shown["points"]
    assert points["total"] == points["up"] - points["down"] + points["carried"]
    assert points["total"] == points["members"] + points["guests"] + points["fediverse"]


def test_the_limits_are_those_of_the_code():
    for said in (
        f"at most {parsing.LARGEST:,} bytes",
        f"of {proofs.COST:,} iterations",
        f"from {proofs.TRIES.start} to {proofs.TRIES.stop - 1}",
        f"for {proofs.LIFETIME.seconds // 60} minutes",
        f"| {VoterLink.KEPT_DAYS} days",
        f"Max-Age={guests.YEAR}",
    ):
        assert said in PAGE
    assert caps.GRACE.seconds == 3600


def test_every_way_to_refuse_is_in_the_table():
    source = Path(refusals.__file__).read_text()
    ways = re.findall(r'Refusal\(\s*(\d{3}),\s*"(\w+)"', source)
    assert len(ways) == 7
    for status, code in ways:
        assert f"| {status} | `{code}` |" in PAGE
