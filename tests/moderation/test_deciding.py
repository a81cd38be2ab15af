"""Moderators set ballots aside after they were asked whether they mean it, and can undo it."""

from datetime import timedelta

import pytest

from plaudit.moderation import roll
from plaudit.points import decisions, tallies
from plaudit.points.models import Decision
from tests.moderation.conftest import tick
from tests.rankings.making import NOON, cast, give

pytestmark = pytest.mark.django_db


def address(story):
    return f"/newsroom/ballots/{story.ulid}/"


@pytest.fixture
def mo(as_):
    return as_("mo")


def decide(browser, story, **form):
    """As the form and then the question are sent; answers with the question and the answer."""
    question = browser.post(address(story), {"kind": "void", "reason": "ring"} | form)
    if question.status_code != 200:
        return question, None
    page = question.content.decode()
    hidden = {name: question.context["numbers"] for name in ("ballot",) if f'name="{name}"' in page}
    confirmed = {"confirmed": "yes", "reason": question.context["asked"].reason}
    again = {"kind": question.context["asked"].kind.value} | hidden | confirmed
    return question, browser.post(address(story), again, follow=True)


def figures(story):
    tick()
    points = tallies.live_one(story.about)
    return points.total, points.set_aside


def test_the_screen_shows_ballots_and_nothing_of_who_cast_them(mo, story):
    page = mo.get(address(story)).content.decode()
    for row in roll.of(story.about):
        assert f'value="{row.number}"' in page
        assert row.tag not in page
        assert row.nonce not in page
    assert page.count("<td>guest</td>") == 5 + page.count('href="?group=')


def test_nothing_is_set_aside_before_it_is_confirmed(mo, story):
    question = mo.post(address(story), {"kind": "void", "reason": "ring", "ballot": ["0", "1"]})
    page = question.content.decode()
    assert "Set 2 ballots aside?" in page
    assert "public ledger" in page
    assert not Decision.objects.exists()


def test_one_ballot_or_several_are_set_aside_with_a_reason(mo, story):
    _, answer = decide(mo, story, ballot=["0", "1"])
    assert "2 ballots are set aside" in answer.content.decode()
    assert figures(story) == (-1, 2)
    made = Decision.objects.values_list("kind", "reason", "role").distinct()
    assert list(made) == [("void", "ring", "moderator")]
    assert "set aside: arranged voting" in mo.get(address(story)).content.decode()


def test_it_is_undone_ballot_by_ballot_or_as_it_was_decided(mo, story):
    decide(mo, story, ballot=["0", "1", "2"])
    tick()
    decide(mo, story, kind="unvoid", ballot=["0"])
    assert figures(story) == (-1, 2)
    moment = roll.decided(story.about)[-1]["at"].isoformat()
    question, _ = decide(mo, story, kind="unvoid", decided=moment)
    assert question.context["asked"].numbers == [2, 1]
    assert figures(story) == (1, 0)
    assert Decision.objects.count() == 6


def test_a_whole_group_is_set_aside_at_once(mo, story):
    for voter in range(20, 160):
        cast(story, voter, 1, NOON - timedelta(hours=2))
    tick()
    page = mo.get(address(story)).content.decode()
    (burst,) = [found for found in roll.groups(story.about) if found.size == 140]
    assert f'href="?group={burst.key}"' in page
    narrowed = mo.get(address(story), {"group": burst.key})
    assert {row["ballot"].slot for row in narrowed.context["ballots"]} == {burst.slot}
    question, _ = decide(mo, story, all=burst.key)
    assert len(question.context["asked"].numbers) == 140
    assert figures(story) == (1, 140)


def test_only_ballots_that_count_can_be_set_aside(mo, story):
    cast(story, 0, -1)
    cast(story, 1, 0)
    tick()
    question, _ = decide(mo, story, ballot=["0", "1", "2", "5", "6", "77"])
    assert question.context["asked"].numbers == [5, 2]


