"""The page that says how points are counted: what it claims, and what the policy makes of it."""

import re

import pytest

from plaudit.ledger import sealing
from plaudit.ledger.receipts import PROMISED_SECONDS
from plaudit.people.guests import YEAR
from plaudit.points.models import VoterLink

pytestmark = pytest.mark.django_db
PAGE = "/how-points-work"
CLAIMED = [
    "Every ballot that counted is in a public log.",
    "Nothing in it was changed, dropped or reordered after publication.",
    "The points on a page are the sum of the log.",
    "You can prove that your own ballot is in it.",
    "What moderators set aside is visible.",
]
NOT_CLAIMED = [
    "That ballots come from distinct people.",
    "That a receipt cannot be shown to someone who pays for votes.",
]


@pytest.fixture
def shown(client):
    def page():
        return client.get(PAGE).content.decode()

    return page


def test_it_claims_what_is_claimed_in_these_words_and_nothing_else(shown):
    page = shown()
    start, end = page.index('<div class="claims">'), page.index("Cheating is not made impossible")
    claimed, not_claimed = page[start:end].split("Not claimed")
    assert re.findall(r"<li>(.*?)</li>", claimed) == CLAIMED
    assert re.findall(r"<li>(.*?)</li>", not_claimed) == NOT_CLAIMED


def test_it_says_who_may_give_points_by_the_sites_own_policy(shown, policy):
    policy(guests_per_prefix=7)
    assert "Once 7 new guests of one network have given points" in shown()
    assert "give a point down" in shown()
    assert "is hidden from you until you have given yours" not in shown()
    policy(guests_may_vote=False, has_down_votes=False, is_blind=True)
    page = shown()
    assert "Readers with an account." in page
    assert "is hidden from you until you have given yours" in page
    for words in ("give a point down", "new guests of one network", "a guest’s secret key"):
        assert words not in page


def test_it_shows_the_checkpoint_once_there_is_one(shown, ledger_home):
    assert '<dl class="checkpoint">' not in shown()
    sealing.seal()
    assert '<dl class="checkpoint">' in shown()
    assert "plaudit audit http://127.0.0.1:8000" in shown()


def test_the_times_it_names_are_those_that_hold(shown):
    page = shown()
    assert f"{VoterLink.KEPT_DAYS} days after the last change" in page
    assert (PROMISED_SECONDS, YEAR) == (600, 365 * 24 * 3600)
    assert "within ten minutes" in page
    assert "a year, or until the cookie is deleted" in page
