"""The newsroom in a real browser: its policy lets its own scripts run, and nothing else."""

from contextlib import suppress

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from playwright.sync_api import Error

from plaudit.people import roles
from plaudit.people.models import User
from plaudit.stories.models import Section, Story
from tests.support import typewriter

pytestmark = pytest.mark.browser

PASSWORD = "a long password indeed"


@pytest.fixture
def editor(running_site):
    """An editor of the running site, and a section to write in."""
    with running_site.database():
        name = f"alice-{User.objects.count()}"
        user = User.objects.create_user(name, f"{name}@gazette.example")
        # The site hashes as sites do; this process hashes quickly.
        user.password = PBKDF2PasswordHasher().encode(PASSWORD, "salt")
        user.save()
        roles.give(user, roles.EDITOR)
        Section.objects.get_or_create(slug="town", defaults={"name": "Town"})
    return name


@pytest.fixture
def newsroom(with_scripts, running_site, editor):
    """A page of a signed-in editor that takes down every complaint and every foreign request."""
    page = with_scripts.new_page()
    page.complaints = []
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            request.url.startswith((running_site.url, "data:", "blob:"))
            or page.complaints.append(f"asked {request.url}")
        ),
    )
    typewriter.sign_in(page, editor, PASSWORD)
    return page


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
        "/newsroom/snippets/stories/pin/add/",
        "/newsroom/images/add/",
        "/newsroom/images/multiple/add/",
    ],
)
def test_a_screen_raises_no_complaint(newsroom, path):
    newsroom.goto(path)
    newsroom.wait_for_load_state("networkidle")
    assert newsroom.complaints == []
