"""What is found, in which order, page by page: the same on both databases."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaudit.search import index, pages, words
from plaudit.stories.models import Story
from tests.search.making import NOON, answer, find, put, settle
from tests.support import making

pytestmark = pytest.mark.django_db
ON_POSTGRESQL = connection.vendor == "postgresql"


def test_the_headline_counts_before_the_dek_and_the_dek_before_the_text():
    put("In the text", "The harbour. " * 50, minutes=3)
    put("In the dek", dek="About a harbour", minutes=2)
    put("A new harbour", minutes=1)
    put("The harbourmaster", minutes=4)
    assert find("harbour") == ["A new harbour", "The harbourmaster", "In the dek", "In the text"]


def test_among_equals_the_newest_comes_first():
    for minute in (2, 1, 3):
        put(f"Harbour {minute}", minutes=minute)
    assert find("harbour") == ["Harbour 3", "Harbour 2", "Harbour 1"]


def test_all_words_must_be_there_in_any_order():
    put("The ferry left on time")
    assert find("time ferry") == ["The ferry left on time"]
    assert find("time ferry harbour") == []


def test_words_in_quotation_marks_stand_side_by_side():
    put("The ferry left on time", "It was late.")
    assert find('"left on time"')
    assert not find('"time left"')
    assert not find('"time it"')  # from the headline into the text


def test_the_last_word_and_one_with_an_asterisk_may_go_on():
    put("Ferries leave the harbour")
    assert find("ferr* leave")
    assert find("harbour ferr")
    assert not find("ferr harbour")
    assert not find('"ferr"')
    assert not find("f* leave")  # one letter is no beginning


def test_stories_in_other_scripts_are_found():
    put("العبّارة تغادر في موعدها", language="ar")
    put("東京都庁が移転", language="ja")
    put("Фёдор и паром", language="ru")
    put("สวัสดีชาวโลก", language="th")
    assert find("العبارة") == ["العبّارة تغادر في موعدها"]
    assert find("都庁") == ["東京都庁が移転"]
    assert not find("都京")
    assert find("федор") == ["Фёдор и паром"]
    assert find("ชาวโลก") == ["สวัสดีชาวโลก"]


def test_other_forms_of_a_word_are_found_of_a_word_in_the_language_of_the_story():
    put("The ferries were leaving", language="en")
    put("Die Häuser am Hafen", language="de")
    assert find("ferry leaves") == ["The ferries were leaving"]
    assert find("haus hafen") == ["Die Häuser am Hafen"]
    assert not find('"ferry were"')  # a phrase is meant as it is written
    assert not find('"ferri were"')
    put("The goats run", language="en")
    put("A goat was running", language="en")
    for asked in ("run goat", "goats running"):
        assert set(find(asked)) == {"A goat was running", "The goats run"}


def test_an_answer_is_narrowed_to_section_tag_author_kind_and_days():
    bea = making.author("Bea Writer")
    put("Ferry one", section=making.section("Harbour"), minutes=0)
    put("Ferry two", authors=[bea], tags=["boats"], kind="opinion", minutes=24 * 60)
    assert find("ferry") == ["Ferry two", "Ferry one"]
    assert find("ferry", section="harbour") == ["Ferry one"]
    for name, value in {"tag": "boats", "author": "bea-writer", "kind": "opinion"}.items():
        assert find("ferry", **{name: value}) == ["Ferry two"], name
    assert find("ferry", **{"from": "2026-03-15"}) == ["Ferry two"]
    assert find("ferry", to="2026-03-14") == ["Ferry one"]
    assert find("ferry", to="2026-03-13") == []
    assert find("ferry", section="harbour", kind="opinion") == []


def test_what_a_story_is_filed_under_is_no_word_of_it():
    story = put("The ferry left", tags=["boats"], kind="opinion")
    for word in ("boats", "opinion", "kindopinion", "section", f"section{story.section_id}"):
        assert not find(word)


@pytest.mark.parametrize(
    ("name", "value"),
    [("section", "nowhere"), ("tag", "\0"), ("kind", "poem"), ("from", "2026-02-30"), ("to", "x")],
)
def test_a_filter_that_nobody_knows_is_left_out_and_named(name, value):
    put("Ferry one")
    found = answer("ferry", **{name: value})
    assert len(found.found) == 1
    assert found.asked.filters.unknown == ((value.replace("\0", ""),) if value != "\0" else ())


def test_the_pages_of_an_answer_stay_what_they_were_while_stories_are_published():
    for minute in range(45):
        making.story(f"Ferry {minute}", at=NOON + timedelta(minutes=minute))
    settle()
    first = answer("ferry")
    making.story("Ferry news")
    Story.objects.filter(headline="Ferry news").update(
        first_published_at=NOON + timedelta(days=20_000)
    )
    settle()
    shown = [found.story.headline for found in first.found]
    for page in (2, 3):
        until = first.asked.until
        shown += find("ferry", page=str(page), until=str(until))
    assert shown == [f"Ferry {minute}" for minute in reversed(range(45))]
    assert first.next_url.endswith(f"page=2&until={first.asked.until}")
    assert not first.previous_url


@pytest.mark.parametrize("page", ["0", "-1", "51", "9" * 30, "x", "²", "\0"])
def test_what_is_no_page_is_the_first(page):
    put("Ferry one")
    assert answer("ferry", page=page, until=page).asked.page == 1


def test_of_very_many_the_newest_are_ranked_and_the_count_says_so(monkeypatch):
    monkeypatch.setattr(index, "MOST", 3)
    for minute in range(4):
        put(f"Ferry {minute}", minutes=minute)
    found = answer("ferry")
    assert [one.story.headline for one in found.found] == ["Ferry 3", "Ferry 2", "Ferry 1"]
    assert (found.count, found.is_more) == (3, True)


def test_an_answer_costs_the_same_however_many_stories_are_in_it():
    def cost():
        with CaptureQueriesContext(connection) as done:
            answer("ferry")
        return len(done)

    bea = making.author("Bea Writer")
    put("Ferry", authors=[bea], tags=["boats"])
    few = cost()
    for number in range(15):
        put(f"Ferry {number}", authors=[bea], tags=["boats"])
    assert cost() == few <= 12


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_at_all_is_answered(text):
    assert answer(text).count == 0


ODD = [
    *('"', '""', "'", "\\", "\0", "%", "*", "a*b", "(", ")", "a AND", "NOT a", "a:b", "^a", "-a"),
    *("a & b | !c", "<->", "a <-> b", "{headline} : a", 'NEAR("a" "b", 2)', "'a':*A", "\ud800"),
    *("x" * 10_000, "“" * 10_000, "a " * 5_000, "§section1", "¶", "\u200b", "🦀", "é" * 300),
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_signs_and_operators_of_the_databases_are_only_signs(text):
    put("Nothing to see")
    assert answer(text).count == 0


@settings(
    max_examples=25 if ON_POSTGRESQL else 40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    data=st.data(),
    headline=st.text(min_size=1, max_size=80),
    body=st.text(max_size=300),
)
def test_what_is_put_in_is_found_by_any_of_its_words_and_not_once_it_is_dropped(
    data, headline, body
):
    headline, body = (text.replace("\0", "").replace("\r", "") for text in (headline, body))
    made = Story(headline=headline or "-", section=making.section(), body=[("subhead", body)])
    made.slug, made.live, made.first_published_at = f"s-{made.ulid.lower()}", True, NOON
    made.save()
    settle()
    known = [*words.spans(headline), *words.spans(body)]
    if known:
        word = data.draw(st.sampled_from(known))
        text = headline if word in list(words.spans(headline)) else body
        asked = text[word.start : word.end]
        assert made.pk in [one.story.pk for one in answer(f'"{asked}"').found]
    made.delete()
    settle()
    for word in known[:3]:
        assert made.pk not in [one.story.pk for one in answer(f'"{word.folded}"').found]
        assert not [place for place in answer(word.folded).places if place & pages.MASK == made.pk]
