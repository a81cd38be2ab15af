"""The same seed prints the same archive; and the site goes on from there."""

import pytest
from django.db import transaction

from plaudit.demo import archive, readers
from plaudit.demo.chance import Chance
from plaudit.demo.presses import originals
from plaudit.demo.presses.plan import Sizes
from plaudit.demo.presses.printing import Press
from plaudit.points.models import Ballot
from plaudit.stories.models import Story
from tests.rankings.making import NOON
from tests.support import making

pytestmark = pytest.mark.django_db
TOLD = archive.stories(3)


def press(seed, said):
    for told in TOLD:
        making.story(told.headline, slug=told.slug, tags=[*told.tags], authors=[making.author()])
    chance = Chance(seed)
    members = readers.join(50, chance.branch("readers"))
    Press(originals.find(TOLD), members, NOON, chance).print(
        Sizes(200, 2_000), lambda *told: said.append(told)
    )


def course(seed):
    """What is seen of an archive, which is thrown away again."""
    with transaction.atomic():
        press(seed, [])
        printed = Story.objects.exclude(slug__in=[told.slug for told in TOLD]).order_by("pk")
        ballots = Ballot.objects.order_by("number")
        found = (
            list(printed.values_list("ulid", "slug", "headline", "first_published_at")),
            list(ballots.values_list("about", "tag", "rev", "value", "kind", "nonce", "slot")),
        )
        transaction.set_rollback(True)
    return found


def test_the_same_seed_prints_the_same_archive_and_another_seed_another():
    first, again, other = course(1), course(1), course(2)
    assert first == again
    assert first[1] != other[1]
    assert len(first[0]) == 200


def test_it_says_how_far_it_has_come():
    said = []
    press(1, said)
    assert said == [("Archive", 200, 200)]


def test_the_next_story_finds_a_number_that_is_free():
    press(1, [])
    assert (
        making.story("After the archive").pk > Story.objects.filter(slug__endswith="-41").get().pk
    )
