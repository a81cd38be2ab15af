"""Many votes at once come to what they come to one by one, and leave the same behind."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaudit.points import ballots, bulk, caps
from plaudit.points.models import Ballot, PrefixCount
from plaudit.points.reckoning import Paper
from plaudit.points.voters import Voter
from tests.points import recounting
from tests.points.voting import subject

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 10, 9, 59, tzinfo=UTC)
CAP = 2
NONCES = [f"{number:021d}A" for number in range(4)]
ADDRESSES = ["203.0.113.9", "203.0.113.10", "198.51.100.1"]
KNOWN = [bytes([number]) * 32 for number in range(3)]

# (which subject, which known guest or a new one, value, nonce or one of its own, address)
votes = st.tuples(
    st.integers(0, 1),
    st.none() | st.integers(0, len(KNOWN) - 1),
    st.sampled_from([1, -1, 0]),
    st.none() | st.sampled_from(NONCES),
    st.sampled_from(ADDRESSES),
)


def one_by_one(about, voter, value, nonce, address):
    """As the ordinary desk does it."""
    try:
        with transaction.atomic():
            cast = ballots.cast(about, voter, value, nonce, NOW)
            if cast.rev == 1 and not caps.admit(about, address, CAP, NOW):
                raise ballots.NonceTaken
    except ballots.NonceTaken:
        return None
    return cast


def together(batch):
    salt = caps.salt_of(NOW.date())
    papers = [
        Paper(
            about, voter.tag(about), value, nonce, caps.hashed(about, address, salt), voter.is_new
        )
        for about, voter, value, nonce, address in batch
    ]
    casts, _ = bulk.cast(papers, CAP, NOW)
    return casts


def left_behind(abouts):
    """Everything but the ids, the subjects by their place."""
    rows = Ballot.objects.filter(about__in=abouts)
    return (
        sorted((abouts.index(row.about), row.rev, row.value, row.nonce) for row in rows),
        sorted((abouts.index(row.about), row.guests) for row in PrefixCount.objects.all()),
    )


def nameless(cast, abouts):
    """Everything but the tag, which is another on every subject; the subject by its place."""
    ballot = cast.in_force
    return cast.rev, ballot and (abouts.index(ballot.about), *ballot[2:])


def chains(abouts):
    return [recounting.has_unbroken_chains(about) for about in abouts]


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(votes, min_size=1, max_size=12), min_size=1, max_size=4))
def test_batches_are_what_their_votes_are_alone(batches):
    came_to, behind = [], []
    for is_together in (True, False):
        abouts = [subject(), subject()]
        news = iter(range(10_000))
        casts = []
        for batch in batches:
            wishes = []
            for place, guest, value, nonce, address in batch:
                number = next(news)
                secret = KNOWN[guest] if guest is not None else number.to_bytes(32, "big")
                voter = Voter(Ballot.Kind.GUEST, secret, is_new=guest is None)
                own = nonce or f"{number:020d}BA"
                wishes.append((abouts[place], voter, value, own, address))
            casts += together(wishes) if is_together else [one_by_one(*wish) for wish in wishes]
        came_to.append([cast and nameless(cast, abouts) for cast in casts])
        behind.append(left_behind(abouts))
        assert chains(abouts) == [True, True]
        PrefixCount.objects.all().delete()
    assert came_to[0] == came_to[1]  # the receipts' ballots included
    assert behind[0] == behind[1]


def test_the_statements_do_not_grow_with_the_votes(django_assert_num_queries):
    about, salt = subject(), caps.salt_of(NOW.date())
    papers = [
        Paper(about, f"{n:043d}", 1, f"{n:021d}A", caps.hashed(about, f"10.0.{n}.1", salt), True)
        for n in range(200)
    ]
    with django_assert_num_queries(5):  # nonces, tags, blocks, ballots, counts
        bulk.cast(papers, CAP, NOW)
