"""Other forms of a word, by the language of the story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from Stemmer import algorithms

from plaudit.search import stems, words
from tests.search.making import find, put


def test_every_language_has_rules():
    assert set(stems.LANGUAGES.values()) <= set(algorithms())
    assert stems.rules_of("de-AT") == "german"
    assert stems.rules_of("tlh") == ""


def test_a_stem_that_the_text_has_anyway_is_not_kept_twice():
    assert stems.of(["run", "running", "ferries"], "english") == ["≈ferri"]
    assert stems.of(["run", "running"], "") == []


def test_a_word_means_all_words_of_its_stem():
    forms = stems.forms("leaves", ["english"])
    assert set(forms) == {"leav", "≈leav"}
    assert stems.forms("leav", ["english"]) == ["≈leav"]
    assert stems.forms("leaves", []) == []


@pytest.mark.parametrize("rules", sorted(set(stems.LANGUAGES.values())))
@given(found=st.lists(st.text(min_size=1).map(words.folded).filter(bool), max_size=5))
def test_no_stem_holds_a_sign_that_a_database_could_take_for_an_operator(rules, found):
    for stem in stems.of(found, rules):
        assert stem.startswith(stems.MARK)
        assert not set(stem) & set("\"'\\ :*&|!()<>\0")


@pytest.mark.django_db
def test_a_word_is_looked_for_by_the_rules_of_every_language_of_the_paper():
    put("Die Häuser am Hafen", language="de")
    put("The ferries were leaving", language="en")
    put("الكتاب في المكتبة", language="ar")
    assert find("haus ") == ["Die Häuser am Hafen"]
    assert find("leave ferry ") == ["The ferries were leaving"]
    assert find("كتاب ") == ["الكتاب في المكتبة"]


@pytest.mark.django_db
def test_a_phrase_is_meant_as_it_is_written():
    put("The ferries left", "A goat ran home.", language="en")
    for phrase in ("ferry left", "ferri left", "goat run", "run ferri"):
        assert not find(f'"{phrase}"'), phrase
