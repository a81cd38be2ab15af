"""How many new guests an address block may bring, and what is known of it afterwards."""

from datetime import UTC, date, datetime, timedelta

import altcha
import pytest
import time_machine
from django.test import Client

from plaudit.points import caps, keeping, parsing, proofs, voters
from plaudit.points.models import DailySalt, PrefixCount, SpentProof, VoterLink
from tests.points.voting import give, given, press, subject
from tests.support import making

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def solved(challenge):
    """What the browser sends back, as src/plaudit/static/plaudit/js/proof.js makes it."""
    found = altcha.Challenge.from_dict(challenge)
    return altcha.Payload(found, altcha.solve_challenge(found)).to_base64()


def fill(story, guests=5, **more):
    for _ in range(guests):
        assert give(Client(), story, 1, **more).status_code == 200


def over_the_cap(story, client=None):
    """A guest who is one too many, and the challenge."""
    client = client or Client()
    response = give(client, story, 1)
    assert response.status_code == 429
    return client, response.json()["challenge"]


# The cap


def test_the_sixth_new_guest_of_a_block_is_asked_for_work(client, story):
    fill(story)
    response = give(client, story, 1)
    answer = response.json()
    assert (response.status_code, answer["code"]) == (429, "proof_needed")
    assert answer["challenge"]["signature"]
    assert answer["sign_in"].startswith("/accounts/login/?next=")
    assert len(given(story.about)) == 5


def test_the_newsroom_sets_how_many(client, story, policy):
    policy(guests_per_prefix=1)
    fill(story, 1)
    assert give(client, story, 1).status_code == 429


def test_another_story_another_block_another_day_are_counted_apart(story):
    fill(story)
    fill(making.story("Another story"), 5)
    fill(story, 5, REMOTE_ADDR="203.0.113.9")
    with time_machine.travel(datetime.now(UTC) + timedelta(days=1)):
        fill(story, 5)
    over_the_cap(story)


def test_a_block_is_a_24th_or_a_48th(story, policy):
    policy(guests_per_prefix=1)
    for first, neighbour in (
        ("203.0.113.1", "203.0.113.200"),
        ("2001:db8:1::1", "2001:db8:1:ffff::1"),
    ):
        assert give(Client(), story, 1, REMOTE_ADDR=first).status_code == 200
        assert give(Client(), story, 1, REMOTE_ADDR=neighbour).status_code == 429


def test_members_are_not_counted(client, alice, story):
    fill(story)
    client.force_login(alice)
    assert give(client, story, 1).status_code == 200


def test_a_guest_who_comes_back_is_not_counted_again(story):
    first = Client()
    for value in (1, -1, 0, 1, 0, 1):
        give(first, story, value)
    fill(story, 4)
    assert give(first, story, -1).status_code == 200
    assert PrefixCount.objects.get().guests == 5


def test_who_is_turned_away_is_not_counted_and_leaves_no_ballot(story):
    fill(story)
    for _ in range(3):
        over_the_cap(story)
    assert PrefixCount.objects.get().guests == 5
    assert len(given(story.about)) == 5


def test_a_browser_without_javascript_is_shown_the_way_to_sign_in(client, story):
    fill(story)
    response = press(client, story, "1")
    assert response.status_code == 429
    assert "Or sign in" in response.content.decode()
    assert "/accounts/login/?next=" in response.content.decode()


# The proof of work


def test_work_done_is_a_ballot(story):
    fill(story)
    client, challenge = over_the_cap(story)
    response = give(client, story, 1, proof=solved(challenge))
    assert response.status_code == 200
    assert response.json()["points"]["guests"] == 6
    assert give(client, story, 0).json()["points"]["guests"] == 5


def test_the_cookie_comes_with_the_challenge_so_that_the_work_is_this_guests(story):
    fill(story)
    client = Client()
    assert "guest" in give(client, story, 1).cookies
    assert "guest" not in give(client, story, 1).cookies


def test_work_is_worth_nothing_to_another_guest(story):
    fill(story)
    _, challenge = over_the_cap(story)
    other, _ = over_the_cap(story)
    assert give(other, story, 1, proof=solved(challenge)).status_code == 429


def test_work_is_worth_nothing_on_another_story(story):
    other = making.story("Another story")
    fill(story)
    fill(other)
    client, challenge = over_the_cap(story)
    assert give(client, other, 1, proof=solved(challenge)).status_code == 429


def test_work_done_too_late_is_asked_for_again(story):
    fill(story)
    client, challenge = over_the_cap(story)
    proof = solved(challenge)
    with time_machine.travel(datetime.now(UTC) + 6 * MINUTE):
        response = give(client, story, 1, proof=proof)
    assert response.status_code == 429
    assert response.json()["challenge"] != challenge


