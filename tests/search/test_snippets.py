"""Passages: what was found is marked, and nothing in them is HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.search import queries, snippets


def shown(text, query):
    """With brackets around what is marked."""
    parts = snippets.passage(text, queries.read(query).terms)
    return "".join(f"[{part.text}]" if part.is_found else part.text for part in parts)


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The ferry left.", "ferry", "The [ferry] left."),
        ("The Ferries left.", "ferr", "The [Ferries] left."),
        ("Die Fähre legt ab.", "fahre", "Die [Fähre] legt ab."),
        ("It left on time, on time.", '"on time"', "It left [on time], [on time]."),
        ("it left on Monday", '"on time"', "it left on Monday"),
        ("غادرت العبّارة في موعدها", "العبارة", "غادرت [العبّارة] في موعدها"),
        ("東京都庁にて", "京都", "東[京都]庁にて"),
        ("", "ferry", ""),
    ],
)
def test_what_was_found_is_marked_as_it_is_written_in_the_story(text, query, found):
    assert shown(text, query) == found


def test_a_passage_of_a_long_text_is_around_what_was_found():
    text = "before " * 200 + "the ferry left " + "after " * 200
    found = shown(text, "ferry")
    assert re.fullmatch(r"… (before )+the \[ferry\] left (after ?)+ …", found)
    assert len(found) <= snippets.LENGTH + 10


def test_without_a_word_in_the_text_it_is_its_beginning():
    assert shown("before " * 100, "ferry").startswith("before before")


@given(st.text(), st.text(max_size=40))
def test_a_passage_is_a_piece_of_the_text_and_its_html_says_nothing_but_that(text, query):
    terms = queries.read(query).terms
    parts = snippets.passage(text, terms)
    inside = [part.text for part in parts if part.text not in ("… ", " …")]
    assert "".join(inside) in text
    html = str(snippets.as_html(parts))
    assert "<" not in html.replace("<mark>", "").replace("</mark>", "")


@given(st.text())
def test_a_whole_line_is_shown_whole(text):
    parts = snippets.marked(text, queries.read(text).terms)
    assert "".join(part.text for part in parts) == text
