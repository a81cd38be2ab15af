"""Typing in the newsroom, as a person at a browser does it."""

import re

from playwright.sync_api import Page, expect


def sign_in(page: Page, login: str, password: str) -> None:
    """Come in by the site's one door and arrive at the desk, where stories are written."""
    pass_the_door(page, login, password)
    page.get_by_role("link", name="Write a story").wait_for()


def pass_the_door(page: Page, login: str, password: str) -> None:
    page.goto("/accounts/login/?next=/newsroom/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/newsroom/")


def write(page: Page, headline: str, dek: str, text: str, *, section: str = "") -> None:
    """From the desk: a new story of one paragraph, typed and not saved yet."""
    page.get_by_role("link", name="Write a story").click()
    page.get_by_role("textbox", name="Headline").fill(headline)
    page.locator("#id_dek").fill(dek)
    if section:
        choose_section(page, section)
    page.locator("#panel-child-story-body-content [title='Insert a block']").first.click()
    page.get_by_role("option", name="Paragraph").click()
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.type(text)
    # The editor of a paragraph hands its text to the form a quarter of a second later.
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))


def choose_section(page: Page, name: str) -> None:
    """In place of the one that the editor begins with."""
    chooser = page.locator("#id_section-chooser")
    chooser.get_by_role("button", name="Actions").click()
    page.get_by_role("button", name="Choose another section").click()
    page.get_by_role("dialog").get_by_role("link", name=name, exact=True).click()
    expect(chooser.locator("[data-chooser-title]")).to_have_text(name)


def publish(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    wait_until_published(page)


def wait_until_published(page: Page) -> None:
    page.get_by_text("created and published").or_(
        page.get_by_text("updated and published")
    ).first.wait_for()
