"""What is counted but not yet in the log is named next to the points, for whoever recounts."""

import json

import pytest

from plaudit.ledger import batches, sealing
from plaudit.points import ballots
from tests.rankings.making import give, stories

pytestmark = pytest.mark.django_db


def unsealed(client, story):
    one = client.get(f"{story.get_absolute_url()}.json").json()["unsealed"]
    many = json.loads(client.get(f"/points.json?about={story.about}").content)
    assert many[story.about]["unsealed"] == one
    return one


def test_a_ballot_is_unsealed_until_a_checkpoint_is_published(ledger_home, client):
    one, other = stories(2)
    give(one, 3)
    assert (unsealed(client, one), unsealed(client, other)) == (3, 0)
    ballots.draw()
    give(other, 2)
    assert (unsealed(client, one), unsealed(client, other)) == (3, 2)
    batches.take()
    state = batches.state_of()
    sealing.render(state)
    note = sealing.sign(state)
    assert unsealed(client, one) == 3
    sealing.publish(state, note)
    assert (unsealed(client, one), unsealed(client, other)) == (0, 2)
    ballots.draw()
    sealing.seal()
    assert unsealed(client, other) == 0
