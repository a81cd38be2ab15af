"""The newsroom in a real browser: its policy lets its own scripts run, and nothing else."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from plaudit.stories.models import Story
from tests.support import typewriter

pytestmark = pytest.mark.browser


def test_a_story_is_typed_and_published(newsroom, running_site):
    text = "It was a quiet day until then."
    typewriter.write(newsroom, "Typed in the newsroom", "By a person at a keyboard.", text)
    typewriter.publish(newsroom)
    assert newsroom.complaints == []
    with running_site.database():
        story = Story.objects.get(headline="Typed in the newsroom")
        assert story.live
    newsroom.goto(story.get_absolute_url())
    assert text in newsroom.locator("article").first.inner_text()


def test_publishing_while_the_editor_saves_by_itself_makes_one_story(newsroom, running_site):
    """The draft is on the site and the editor does not know it yet: its answer is on the way."""
    arrived = []

    def hold_the_answer(route):
        if arrived or "application/json" not in route.request.headers["accept"]:
            route.fallback()
        else:
            arrived.append((route, route.fetch()))

    newsroom.route("**/story/add/", hold_the_answer)
    typewriter.write(newsroom, "Twice at once", "Or so it seemed.", "Once is enough.")
    dek = newsroom.locator("#id_dek")
    for number in range(40):  # the editor begins to look for changes after two seconds
        if arrived:
            break
        dek.fill(f"Or so it seemed, {number}.")
        newsroom.wait_for_timeout(500)
    newsroom.get_by_role("button", name="More actions").click()
    newsroom.get_by_role("button", name="Publish").click(no_wait_after=True)
    newsroom.wait_for_timeout(1_000)  # time enough to send it again, were it sent
    route, answer = arrived[0]
    with suppress(Error):  # who has left no longer hears it
        route.fulfill(response=answer)
    typewriter.wait_until_published(newsroom)
    with running_site.database():
        assert [one.live for one in Story.objects.filter(headline="Twice at once")] == [True]
    assert newsroom.complaints == []


@pytest.mark.parametrize(
    "path",
    [
        "/newsroom/",
        "/newsroom/snippets/stories/story/",
        "/newsroom/snippets/stories/story/add/",
        "/newsroom/snippets/stories/author/add/",
        "/newsroom/front-page/",
        "/newsroom/account/",
        "/newsroom/images/add/",
        "/newsroom/images/multiple/add/",
    ],
)
def test_a_screen_raises_no_complaint(newsroom, path):
    newsroom.goto(path)
    newsroom.wait_for_load_state("networkidle")
    assert newsroom.complaints == []
