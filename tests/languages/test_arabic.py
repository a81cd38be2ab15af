"""A site in Arabic: six plural forms, from right to left, in the page and in its script."""

import html

import pytest
from django.utils import translation
from playwright.sync_api import expect

from plaudit.points import figures
from plaudit.rankings import phrases
from plaudit.sharing.models import ShareTally
from plaudit.sharing.templatetags.sharing import shares_phrase
from plaudit.stories.templatetags.stories import isolated
from tests.journeys.people import USER_AGENT
from tests.languages.conftest import with_points
from tests.points.voting import press

NUMBERS = [
    (0, "لا نقاط"),
    (1, "نقطة واحدة"),
    (2, "نقطتان"),
    (3, "3 نقاط"),
    (10, "10 نقاط"),
    (11, "11 نقطة"),
    (99, "99 نقطة"),
    (100, "100 نقطة"),
    (103, "103 نقاط"),
    (12_345, "12,345 نقطة"),
    (-1, "\u200e−1 نقطة"),
    (-2, "\u200e−2 نقطة"),
    (-3, "\u200e−3 نقاط"),
]


@pytest.fixture
def arabic(in_language):
    in_language("ar")


@pytest.mark.parametrize(("points", "words"), NUMBERS)
def test_points_have_the_form_of_their_number(arabic, points, words):
    assert figures.phrase(points) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3_600, "ساعة واحدة"), (7_200, "ساعتان"), (5_400, "ساعة واحدة و30 دقيقة")],
)
def test_spans_of_time_do_too(arabic, seconds, words):
    assert phrases.span(seconds) == words


@pytest.mark.django_db
def test_a_page_is_set_from_the_right_and_a_story_in_english_on_it_is_not(arabic, client, publish):
    page = client.get(publish(language="en").get_absolute_url()).content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1 class="story-headline" lang="en" dir="ltr">' in page
    assert "أعجبك المقال؟ شاركه مع أصدقائك!" in page


@pytest.mark.django_db
def test_a_vote_is_refused_in_arabic(arabic, client, publish, alice):
    story = publish(owner=alice)
    client.force_login(alice)
    assert "لا يمكن منح النقاط هنا" in html.unescape(press(client, story, "1").content.decode())


def test_a_headline_that_runs_the_other_way_is_kept_apart_in_a_sentence(arabic):
    assert isolated("Why now?") == "\u2068Why now?\u2069"
    assert isolated("العبّارة") == "العبّارة"


@pytest.fixture
def reader(browser, arabic_site):
    context = browser.new_context(base_url=arabic_site.url, user_agent=USER_AGENT)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("before", "after"),
    [(number, words) for number, words in NUMBERS if number in (-2, -1, 0, 1, 2, 10, 99, 12_345)],
)
def test_the_script_says_what_the_page_says(reader, arabic_site, before, after):
    """One point more, told by the script and by the page when it is read again."""
    with arabic_site.database():
        story = with_points(before)
    reader.goto(story.get_absolute_url())
    figure = reader.locator("#points .points")
    expect(figure).to_have_text(after)
    reader.locator("#points .points-button").first.click()
    status = reader.locator("#points [role=status]")
    expect(status).to_contain_text("احتُسبت نقطتك.")
    said = figure.inner_text()
    assert status.inner_text() == f"احتُسبت نقطتك. {said}"
    reader.reload()
    expect(figure).to_have_text(said)


@pytest.mark.browser
@pytest.mark.parametrize("before", [1, 1_233])
def test_the_shares_that_a_share_shows_at_once_are_those_of_a_page_made_anew(
    reader, arabic_site, before
):
    with arabic_site.database():
        story = with_points()
        ShareTally.objects.create(about=story.about, shares=before)
    reader.goto(story.get_absolute_url())
    shown = reader.locator(".share-count")
    first = shown.inner_text()
    with reader.expect_response("**/share"):
        reader.locator("[data-network=mail]").click()
    expect(shown).not_to_have_text(first)
    said = shown.inner_text()
    assert said == shares_phrase_in_arabic(before + 1)


def shares_phrase_in_arabic(number):
    with translation.override("ar"):
        return shares_phrase(number)


@pytest.mark.browser
def test_a_script_that_is_refused_says_why_in_arabic(reader, arabic_site):
    with arabic_site.database():
        story = with_points()
    reader.goto(story.get_absolute_url())
    with arabic_site.database():
        type(story).objects.filter(pk=story.pk).update(is_closed=True)
    reader.locator("#points .points-button").first.click()
    expect(reader.locator("#points .is-problem")).to_contain_text("لا يمكن منح النقاط هنا")


@pytest.mark.browser
@pytest.mark.parametrize("across", [320, 820, 1280])
def test_no_page_is_wider_than_the_window(reader, arabic_site, across):
    with arabic_site.database():
        story = with_points(583, headline="العبّارة تغادر في موعدها")
    reader.set_viewport_size({"width": across, "height": 900})
    own = story.get_absolute_url()
    for address in ("/", "/new", own, f"{own}/points", "/accounts/signup/", "/nowhere"):
        reader.goto(address)
        assert reader.evaluate("document.documentElement.scrollWidth") <= across, address


@pytest.mark.browser
def test_letters_that_join_are_not_pulled_apart(reader, arabic_site):
    with arabic_site.database():
        story = with_points(3, headline="العبّارة تغادر في موعدها")
    reader.goto(story.get_absolute_url())
    for part in ("h1", ".kicker", "#points .points b"):
        spacing = reader.locator(part).first.evaluate("it => getComputedStyle(it).letterSpacing")
        assert spacing in ("normal", "0px"), part


def test_a_command_speaks_english_on_a_site_in_arabic(arabic_site):
    answer = arabic_site.plaudit("story", "add", "-", "--section", "Nowhere", stdin="One\n\nTwo\n")
    assert answer.returncode == 1
    assert "No section is called “Nowhere”." in answer.stderr
