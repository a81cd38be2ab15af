"""How texts are cut into words: the same for what is written and for what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.search import queries, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry left, on TIME!", "the ferry left on time"),
        ("Fähre Straße Café Æsop", "fahre strasse cafe æsop"),
        ("half-time don’t 3,14 m²", "half time don t 3 14 m2"),
        ("co\u00adop\u00aderate", "cooperate"),
        ("العبّارة الـمدرسة أحمد على", "العباره المدرسه احمد علي"),
        ("שָׁלוֹם", "שלום"),
        ("می\u200cخواهم کتاب", "ميخواهم كتاب"),
        ("हिन्दी में", "हिन्दी में"),
        ("東京 ガス", "東 京 ガ ス"),
        ("서울에서", "서울에서"),
        ("ὀδυσσεύς", "οδυσσευσ"),
        ("İstanbul ISTANBUL", "istanbul istanbul"),
        ("a_b a.b @name #tag", "a b a b name tag"),
        ("“”¶§…\0\t", ""),
        ("ﬁsh ①", "fish 1"),
    ],
)
def test_case_accents_vowel_marks_and_forms_of_letters_make_no_difference(text, found):
    assert " ".join(words.of(text)) == found


def test_a_very_long_word_counts_by_its_beginning():
    assert words.of("a" * 500) == words.of("a" * 300) == ["a" * words.LONGEST]


@given(st.text())
def test_every_word_stands_where_it_is_said_to_and_is_letters_figures_and_marks(text):
    end = 0
    for word in words.spans(text):
        assert end <= word.start < word.end <= len(text)
        assert words.of(text[word.start : word.end]) == [word.folded]
        assert word.folded.isprintable()
        assert not set(word.folded) & set(" \"'*\\:&|!()<>-¶§\0")
        end = word.end


@given(st.text(), st.text())
def test_a_space_between_two_texts_changes_no_word_of_either(left, right):
    assert words.of(f"{left} {right}") == words.of(left) + words.of(right)


@given(st.text(max_size=150))
def test_any_text_is_a_query_within_bounds(text):
    query = queries.read(text)
    assert len(query.terms) <= queries.MOST_TERMS
    asked = [word for term in query.terms for word in term.words]
    assert set(asked) <= set(words.of(text))
    assert bool(query) == bool(words.of(query.text))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ferry time", [("ferry",), ("time*",)]),
        ("ferr* time ", [("ferr*",), ("time*",)]),
        ('"left on time"', [("left", "on", "time")]),
        ("„zur rechten Zeit“ Fähre", [("zur", "rechten", "zeit"), ("fahre*",)]),
        ('late "left on', [("late",), ("left", "on")]),
        ("half-time", [("half", "time*")]),
        ("東京都", [("東", "京", "都")]),
        ("x", [("x",)]),
        ("ferry ferry* FERRY", [("ferry",), ("ferry*",)]),
        ("AND OR NOT NEAR(a b)", [("and",), ("or",), ("not",), ("near", "a"), ("b",)]),
        ("*** !!! \0 \"'", []),
    ],
)
def test_words_phrases_and_beginnings_are_told_apart(text, terms):
    found = queries.read(text).terms
    said = [
        (*term.words[:-1], f"{term.words[-1]}*") if term.is_open else term.words for term in found
    ]
    assert said == terms


def test_of_a_very_long_query_the_beginning_is_looked_for_and_that_is_said():
    query = queries.read("ferry " * 2_000 + "harbour")
    assert (query.terms, query.is_cut) == (queries.read("ferry ").terms, True) or query.is_cut
    assert queries.read("a b c d e f g h i j").is_cut
    assert not queries.read("the ferry left on time").is_cut
