"""A site's own logo, accent and faces: on every page, without a rule in any page."""

import base64
import hashlib
import itertools
import re

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.test.utils.form_data import nested_form_data

from plaudit.masthead.models import Look
from plaudit.masthead.themes import DARK, LIGHT
from tests.support import cast, making, typewriter
from tests.support.calling import editor, soon

LOOK = "/newsroom/snippets/masthead/look"
BLUE = "#004488"
SHEET = re.compile(r'<link rel="stylesheet" href="(/look/[0-9a-f]{12}\.css)">')
EVERYBODY = ["", "charlie", "mo", "bob", "alice", "dora"]


def look_form(**changes):
    fields = {
        "logo": "",
        "logo_dark": "",
        "accent": LIGHT.accent,
        "accent_dark": DARK.accent,
        "headlines": "book",
        "text": "book",
    }
    return nested_form_data(fields | changes)


def change(browser, **fields):
    browser.get(f"{LOOK}/")
    return browser.post(f"{LOOK}/edit/1/", look_form(**fields))


def sheet_of(client, path="/"):
    found = SHEET.search(client.get(path).content.decode())
    return found and found[1]


def test_a_site_that_chose_nothing_has_no_stylesheet_of_its_own(db, client):
    assert sheet_of(client) is None


def test_what_is_chosen_is_in_a_stylesheet_that_may_be_kept_for_ever(as_, client):
    change(as_("alice"), accent=BLUE, text="plain")
    path = sheet_of(client)
    answer = client.get(path)
    assert answer["Content-Type"] == "text/css"
    assert "immutable" in answer["Cache-Control"]
    assert f"--accent: {BLUE};" in answer.content.decode()
    assert "<style" not in client.get("/").content.decode()


def test_another_look_has_another_address_and_the_old_one_gives_the_new_unkept(as_, client):
    alice = as_("alice")
    change(alice, accent=BLUE)
    before = sheet_of(client)
    change(alice, accent="#225500")
    assert sheet_of(client) != before
    answer = client.get(before)
    assert "--accent: #225500;" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"


def test_a_colour_that_cannot_be_read_is_refused_and_the_nearest_is_offered(as_):
    alice = as_("alice")
    text = change(alice, accent="#ffcc00").content.decode()
    assert "#ffcc00 cannot be read here: its contrast is 1.3" in text
    nearest = re.search(r"The nearest colour that can be read is (#[0-9a-f]{6})\.", text)[1]
    assert Look.objects.get().accent == LIGHT.accent
    change(alice, accent=nearest)
    assert Look.objects.get().accent == nearest


def test_dark_pages_are_measured_against_dark_paper(as_):
    text = change(as_("alice"), accent_dark="#330000").content.decode()
    assert "#330000 cannot be read here" in text


@pytest.mark.parametrize("colour", ["red", "#12345", "#a1211b;}", "url(x)", "#GGGGGG", "#a1211b\n"])
def test_what_is_no_colour_is_refused(as_, colour):
    change(as_("alice"), accent=colour)
    assert "url" not in Look.objects.get().css
    assert re.fullmatch("#[0-9a-f]{6}", Look.objects.get().accent)


def test_a_logo_stands_for_the_name_and_is_called_by_it(as_, client):
    logo = making.photo(alt="Something else")
    change(as_("alice"), logo=logo.pk)
    plate = re.search(r'<h1 class="nameplate-name">.*?</h1>', client.get("/").content.decode())[0]
    assert '<img alt="The Test Gazette"' in plate
    assert "Something else" not in plate
    logo.delete()
    assert "<img" not in client.get("/hot").content.decode().split("<main")[0]


def test_dark_pages_may_have_a_logo_of_their_own(as_, client):
    light, dark = making.photo(), making.photo()
    change(as_("alice"), logo=light.pk, logo_dark=dark.pk)
    plate = re.search(r'<h1 class="nameplate-name">.*?</h1>', client.get("/").content.decode())[0]
    source = re.search(r'<source media="screen and ([^"]+)" srcset="(\S+)"', plate)
    assert source[1] == "(prefers-color-scheme: dark)"
    assert source[2] == dark.get_rendition("max-960x320|format-webp-lossless").url
    assert light.get_rendition("max-960x320|format-webp-lossless").url in plate
    assert plate.count("<img") == 1
    dark.delete()
    assert "<source" not in client.get("/hot").content.decode().split("<main")[0]


def test_a_logo_for_dark_pages_alone_is_refused(as_):
    answer = change(as_("alice"), logo_dark=making.photo().pk)
    assert "Choose the logo itself, too" in answer.content.decode()
    assert Look.objects.get().logo_dark is None


