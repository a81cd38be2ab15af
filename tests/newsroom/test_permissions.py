"""Everybody × every view of a story that Wagtail registers × GET and POST.

The views are listed by the viewset itself: one that a later Wagtail adds has no row in EXPECTED
and fails here until somebody has decided who may use it.
"""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision, TaskState, WorkflowState

from plaudit.people.models import Policy
from plaudit.stories.models import Byline, Story
from tests.newsroom.forms import STORIES, story_form

pytestmark = pytest.mark.django_db

# Bob's draft for Town waits for an editor. Boris is an author too, but not of this story; Terri
# edits Town, and Sven another section.
HOUSE = {"alice", "dora"}  # edit everything
DESK = HOUSE | {"terri"}
OWN = DESK | {"bob"}
READ = OWN | {"mo"}
WRITERS = OWN | {"boris", "sven"}
EXPECTED = {
    "list": READ | WRITERS,
    "list_results": READ | WRITERS,
    "add": WRITERS,
    "preview_on_add": WRITERS,
    "edit": OWN,
    "preview_on_edit": OWN,
    "delete": OWN,
    "usage": OWN,
    "history": OWN,
    "history_results": OWN,
    "inspect": READ,
    "revisions_view": OWN,
    "revisions_revert": OWN,
    "revisions_compare": OWN,
    "revisions_unschedule": DESK,
    "unpublish": DESK,
    "retract": DESK,
    "lock": DESK,
    "unlock": set(),  # while a story waits, only whoever locked it
    "workflow_action": DESK,
    "collect_workflow_action_data": DESK,
    "confirm_workflow_cancellation": OWN,
    "workflow_history": OWN,
    "workflow_history_detail": OWN,
    "workflow_preview": DESK,
}
EVERYBODY = ["", "charlie", "mo", "boris", "sven", "bob", "terri", "alice", "dora"]


def patterns() -> dict[str, Any]:
    return {pattern.name: pattern for pattern in Story.snippet_viewset.get_urlpatterns()}


def address(view: str, story: Story) -> str:
    known = {
        "pk": story.pk,
        "revision_id": story.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "action_name": "approve",
        "task_state_id": TaskState.objects.latest("pk").pk,
        "task_id": TaskState.objects.latest("pk").task_id,
        "workflow_state_id": WorkflowState.objects.latest("pk").pk,
    }
    pattern = patterns()[view].pattern
    arguments = {name: known[name] for name in pattern.regex.groupindex}
    return reverse(f"wagtailsnippets_stories_story:{view}", kwargs=arguments)


def ask(browser: Client, method: str, url: str, story: Story) -> HttpResponse:
    form = story_form(story, headline="Changed by force") if method == "post" else {}
    return getattr(browser, method)(url, form)


def is_refused(answer: HttpResponse) -> bool:
    """Sent to the sign-in, to the dashboard with a message, or told so."""
    sent_to = answer.headers.get("Location", "").split("?")[0]
    return answer.status_code in (403, 404) or sent_to in ("/newsroom/", "/newsroom/login/")


def state_of(story: Story) -> tuple[Any, ...]:
    return (
        list(Story.objects.filter(pk=story.pk).values()),
        list(Revision.objects.for_instance(story).values_list("pk", "approved_go_live_at")),
        list(WorkflowState.objects.for_instance(story).values_list("pk", "status")),
    )


@pytest.fixture
def waiting_draft(write, cast):
    def draft() -> Story:
        story = write()
        Story.get_default_workflow().start(story, cast.bob)
        return story

    return draft


def test_every_view_has_been_decided_on():
    assert set(patterns()) == set(EXPECTED)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("view", EXPECTED)
def test_a_view_lets_in_whom_it_should(as_, waiting_draft, view, method):
    let_in, wrong_method = set(), set()
    story = waiting_draft()
    before = state_of(story)
    for name in EVERYBODY:
        if state_of(story) != before:  # somebody who may has changed it
            story = waiting_draft()
            before = state_of(story)
        answer = ask(as_(name), method, address(view, story), story)
        if answer.status_code == 405:
            wrong_method.add(name)
        elif not is_refused(answer):
            let_in.add(name)
        if name not in let_in:
            assert state_of(story) == before, f"{name or 'a stranger'} changed it all the same"
    assert let_in == EXPECTED[view] - wrong_method
    assert wrong_method <= READ | WRITERS


def test_an_author_cannot_save_anothers_story(as_, write):
    story = write(by="alice")
    as_("bob").post(f"{STORIES}/edit/{story.pk}/", story_form(story, headline="Mine now"))
    assert Revision.objects.for_instance(story).count() == 1


def test_an_author_cannot_write_the_own_name_into_anothers_story(as_, write):
    story = write(by="alice")
    url = f"{STORIES}/history/{story.pk}/revisions/{story.latest_revision_id}/revert/"
    as_("bob").post(url, story_form(story))
    assert not Story.objects.get().bylines.exists()


