"""The demo fills a site through the same code as everybody, and comes out the same each time."""

import json
import re

import pytest
from django.db import transaction

from plaudit.demo import staff
from plaudit.demo.loading import Loading
from plaudit.points import ballots, tallies
from plaudit.points.models import Ballot
from plaudit.sharing.models import ShareTally, ViewTally
from plaudit.stories import periods, sources
from plaudit.stories.models import Change, Item, Link, Story
from tests.demo import drawn
from tests.support.shell import plaudit, refusal

STORIES, BALLOTS = 6, 300


@pytest.fixture
def drawings():
    return drawn.drawings(STORIES)


def fill(drawings, seed=1, stories=STORIES):
    editor, _signs = staff.hire()
    Loading(seed, drawings, editor, lambda *_: None).fill(stories, BALLOTS)
    staff.give_bylines()


def figures():
    points = tallies.live(story.about for story in Story.objects.all())
    told = Story.objects.order_by("slug")
    return [
        (
            story.slug,
            story.headline,
            points[story.about].as_json(),
            [(one.number, one.source.title, one.marks) for one in sources.numbered(story)],
        )
        for story in told
    ]


def test_the_same_seed_gives_the_same_stories_and_figures(db, drawings):
    found = []
    for _ in range(2):
        with transaction.atomic():
            fill(drawings)
            found.append(figures())
            transaction.set_rollback(True)
    assert found[0] == found[1]
    assert len(found[0]) == STORIES


def test_the_demo_is_whole(db, drawings):
    fill(drawings)
    assert Story.objects.published().count() == STORIES
    assert Ballot.objects.filter(number=None).count() == 0
    assert ballots.draw() == 0
    assert Ballot.objects.count() == pytest.approx(BALLOTS, rel=0.05)
    assert ViewTally.objects.count() >= STORIES
    assert ShareTally.objects.exists()
    for story in Story.objects.all():
        assert story.byline_authors()
        assert story.first_published_at <= story.last_published_at
        assert story.body


def test_its_quotations_point_at_its_sources_and_one_link_is_dead(db, drawings):
    fill(drawings)
    story = Story.objects.get(slug="the-bench-mender")
    numbered = sources.numbered(story)
    assert [len(one.marks) for one in numbered] == [0, 1, 1, 1, 0]
    assert numbered[0].source.link == Link.objects.dead().get().url
    assert numbered[4].source.read_on is None


def test_points_follow_from_the_ballots_alone(db, drawings):
    fill(drawings)
    for story in Story.objects.all():
        last = {}
        for ballot in Ballot.objects.filter(about=story.about).order_by("rev"):
            last[ballot.tag] = ballot.value
        assert tallies.live_one(story.about).total == sum(last.values())


def test_readers_chose_in_its_poll_each_of_them_once(db):
    fill(drawn.drawings(8), stories=8)
    options = list(Item.objects.filter(story__slug="close-the-old-bridge").order_by("pk"))
    assert len(options) == 4
    totals = [tallies.live_one(option.about).total for option in options]
    assert sum(totals) == Ballot.objects.filter(about__startswith="i/").count() == BALLOTS // 100


def test_a_story_was_corrected_while_readers_gave_points(db, drawings):
    fill(drawings)
    (change,) = Change.objects.corrections()
    story = change.story
    assert change.at == story.last_published_at
    assert [it.published_at for it in story.versions.all()] == [
        story.first_published_at,
        story.last_published_at,
    ]
    assert "eighteen benches" in str(story.versions.first().content)
    assert "eighteen benches" not in str(story.body)
    before, since = periods.of(story, tallies.live_one(story.about))
    assert before.points.up > 0
    assert since.points.up > 0


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A demo made by the command, as small as can be."""
    folder = tmp_path_factory.mktemp("demo") / "site"
    folder.mkdir()
    (folder / "demo.json").write_text('{"is_finished": false}')  # an interrupted filling
    (folder / "half-a-picture.jpg").write_text("")
    small = ("--stories", 2, "--ballots", 40, "--no-run")
    done = plaudit("demo", "--home", folder, *small)
    assert done.returncode == 0, done.stderr
    return folder, done, small


def test_an_interrupted_filling_starts_over(made):
    folder, done, _ = made
    assert "starting over" in done.stdout
    assert not (folder / "half-a-picture.jpg").exists()


def test_its_ballots_are_sealed(made):
    folder, _, _ = made
    said = plaudit("ledger", "status", "--home", folder).stdout
    entries, published = re.search(
        r"Entries: +([\d,]+), of which published: ([\d,]+)", said
    ).groups()
    assert entries == published
    assert int(entries) > 40
    assert "All is well." in said


def test_the_sign_ins_are_shown_each_time(made):
    folder, done, small = made
    signs = json.loads((folder / "demo.json").read_text())["sign_ins"]
    assert [sign["role"] for sign in signs] == ["administrator", "editor", "author"]
    again = plaudit("demo", "--home", folder, *small)
    for sign in signs:
        assert sign["password"] in done.stdout
        assert sign["password"] in again.stdout


def test_another_demo_does_not_take_the_place_of_one_that_is_there(made):
    folder, _, _ = made
    assert "was made with --seed 1" in refusal(plaudit("demo", "--home", folder, "--seed", 2))


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "novel.txt").write_text("Chapter 1")
    assert "is not empty and no site" in refusal(plaudit("demo", "--home", tmp_path))
    assert (tmp_path / "novel.txt").exists()


def test_the_demo_has_pages_that_readers_can_read(db, drawings, client):
    fill(drawings)
    for address, words in (("about", "Quay Street"), ("imprint", "are invented")):
        assert words in client.get(f"/pages/{address}").content.decode()
        assert f'href="/pages/{address}"' in client.get("/").content.decode()