def test_the_screen_says_whose_the_name_is(as_):
    alice = as_("alice")
    alice.get(f"{LOOK}/")
    text = alice.get(f"{LOOK}/edit/1/").content.decode()
    assert "The site is called “The Test Gazette”" in text


def test_a_look_is_tried_on_before_anybody_sees_it(as_, client):
    alice = as_("alice")
    alice.get(f"{LOOK}/")
    url = f"{LOOK}/preview/1/"
    assert alice.post(url, look_form(accent=BLUE)).json()["is_valid"]
    shown = alice.get(url)
    rules = re.search(r"<style>(.*?)</style>", shown.content.decode(), re.DOTALL)[1]
    assert f"--accent: {BLUE};" in rules
    digest = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in shown["Content-Security-Policy"]
    assert sheet_of(client) is None
    assert not alice.post(url, look_form(accent="#ffcc00")).json()["is_valid"]


@pytest.mark.parametrize("pattern", Look.snippet_viewset.get_urlpatterns(), ids=lambda it: it.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_view_lets_in_editors_and_administrators_only(as_, pattern, method):
    change(as_("alice"), accent=BLUE)
    known = {"pk": 1, "revision_id": Look.objects.get().latest_revision_id}
    known |= {"revision_id_a": "earliest", "revision_id_b": "latest"}
    arguments = {name: known[name] for name in pattern.pattern.regex.groupindex}
    url = reverse(f"wagtailsnippets_masthead_look:{pattern.name}", kwargs=arguments)
    for name in EVERYBODY:
        answer = getattr(as_(name), method)(url, look_form() if method == "post" else {})
        sent_to = answer.headers.get("Location", "").split("?")[0]
        is_refused = answer.status_code in (403, 405) or sent_to in (
            "/newsroom/",
            "/newsroom/login/",
            f"{LOOK}/edit/1/",  # which asks again
        )
        if name not in ("alice", "dora") or pattern.name in ("add", "delete"):
            assert is_refused, name
            assert Look.objects.get().accent == BLUE


def test_a_change_is_on_stored_pages_soon_and_its_stylesheet_is_stored(running_site, call):
    alice = editor(running_site, call())
    alice.get(f"{LOOK}/")
    alice.fills_in(f"{LOOK}/edit/1/", **look_form(accent="#553300"))
    for path in ("/", "/how-points-work"):
        soon(lambda path=path: SHEET.search(call().get(path).text))
    path = SHEET.search(call().get("/").text)[1]
    soon(lambda: "--accent: #553300;" in call().get(path).text)
    assert call().get("/look/no-such-version.css").getheader("cache-control") == "no-store"
    alice.fills_in(f"{LOOK}/edit/1/", **look_form())
    soon(lambda: not SHEET.search(call().get("/").text))


@pytest.mark.browser
def test_a_colour_is_in_the_preview_while_it_is_chosen_and_nowhere_else(running_site, with_scripts):
    with running_site.database():
        alice = cast.alice()
        alice.password = PBKDF2PasswordHasher().encode(cast.PASSWORD, "salt")
        alice.save()
    page = with_scripts.new_page()
    said = []
    page.on("console", lambda message: message.type == "error" and said.append(message.text))
    typewriter.pass_the_door(page, "alice", cast.PASSWORD)
    page.goto(f"{LOOK}/")
    toggle = page.locator("button[aria-label*=review]").first
    toggle.wait_for()
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    button = page.frame_locator("#w-preview-iframe").get_by_role("button", name="Main button")
    colours = itertools.cycle(["#225501", "#225500"])  # the screen listens after a while only

    def is_worn():
        page.locator("[name=accent]").fill(next(colours))
        page.wait_for_timeout(1500)
        return button.evaluate("it => getComputedStyle(it).backgroundColor").startswith(
            "rgb(34, 85"
        )

    soon(is_worn)
    with running_site.database():
        assert not Look.objects.exclude(accent=LIGHT.accent).exists()
    assert said == []


@pytest.mark.browser
@pytest.mark.parametrize(("theme", "colour"), [("light", BLUE), ("dark", "#88ccff")])
def test_the_browser_wears_it_in_both_themes(own_site, with_scripts, theme, colour):
    own_site.start()
    with own_site.database():
        Look.objects.create(pk=1, accent=BLUE, accent_dark="#88ccff", headlines="plain")
    page = with_scripts.new_page()
    page.emulate_media(color_scheme=theme)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{own_site.url}/how-points-work")
    worn = "getComputedStyle(document.documentElement).getPropertyValue('--accent')"
    page.wait_for_function(f"{worn}.trim() === '{colour}'")
    assert "Roboto" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    expect(page.locator("body")).not_to_have_css("font-family", re.compile("Roboto"))
    assert said == []
