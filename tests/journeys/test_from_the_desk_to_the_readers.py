"""The whole way of a story: published, read, given points by two browsers, passed on."""

import itertools
import time

import pytest
from playwright.sync_api import expect

from plaudit.stories.models import Story
from tests.support import cast, making, typewriter

pytestmark = pytest.mark.browser

DEK = "It was two minutes early, if anything."
TEXT = "Nobody on board could remember such a thing."
CLIPBOARD = ["clipboard-read", "clipboard-write"]
numbers = itertools.count(1)


@pytest.fixture
def section(running_site):
    """One of the story's own, so that its lists hold nothing else."""
    with running_site.database():
        return making.section(f"Harbour{next(numbers)}")


@pytest.fixture
def headline(section):
    return f"The ferry to {section.name} leaves on time"


@pytest.fixture
def typed(reader, alice, section, headline):
    """Typed in the newsroom, through a browser."""
    desk = reader()
    typewriter.sign_in(desk.page, alice.username, cast.PASSWORD)
    typewriter.write(desk.page, headline, DEK, TEXT, section=section.name)
    typewriter.publish(desk.page)


@pytest.fixture
def added(running_site, section, headline, tmp_path):
    """Added by the command, from a file."""
    file = tmp_path / "ferry.md"
    file.write_text(f"# {headline}\n\n{DEK}\n\n{TEXT}\n")
    done = running_site.plaudit("story", "add", file, "--publish", "--section", section.name)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{running_site.url}/stories/the-ferry-to-")


@pytest.fixture(params=["typed", "added"])
def story(request, running_site, headline):
    request.getfixturevalue(request.param)
    with running_site.database():
        return Story.objects.get(headline=headline)


def test_a_story_is_read_given_points_and_shared(reader, running_site, story, section):
    wait_for_the_lists(running_site, section, points=0)
    ann, ben = reader(permissions=CLIPBOARD), reader(has_scripts=False)
    for one in (ann, ben):
        comes_upon(one, story, section)
        one.shows("0 points")
        assert one.cookies == set()  # reading needs none
    assert ann.gives() == 200
    ann.shows("1 point", own=1)
    ben.presses(ben.bottom.up)  # the page he has open is older than Ann's point
    ben.shows("2 points", own=1)
    ann.page.reload()
    ann.shows("2 points", own=1)
    shares_with_and_without_scripts(ann, ben, story)
    assert ann.cookies == {"guest", "script"}
    assert ben.cookies == {"guest"}
    wait_for_the_lists(running_site, section, points=2)
    all_figures_agree(ann, running_site, story, section)
    assert ann.elsewhere == ben.elsewhere == []


def comes_upon(one, story, section):
    """In the section's list, where a reader finds it, and from there to the story itself."""
    one.page.goto(f"/sections/{section.slug}/new")
    one.presses(one.page.get_by_role("main").get_by_role("link", name=story.headline))
    expect(one.page).to_have_url(one.address_of(story))
    expect(one.page.get_by_role("heading", level=1)).to_have_text(story.headline)
    article = one.page.locator("article.story")
    expect(article).to_contain_text(DEK)
    expect(article).to_contain_text(TEXT)


def shares_with_and_without_scripts(ann, ben, story):
    assert ann.answered("/share", ann.share_button("Copy link").click) == 200
    expect(ann.share_box.get_by_role("status")).to_have_text("The link was copied.")
    assert ann.page.evaluate("navigator.clipboard.readText()") == ann.address_of(story)
    expect(ann.share_count).to_have_text("1 share")
    facebook = ben.share_link("Facebook").get_attribute("href")
    assert facebook.endswith("?u=" + ben.address_of(story).replace("/", "%2F").replace(":", "%3A"))
    ben.page.reload()
    expect(ben.share_count).to_have_text("1 share")


def wait_for_the_lists(site, section, points):
    """Stories and points are in the lists after a tick, which comes about every second."""
    deadline = time.monotonic() + 20
    while figures_of(site, f"/sections/{section.slug}/new.json") != [points]:
        assert time.monotonic() < deadline, "The tick did not come, or moved nothing."
        time.sleep(0.1)


def wait_for_the_page(ann, address, figures):
    """An old page may be shown for a moment while the next one is rendered."""
    deadline = time.monotonic() + 5
    shown = ann.page.get_by_role("main").locator(".points-figure")
    ann.page.goto(address)
    while shown.all_text_contents() != figures:
        assert time.monotonic() < deadline, (address, shown.all_text_contents())
        ann.page.reload()


def figures_of(site, path):
    return [place["points"] for place in site.json(path)["places"]]


def all_figures_agree(ann, site, story, section):
    """On the page, on the page about its points, in every list, and as data."""
    here = story.get_absolute_url()
    said = site.json(f"{here}.json")
    counted = said["points"]
    assert (counted["total"], counted["guests"], counted["up"]) == (2, 2, 2)
    live = site.json(f"/points.json?about={story.about}")[story.about]
    assert live == counted | {"unsealed": said["unsealed"]}
    ann.opens(story)
    ann.shows("2 points", own=1)
    ann.opens(story, at="/points")
    expect(ann.page.locator(".totals .is-total dd")).to_have_text("2")
    for key in ("", "/new", "/trending", "/hot", "/popular", "/top"):
        address = f"/sections/{section.slug}{key}"
        assert figures_of(site, f"{address}.json") == [2], address
        wait_for_the_page(ann, address, ["2 points"])