def test_work_is_not_asked_for_nor_spent_below_the_cap(client, story):
    assert give(client, story, 1, proof="YWJj").status_code == 200
    assert not SpentProof.objects.exists()


@pytest.mark.parametrize(
    "proof", ["YWJj", "bnVsbA==", "e30=", "W10=", "eyJjaGFsbGVuZ2UiOiJ4Iiwic29sdXRpb24iOjF9", "A"]
)
def test_what_is_no_proof_is_none(story, proof):
    fill(story)
    client, _ = over_the_cap(story)
    assert give(client, story, 1, proof=proof).status_code == 429


def test_a_challenge_made_easier_is_none():
    about, tag = subject(), "t" * 43
    challenge = proofs.challenge(about, tag, datetime.now(UTC))
    challenge["parameters"] |= {"keyPrefix": "", "cost": 1}
    assert not proofs.spend(solved(challenge), about, tag, datetime.now(UTC))


def test_a_proof_is_good_once():
    about, tag, now = subject(), "t" * 43, datetime.now(UTC)
    proof = solved(proofs.challenge(about, tag, now))
    assert [proofs.spend(proof, about, tag, now) for _ in range(2)] == [True, False]


def test_the_work_is_about_a_second_on_a_phone_and_bounded():
    """A phone derives about a million iterations of PBKDF2 in a second."""
    challenge = proofs.challenge(subject(), "t" * 43, NOON)
    parameters = challenge["parameters"]
    assert parameters["algorithm"] == "PBKDF2/SHA-256"
    assert proofs.TRIES.stop * parameters["cost"] <= 1_500_000
    assert proofs.TRIES.start * parameters["cost"] >= 500_000
    assert len(parameters["keyPrefix"]) == 32  # one counter is right, and no other
    assert parameters["expiresAt"] == (NOON + 5 * MINUTE).timestamp()
    assert "data" not in parameters


def test_a_proof_fits_into_a_vote():
    proof = solved(proofs.challenge(subject(), "t" * 43, NOON))
    assert len(proof) < parsing.LONGEST_PROOF / 2
    assert parsing.PROOF.fullmatch(proof)


# What is kept


def test_an_address_block_has_another_name_on_every_subject_and_day():
    salts = [caps.salt_of(date(2026, 11, day)) for day in (24, 25)]
    names = {
        caps.hashed(about, address, salt)
        for about in (subject(), subject())
        for address in ("203.0.113.9", "203.0.112.9")
        for salt in salts
    }
    assert len(names) == 8
    assert {len(name) for name in names} == {43}


def test_a_days_salt_stays_the_same_that_day():
    assert caps.salt_of(NOON.date()) == caps.salt_of(NOON.date())
    assert len(caps.salt_of(NOON.date())) == 32


@pytest.mark.parametrize(
    ("passed", "is_kept"),
    [
        (timedelta(hours=0), True),
        (timedelta(hours=12, minutes=59), True),  # a vote that began before midnight
        (timedelta(hours=13), False),
    ],
)
def test_a_salt_goes_with_its_day_and_takes_the_counts_along(passed, is_kept):
    caps.admit(subject(), "203.0.113.9", 5, NOON)
    keeping.forget(NOON + passed)
    assert DailySalt.objects.exists() is is_kept
    assert PrefixCount.objects.exists() is is_kept


def test_no_salt_lives_48_hours():
    midnight = datetime(2026, 11, 24, tzinfo=UTC)
    caps.salt_of(midnight.date())
    keeping.forget(midnight + timedelta(hours=25))
    assert not DailySalt.objects.exists()


def test_a_days_count_does_not_hinge_on_the_sites_time_zone():
    late = datetime.fromisoformat("2026-11-25T01:30:00+03:00")
    caps.admit(subject(), "203.0.113.9", 5, late)
    assert DailySalt.objects.get().day == date(2026, 11, 24)


def test_spent_proofs_go_when_they_would_have_expired_anyway():
    SpentProof.objects.create(digest="a", spent_at=NOON)
    keeping.forget(NOON + 9 * MINUTE)
    assert SpentProof.objects.exists()
    keeping.forget(NOON + 11 * MINUTE)
    assert not SpentProof.objects.exists()


def test_links_to_members_go_after_90_days(alice):
    tag = voters.member(alice).tag(subject())
    VoterLink.objects.create(user=alice, about=subject(), tag=tag, cast_on=NOON.date())
    keeping.forget(NOON + timedelta(days=90))
    assert VoterLink.objects.exists()
    keeping.forget(NOON + timedelta(days=91))
    assert not VoterLink.objects.exists()
