"""A site in German, as its readers and its editors find it."""

import html
from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string

from plaudit.points import figures
from plaudit.rankings import phrases
from plaudit.rankings.catalogue import MENU
from tests.points.voting import give, press

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def german(in_language):
    in_language("de")


def shown(client, address):
    return html.unescape(client.get(address).content.decode())


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (0, "0 Punkte"),
        (1, "1 Punkt"),
        (2, "2 Punkte"),
        (583, "583 Punkte"),
        (12_345, "12.345 Punkte"),
        (1_234_567, "1.234.567 Punkte"),
        (-1, "−1 Punkt"),
    ],
)
def test_points_are_punkte(points, words):
    assert figures.phrase(points) == words


def test_a_story_has_its_points_in_german_at_its_head_and_in_its_share_box(client, publish):
    page = shown(client, publish(12_345).get_absolute_url())
    assert page.count("<b>12.345</b> Punkte</data>") == 2
    assert '<html lang="de" dir="ltr">' in page
    assert "Gefällt’s Ihnen? Teilen Sie es mit Ihren Freunden!" in page


def test_a_vote_without_a_script_is_refused_in_german(client, publish, alice):
    story = publish(owner=alice)
    client.force_login(alice)
    page = html.unescape(press(client, story, "1").content.decode())
    assert "<h1>Ihr Punkt wurde nicht gezählt</h1>" in page
    assert "Hier können Sie keine Punkte geben" in page


def test_a_press_that_was_no_point_is_explained_to_a_person_in_german(client, publish):
    page = html.unescape(press(client, publish(), "7").content.decode())
    assert "Was gesendet wurde, ist kein Punkt." in page
    assert '<p class="meta" lang="en" dir="ltr">value is 1 for a point' in page


def test_a_program_is_told_in_english_what_it_got_wrong(client, publish):
    assert give(client, publish(), 7).json()["error"].startswith("value is 1 for a point")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", "Noch keine Beiträge"),
        ("/trending", "Die Beiträge, die in den letzten 24 Stunden"),
        ("/how-points-work", "„583 Punkte“ ist eine Summe, keine Note."),
        ("/how-lists-work", "Zeitpunkt des Erscheinens + 3 h × log2(1 + Punkte)"),
        ("/accounts/login/", "Passwort vergessen?"),
        ("/accounts/signup/", "Konto anlegen"),
        ("/nowhere", "Hier gibt es keine Seite"),
    ],
)
def test_pages_speak_german(client, address, words):
    assert words in shown(client, address)


def test_the_page_for_trouble_speaks_german_too():
    page = render_to_string("500.html")
    assert '<html lang="de" dir="ltr">' in page
    assert "Bei uns ist etwas schiefgegangen" in page


def test_lists_have_german_names_and_a_place_its_reason():
    assert [str(found.name) for found in MENU] == ["Neu", "Im Trend", "Gefragt", "Beliebt", "Top"]
    assert phrases.span(5_400) == "1 Stunde und 30 Minuten"


def test_a_time_of_day_is_said_as_german_papers_say_it():
    moment = int(datetime(2026, 11, 24, 16, 12, tzinfo=UTC).timestamp())
    assert phrases.moment(moment) == "24. November 2026, 16:12 Uhr"


def test_the_points_page_and_its_chart_speak_german(client, publish):
    story = publish()
    give(client, story, 1)
    page = shown(client, f"{story.get_absolute_url()}/points")
    assert '<title id="days-title">Punkte nach Tagen</title>' in page
    assert ": 1 Punkt. Die meisten am" in page


def test_editors_write_in_german(client, alice):
    client.force_login(alice)
    page = shown(client, "/newsroom/snippets/stories/story/add/")
    for words in ("Überschrift", "Vorspann", "Ressort", "Bericht", "In der Reihenfolge der"):
        assert words in page


def test_a_story_in_another_language_says_so(client, publish):
    page = shown(client, publish(language="en").get_absolute_url())
    assert '<h1 class="story-headline" lang="en" dir="ltr">' in page
    own = shown(client, publish(headline="Zwei").get_absolute_url())
    assert '<h1 class="story-headline">Zwei</h1>' in own


def test_a_region_of_german_speaks_german(in_language):
    in_language("de-at")
    assert figures.phrase(583) == "583 Punkte"


def test_a_language_without_a_catalogue_has_our_words_in_english(in_language):
    in_language("fr")
    assert figures.phrase(583) == "583 points"
