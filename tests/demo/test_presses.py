"""An archive is printed in bulk, and is what it would be had each ballot been cast."""

import random

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plaudit import flow
from plaudit.demo import staff
from plaudit.demo.loading import Loading
from plaudit.demo.presses import plan
from plaudit.people.models import User
from plaudit.points import ballots, tallies
from plaudit.points.models import Ballot, VoterLink
from plaudit.points.voters import member
from plaudit.rankings.models import Edge
from plaudit.sharing.models import ShareTally, ViewTally
from plaudit.stories.models import Event, Story
from tests.demo.drawn import drawings
from tests.points import recounting
from tests.rankings import recount

STORIES, BALLOTS = plan.LONGEST_PAPER + 1, 12_000


def fill(seed=1, stories=STORIES, count=BALLOTS):
    editor, _signs = staff.hire()
    Loading(seed, drawings(plan.WRITTEN), editor, lambda *_: None).fill(stories, count)
    staff.give_bylines()


@pytest.fixture(scope="module", autouse=True)
def site(django_db_setup, django_db_blocker):
    """One site for all tests here: none of them changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def some_stories():
    """A few of the paper, many of the archive, and those with the most points."""
    told = list(Story.objects.order_by("first_published_at"))
    by_points = sorted(told, key=lambda story: -tallies.live_one(story.about).total)
    return [*by_points[:20], *random.Random(1).sample(told, 80)]


def test_there_are_as_many_stories_and_about_as_many_ballots_as_were_asked_for():
    assert Story.objects.published().count() == STORIES
    assert Ballot.objects.count() == pytest.approx(BALLOTS, rel=0.03)


def test_tallies_equal_the_ballots(some_stories):
    for story in some_stories:
        counted = recounting.recount(story.about)
        assert recounting.tallied(story.about) == counted
        assert tallies.live_one(story.about) == counted
        assert recounting.days(story.about) == (counted.up, counted.down)
        assert recounting.has_unbroken_chains(story.about)


def test_every_place_in_every_list_is_that_of_a_recount():
    edge = Edge.objects.get(window="trending")
    as_of = ballots.slot_start(edge.slot + recount.SLOTS["trending"] - 1)
    assert recount.kept_places() == recount.places(as_of)


def test_nothing_is_left_for_the_tick():
    report = flow.tick(timezone.now())
    assert not any([report.drawn, report.tallied, report.told, report.placed, report.moved])
    assert report.staled == 0
    assert Event.objects.count() >= STORIES
    numbers = list(Ballot.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(len(numbers)))


def test_nobody_gives_points_before_the_story_is_there(some_stories):
    for story in some_stories:
        first = Ballot.objects.filter(about=story.about).order_by("slot").first()
        if first:
            assert first.slot >= ballots.slot_of(story.first_published_at)


def test_members_find_their_points_again():
    for link in VoterLink.objects.order_by("-pk")[:50]:
        assert member(link.user).tag(link.about) == link.tag
        assert ballots.has_voted(link.about, link.tag)


def test_stories_were_read_and_passed_on():
    assert ViewTally.objects.count() > STORIES / 2
    assert ShareTally.objects.exists()


def test_a_story_of_the_archive_is_read_listed_and_opened_in_the_newsroom():
    story = Story.objects.filter(headline__startswith="No. 1,999").get()
    reader, editor = Client(), Client()
    editor.force_login(User.objects.get(username="editor"))
    tag, author = story.tags.first(), story.byline_authors()[0]
    assert story.headline in reader.get(story.get_absolute_url()).content.decode()
    for scope in (story.section, author):
        assert reader.get(scope.get_absolute_url()).status_code == 200
    assert reader.get(reverse("tag", args=[tag.slug])).status_code == 200
    for view in ("edit", "history"):
        opened = editor.get(
            reverse(f"wagtailsnippets_stories_story:{view}", kwargs={"pk": story.pk})
        )
        assert opened.status_code == 200


def test_an_edited_story_of_the_archive_keeps_its_points():
    story = Story.objects.filter(headline__startswith="No. 1,998").get()
    before = tallies.live_one(story.about)
    with transaction.atomic():
        story.headline = "A headline of its own"
        story.save_revision().publish()
        assert Story.objects.get(pk=story.pk).headline == "A headline of its own"
        assert tallies.live_one(story.about) == before
        transaction.set_rollback(True)
