"""The course of a story: pitched, written, handed in, published, corrected."""

import re

from playwright.sync_api import Page, expect

from tests.pictures.camera import Camera
from tests.pictures.windows import Windows
from tests.support import typewriter

STORIES = "/newsroom/snippets/stories/story/"
HEADLINE = "Hithe gets a second ferry, and the first one a day off"
DEK = "The council has bought a boat that was for sale anyway. It sails from Monday."
WORDS = "The second ferry of Hithe was built for a lake."
MINUTES = "Minutes of the harbour committee"
WRONG = "We wrote that the ferry sails from Monday."
RIGHT = "It sails from Tuesday: on Mondays it is painted."


def walk(windows: Windows, camera: Camera) -> None:
    _writes(windows.of("author"), camera)
    address = _publishes(windows.of("editor"), camera)
    _corrects(windows.of("editor"), camera)
    _reads(windows.of(""), camera, address)


def _writes(page: Page, camera: Camera) -> None:
    page.goto("/newsroom/")
    typewriter.write(page, HEADLINE, DEK, WORDS)
    page.evaluate("document.activeElement.blur(); document.querySelector('main').scrollTo(0, 0)")
    page.locator("#id_headline").scroll_into_view_if_needed()
    camera.take(page, "editor", down_to=720)
    page.get_by_text("How others will show it").click()
    help_panel = page.locator(".headline-help").locator("visible=true").first
    help_panel.scroll_into_view_if_needed()
    camera.take(page, "headline-help", of=help_panel)
    page.locator("#panel-child-story-body-content [title='Insert a block']").last.click()
    menu = page.get_by_role("listbox")
    expect(menu).to_be_visible()
    menu.scroll_into_view_if_needed()
    camera.take(page, "blocks")
    page.get_by_role("option", name="Quotation").click()
    _names_a_source(page)
    _quotes(page)
    sources = page.locator("#panel-child-story-sources-section")
    sources.scroll_into_view_if_needed()
    camera.take(page, "sources", of=sources)
    page.get_by_role("button", name="More actions").click()
    camera.take(page, "hand-in")
    page.get_by_role("button", name="Submit to Desk").click()
    page.get_by_text("submitted").first.wait_for()


def _names_a_source(page: Page) -> None:
    page.get_by_role("button", name="Add Source").click()
    row = page.locator("#id_sources-FORMS > :not(.deleted)").last
    row.get_by_label("Title").fill(MINUTES)
    row.get_by_label("Publisher").fill("Hithe Parish Council")


def _quotes(page: Page) -> None:
    page.get_by_label("Words").last.fill("It floats. That was the whole of our requirement.")
    page.get_by_label("Who said it").last.fill("Ottoline Brask")
    page.get_by_label("In what role").last.fill("harbour master")
    page.get_by_label("Source", exact=True).last.select_option(index=1)


def _publishes(page: Page, camera: Camera) -> str:
    page.goto("/newsroom/")
    camera.take(page, "dashboard", down_to=620)
    page.get_by_role("link", name=re.compile(HEADLINE)).first.click()
    page.get_by_role("button", name="More actions").click()
    camera.take(page, "approve")
    page.get_by_role("button", name="Approve and Publish").click()
    expect(page.locator(".messages")).to_contain_text(HEADLINE)
    page.goto(STORIES)
    camera.take(page, "list")
    return "/stories/hithe-gets-a-second-ferry-and-the-first-one-a-day-off"


def _corrects(page: Page, camera: Camera) -> None:
    page.goto(STORIES)
    page.get_by_role("link", name=HEADLINE, exact=True).first.click()
    page.locator("#id_dek").fill(DEK.replace("Monday", "Tuesday"))
    page.get_by_label("What kind of change").select_option("correction")
    page.get_by_label("What was wrong").fill(WRONG)
    page.get_by_label("What is right, or what is new").fill(RIGHT)
    panel = page.locator("section", has=page.get_by_label("What was wrong")).last
    panel.scroll_into_view_if_needed()
    camera.take(page, "changed", of=panel)
    typewriter.publish(page)


def _reads(page: Page, camera: Camera, address: str) -> None:
    page.goto(f"{address}/versions")
    page.get_by_role("link", name="See what was changed, word by word").first.click()
    camera.take(page, "compared")
