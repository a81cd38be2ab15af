"""Many clicks at the same moment, with real commits: one choice is one choice, and a cap a cap."""

import pytest
from django.test import Client

from plaudit.points.models import Ballot
from tests.stories.items import choose, items_of, poll
from tests.support import making
from tests.support.racing import at_once


@pytest.fixture
def story(racing_db):
    return making.story(body=[poll("Hope", "Faith", "Charity")])


def test_however_many_arrive_at_once_one_option_stays_chosen(story):
    first, *others = items_of(story).values()
    reader = Client()
    choose(reader, first)
    cookie = reader.cookies["guest"].value

    def chooses(item):
        device = Client()
        device.cookies.load({"guest": cookie})
        return choose(device, item)

    answers = at_once([lambda item=item: chooses(item) for item in [first, *others] * 8])
    assert {answer.status_code for answer in answers} <= {200, 503}
    last = [
        Ballot.objects.filter(about=item.about).order_by("-rev").values_list("value", flat=True)[0]
        for item in [first, *others]
        if Ballot.objects.filter(about=item.about).exists()
    ]
    assert sum(last) == 1


def test_however_many_new_guests_of_a_network_arrive_at_once_the_poll_lets_in_so_many(story):
    options = list(items_of(story).values())
    answers = at_once([lambda item=item: choose(Client(), item) for item in options * 6])
    told = [answer.status_code for answer in answers]
    assert set(told) <= {200, 429, 503}
    let_in = Ballot.objects.values("tag").count()
    assert let_in == told.count(200) <= 5
    if 503 not in told:
        assert let_in == 5