def test_a_long_roll_is_paged(mo, story):
    give(story, 1, voters=range(100, 220))
    tick()
    seen, before = [], None
    while True:
        page = mo.get(address(story), {"before": before} if before is not None else {})
        seen += [row["ballot"].number for row in page.context["ballots"]]
        before = page.context["next"]
        if before is None:
            break
    assert seen == list(range(124, -1, -1))


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"kind": "void", "ballot": "0", "reason": ""}, "Say why"),
        ({"kind": "void", "ballot": "0", "reason": "boredom"}, "Say why"),
        ({"kind": "nonsense", "ballot": "0"}, "Say whether"),
        ({"kind": "void", "reason": "ring"}, "None of these ballots"),
        ({"kind": "void", "reason": "ring", "ballot": "x' OR 1"}, "None of these ballots"),
        ({"kind": "void", "reason": "ring", "ballot": "9" * 30}, "None of these ballots"),
        ({"kind": "void", "reason": "ring", "ballot": "4711"}, "None of these ballots"),
        ({"kind": "void", "reason": "ring", "all": "1-x-2"}, "None of these ballots"),
        ({"kind": "unvoid", "ballot": "0"}, "None of these ballots"),
        ({"kind": "unvoid", "decided": "yesterday"}, "None of these ballots"),
        ({"kind": "unvoid", "decided": "2026-02-31T00:00:00+00:00"}, "None of these ballots"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(mo, story, form, sentence):
    answer = mo.post(address(story), form | {"confirmed": "yes"}, follow=True)
    assert sentence in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("query", ["group=x", "before=x", "before=-1", "show=all", "group=1-g-1"])
def test_odd_addresses_show_a_screen(mo, story, query):
    assert mo.get(f"{address(story)}?{query}").status_code == 200


def test_ballots_about_another_story_are_out_of_reach(mo, story, write):
    other = write("Another", by="alice")
    _, answer = decide(mo, other, ballot=["0"])
    assert answer is None
    assert not Decision.objects.exists()


def test_the_overview_leads_to_the_stories_with_the_latest_ballots(mo, story):
    page = mo.get("/newsroom/ballots/").content.decode()
    assert f'href="{address(story)}"' in page
    assert "The bridge opens" in page


# Who may


def test_moderators_and_administrators_may_and_nobody_else(as_, story):
    let_in = {
        name
        for name in ("", "charlie", "mo", "boris", "bob", "alice", "dora")
        if as_(name).get(address(story)).status_code == 200
    }
    assert let_in == {"mo", "dora"}
    for name in ("", "charlie", "boris", "bob", "alice"):
        form = {"kind": "void", "reason": "ring", "ballot": "0", "confirmed": "yes"}
        as_(name).post(address(story), form)
        assert as_(name).get("/newsroom/ballots/").status_code != 200
    assert not Decision.objects.exists()


def test_nobody_decides_on_ballots_about_a_story_of_their_own(as_, write):
    own = write(by="dora")
    give(own, -1, voters=[1])
    tick()
    form = {"kind": "void", "reason": "ring", "ballot": "0", "confirmed": "yes"}
    as_("dora").post(address(own), form)
    assert not Decision.objects.exists()
    assert own.headline not in as_("dora").get("/newsroom/ballots/").content.decode()
    assert own.headline in as_("mo").get("/newsroom/ballots/").content.decode()


def test_the_menu_and_the_list_lead_there_for_those_who_may(as_, story):
    for name, is_shown in (("mo", True), ("alice", False)):
        browser = as_(name)
        assert ("/newsroom/ballots/" in browser.get("/newsroom/").content.decode()) is is_shown
        listed = browser.get("/newsroom/snippets/stories/story/").content.decode()
        assert (address(story) in listed) is is_shown


# What readers are told


def test_the_page_of_the_points_says_how_many_and_why(client, story):
    decisions.set_aside(story.about, [0, 1], "ring", "moderator", NOON)
    decisions.set_aside(story.about, [3], "error", "moderator", NOON)
    tick()
    page = client.get(f"{story.get_absolute_url()}/points").content.decode()
    assert "<li>arranged voting: 2</li>" in page
    assert "<li>an error: 1</li>" in page
    assert client.get(f"{story.get_absolute_url()}.json").json()["points"]["set_aside"] == 3