def test_a_byline_makes_a_story_the_authors_own(as_, write, cast):
    story = write(by="alice")
    assert is_refused(as_("bob").get(f"{STORIES}/edit/{story.pk}/"))
    Byline.objects.create(story=story, author=cast.bob.author)
    assert not is_refused(as_("bob").get(f"{STORIES}/edit/{story.pk}/"))


def test_an_author_does_not_delete_what_readers_have_seen(as_, write):
    story = write()
    story.latest_revision.publish()
    assert is_refused(as_("bob").post(f"{STORIES}/delete/{story.pk}/"))
    as_("alice").post(f"{STORIES}/unpublish/{story.pk}/")
    assert is_refused(as_("bob").post(f"{STORIES}/delete/{story.pk}/"))
    assert Story.objects.exists()


def test_an_author_deletes_only_own_drafts_in_a_bunch(as_, write):
    own, other = write("Mine"), write("Hers", by="alice")
    url = f"/newsroom/bulk/stories/story/delete/?id={own.pk}&id={other.pk}"
    as_("bob").post(url)
    assert [story.headline for story in Story.objects.all()] == ["Hers"]


@pytest.mark.parametrize("which", ["id={pk}", "id=all"])
def test_deleting_a_bunch_names_no_draft_one_may_not_read(as_, write, which):
    mine, hers = write("Mine alone"), write("Hers alone", by="alice")
    url = f"/newsroom/bulk/stories/story/delete/?id={mine.pk}&{which.format(pk=hers.pk)}"
    shown = as_("bob").get(url).content.decode()
    assert "Mine alone" in shown
    assert "Hers alone" not in shown


def test_lists_and_choosers_show_an_author_the_own_stories_only(as_, write):
    write("Mine alone")
    hers = write("Hers alone", by="alice")
    bob = as_("bob")
    chooser = "/newsroom/snippets/choose/stories/story"
    for url in (f"{STORIES}/", f"{STORIES}/?q=alone", f"{chooser}/", f"{chooser}/results/"):
        shown = bob.get(url).content.decode()
        assert "Mine alone" in shown, url
        assert "Hers alone" not in shown, url
    assert bob.get(f"{chooser}/chosen/{hers.pk}/").status_code == 404
    several = bob.get(f"{chooser}/chosen-multiple/?id={hers.pk}").content.decode()
    assert "Hers alone" not in several


@pytest.mark.parametrize(
    "url",
    ["/newsroom/", "/newsroom/reports/site-history/", "/newsroom/reports/workflow/",
     "/newsroom/reports/workflow_tasks/"],
)  # fmt: skip
def test_reports_tell_an_author_nothing_of_others_drafts(as_, waiting_draft, write, cast, url):
    hers = write("Hers alone", by="alice")
    Story.get_default_workflow().start(hers, cast.alice)
    waiting_draft()
    assert "Hers alone" not in as_("bob").get(url).content.decode()


@pytest.mark.parametrize("screen", ["section", "author"])
@pytest.mark.parametrize("view", ["list", "add"])
def test_sections_and_authors_are_the_desks(as_, screen, view):
    url = reverse(f"wagtailsnippets_stories_{screen}:{view}")
    let_in = {name for name in EVERYBODY if not is_refused(as_(name).get(url))}
    assert let_in == HOUSE


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/newsroom/", READ | WRITERS),
        ("/newsroom/front-page/", HOUSE),
        ("/newsroom/images/", WRITERS),
        ("/newsroom/images/multiple/add/", WRITERS),
        ("/newsroom/settings/people/policy/{policy}/", HOUSE),
        ("/newsroom/users/", {"dora"}),
        ("/newsroom/groups/", {"dora"}),
        ("/newsroom/workflows/list/", {"dora"}),
        ("/newsroom/sites/", set()),
        ("/newsroom/pages/", set()),
        ("/newsroom/snippets/stories/author/", HOUSE),
    ],
)
def test_the_rooms_of_the_house_are_open_to_whom_they_should(as_, url, expected):
    url = url.format(policy=Policy.load().pk)
    let_in = {name for name in EVERYBODY if not is_refused(as_(name).get(url))}
    assert let_in == expected


def test_an_editor_locks_and_unlocks(as_, write):
    story = write()
    as_("alice").post(f"{STORIES}/lock/{story.pk}/")
    assert Story.objects.get().locked
    as_("bob").post(f"{STORIES}/edit/{story.pk}/", story_form(story, headline="Through the lock"))
    assert Revision.objects.for_instance(story).count() == 1
    as_("bob").post(f"{STORIES}/unlock/{story.pk}/")
    assert Story.objects.get().locked
    as_("dora").post(f"{STORIES}/unlock/{story.pk}/")
    assert not Story.objects.get().locked
