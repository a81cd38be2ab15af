"""The lists as readers get them: as pages and as data."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaudit.people.models import Policy
from plaudit.rankings import catalogue
from plaudit.stories.models import Story
from tests.rankings import recount
from tests.rankings.making import NOON, ago, byline, give, settle, stories
from tests.support import making
from tests.support.making import placement

pytestmark = pytest.mark.django_db
KEYS = [found.key for found in catalogue.MENU]


@pytest.fixture
def paper():
    """Twenty-five stories in Town; Bea Writer wrote the first, which is about the river."""
    made = stories(25)
    made[0].tags.add("река")
    made[0].save()
    byline(made[0], making.author("Bea Writer"))
    for place, story in enumerate(made):
        give(story, 25 - place)
    settle()
    return made


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer


def headlines(answer):
    return [place.story.headline for place in answer.context["listing"].places]


@pytest.mark.parametrize("key", ["", *KEYS])
def test_every_list_of_the_site_has_a_page(client, paper, key):
    answer = page(client, f"/{key}")
    assert headlines(answer) == [f"Story {number}" for number in range(20)]
    assert "Story 0" in answer.content.decode()


@pytest.mark.parametrize("address", ["/sections/town", "/authors/bea-writer", "/tags/река"])
@pytest.mark.parametrize("ending", ["", *(f"/{key}" for key in KEYS)])
def test_a_section_a_tag_and_an_author_have_every_list(client, paper, address, ending):
    answer = page(client, address + ending)
    assert headlines(answer)[0] == "Story 0"
    assert len(headlines(answer)) == (20 if "town" in address else 1)
    data = page(client, f"{address}{ending}.json").json()
    assert [place["headline"] for place in data["places"]] == headlines(answer)


@pytest.mark.parametrize(
    "address",
    [
        "/sections/nowhere",
        "/tags/nothing",
        "/authors/nobody",
        "/sections/town/best",
        "/sections/town/front",
        "/front",
        "/top?after=x",
        "/top.json?before=x",
        "/sections/nowhere.json",
        "/new/",
    ],
)
def test_what_is_not_there_is_a_404(client, paper, address):
    page(client, address, 404)


@pytest.mark.parametrize("key", ["", *KEYS])
def test_next_and_previous_lead_through_a_list(client, paper, key):
    first = page(client, f"/{key}")
    second = page(client, first.context["listing"].next_url)
    assert headlines(second) == [f"Story {number}" for number in range(20, 25)]
    assert second.context["listing"].next_url == ""
    assert headlines(page(client, second.context["listing"].previous_url)) == headlines(first)


def test_an_empty_site_says_so(client):
    for key in ("", *KEYS):
        assert not headlines(page(client, f"/{key}"))


def test_the_list_of_the_newest_does_not_lead_to_itself_when_it_is_empty(client):
    leads_on = '<a class="button" href="/new">'
    assert leads_on in page(client, "/trending").content.decode()
    assert leads_on not in page(client, "/new").content.decode()


def test_the_front_page_has_a_lead_secondaries_ranked_stories_and_side_lists(client, paper):
    context = page(client, "/").context
    assert context["lead"].story.headline == "Story 0"
    assert [place.number for place in context["secondary"]] == [2, 3, 4, 5]
    assert [place.number for place in context["ranked"]] == list(range(6, 21))
    assert [place.number for place in context["trending"]] == [1, 2, 3, 4, 5]
    assert [place.number for place in context["popular"]] == [1, 2, 3, 4, 5]


def test_a_placed_story_says_by_whom_and_since_when(client, paper):
    placement(paper[24], at=ago(hours=3))
    answer = page(client, "/")
    lead = answer.context["lead"]
    assert (lead.story.headline, lead.placed.role, lead.why) == ("Story 24", "editor", "")
    text = answer.content.decode()
    assert text.count("Placed by an editor") == 1
    assert "The editor chose this place, and not its points, on " in text
    data = page(client, "/front.json").json()
    said = {"role": "editor", "since": ago(hours=3).isoformat(), "until": None}
    assert data["places"][0]["placed"] == said
    assert data["places"][1]["placed"] is None


def test_a_secondary_place_is_held_while_the_lead_follows_the_formula(client, paper):
    placement(paper[24], 2)
    answer = page(client, "/")
    assert headlines(answer)[:4] == ["Story 0", "Story 1", "Story 24", "Story 2"]
    assert [place.number for place in answer.context["secondary"]] == [2, 3, 4, 5]
    assert "Placed by an editor" in answer.content.decode()


def test_a_story_taken_off_the_site_is_gone_before_the_next_tick(client, paper):
    Story.objects.filter(pk=paper[3].pk).update(live=False)
    assert "Story 3" not in headlines(page(client, "/top"))


def test_the_page_says_that_a_list_has_moved_on(client, paper):
    token = f"99.1.1.{paper[0].ulid}"
    answer = page(client, f"/top?after={token}")
    assert "has moved on" in answer.content.decode()
    assert page(client, f"/top.json?after={token}").json()["has_moved_on"] is True


def test_where_figures_are_hidden_a_list_shows_none(client, paper):
    Policy.objects.update_or_create(pk=Policy.load().pk, defaults={"is_blind": True})
    for key in ("", "trending", "hot", "popular", "top"):
        text = page(client, f"/{key}").content.decode()
        assert "25 points" not in text
        assert "24 points" not in text


def test_the_data_of_a_list_is_open_to_scripts_of_other_sites(client, paper):
    assert page(client, "/trending.json")["Access-Control-Allow-Origin"] == "*"


def test_a_place_can_be_worked_out_again_from_the_data(client, paper):
    data = page(client, "/trending.json").json()
    assert data["as_of"] == NOON.isoformat()
    assert data["ballots"] == sum(range(1, 26))
    window = data["window"]
    assert (window["from"], window["slots"]) == ("2026-11-23T12:10:00+00:00", 144)
    for place in data["places"]:
        assert place["points"] - place["gained"]["points_at_start"] == place["gained"]["trending"]
    assert [place["gained"]["last_hour"] for place in data["places"][:2]] == [25, 24]
    front = page(client, "/front.json").json()
    for place in front["places"]:
        terms = place["freshness"]
        assert terms["head_start"] == recount.bonus(place["points"])
        assert terms["published"] + terms["head_start"] == terms["sum"]
    sums = [place["freshness"]["sum"] for place in front["places"]]
    assert sums == sorted(sums, reverse=True)


def test_the_data_of_all_pages_is_linked(client, paper):
    data = page(client, "/new.json").json()
    following = page(client, data["next"]).json()
    assert [place["number"] for place in following["places"]] == [21, 22, 23, 24, 25]
    assert page(client, following["previous"]).json()["places"] == data["places"]


def test_how_the_lists_work_names_every_list_with_its_formula(client):
    text = page(client, "/how-lists-work").content.decode()
    for found in catalogue.LISTS.values():
        assert str(found.sentence) in text


@pytest.mark.parametrize("key", ["", *KEYS])
def test_a_page_asks_the_database_as_often_with_many_stories_as_with_few(client, key):
    def questions():
        with CaptureQueriesContext(connection) as captured:
            page(client, f"/{key}")
        return len(captured)

    for story in stories(2):
        give(story, 1)
        byline(story, making.author("Bea Writer"))
    settle()
    questions()
    few = questions()
    for number, story in enumerate(stories(18)):
        give(story, 1)
        byline(story, making.author(f"Writer {number}"))
    settle()
    assert questions() == few <= 30


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_lists_are_only_read(client, method):
    assert getattr(client, method)("/trending").status_code == 405
