"""Every language Plaudit is translated into says all of it, and says it right."""

import gettext
import re

import pytest

from tests.languages.catalogues import (
    LANGUAGES,
    LOCALE,
    catalogue,
    compiled,
    pairs,
    said,
)

WHAT_TO_DO = (
    "\nRun `make messages`, translate what is new in {file}, run it again and commit both files "
    "(docs/developers/languages.md)."
)
PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[sd]|%%")
MARKUP = re.compile(r"<[^>]+>")
COUNTS = {"figure", "n", "count", "points", "minutes"}
MANY = 1000
every_catalogue = pytest.mark.parametrize("language", LANGUAGES)


def advice(language):
    return WHAT_TO_DO.format(file=f"src/plaudit/locale/{language}/LC_MESSAGES/django.po")


def forms_of(language):
    """How many plural forms there are, and the numbers that each is for."""
    count, formula = re.fullmatch(
        r"nplurals=(\d+); plural=(.+);", catalogue(language).metadata["Plural-Forms"]
    ).groups()
    form = gettext.c2py(formula)
    numbers = [[] for _ in range(int(count))]
    for number in range(MANY):
        numbers[form(number)].append(number)
    return numbers


def test_there_are_german_and_arabic():
    assert {"ar", "de"} <= set(LANGUAGES)


@every_catalogue
def test_a_catalogue_knows_every_word_that_the_site_says(language):
    unknown = said() - pairs(catalogue(language)).keys()
    assert not unknown, f"Not in the catalogue: {sorted(unknown)}{advice(language)}"


@every_catalogue
def test_a_catalogue_has_no_word_that_the_site_says_no_more(language):
    idle = pairs(catalogue(language)).keys() - said()
    assert not idle, f"Said nowhere: {sorted(idle)}{advice(language)}"


@every_catalogue
def test_a_catalogue_has_a_translation_for_everything(language):
    missing = [words for words, texts in pairs(catalogue(language)).items() if not all(texts)]
    assert not missing, f"Not translated: {missing}{advice(language)}"


@every_catalogue
def test_a_catalogue_has_nothing_that_was_only_guessed(language):
    guessed = [entry.msgid for entry in catalogue(language) if entry.fuzzy]
    assert not guessed, (
        f"Marked fuzzy, so look at them and remove the mark: {guessed}{advice(language)}"
    )


@every_catalogue
def test_a_catalogue_is_compiled_as_it_is_written(language):
    assert compiled(language) == pairs(catalogue(language)), (
        f"The .mo file is older than the .po file.{advice(language)}"
    )


@every_catalogue
def test_a_catalogue_has_a_text_for_every_plural_form_and_a_form_for_every_number(language):
    numbers = forms_of(language)
    assert all(numbers)
    for words, texts in pairs(catalogue(language)).items():
        assert len(texts) == (len(numbers) if words.plural else 1), words


@every_catalogue
def test_a_catalogue_fills_in_what_the_original_fills_in(language):
    for words, texts in pairs(catalogue(language)).items():
        wanted = blanks(words.plural or words.singular)
        for text, numbers in zip(texts, forms_of(language), strict=False):
            left_out = wanted - blanks(text)
            assert blanks(text) <= wanted, (words, text)
            # "One point" needs no figure, where the form is for that one number.
            assert left_out <= (COUNTS if words.plural and len(numbers) == 1 else set()), (
                words,
                text,
            )


@every_catalogue
def test_a_catalogue_keeps_the_markup_and_the_spaces_around(language):
    for words, texts in pairs(catalogue(language)).items():
        for text in texts:
            assert MARKUP.findall(text) == MARKUP.findall(words.singular), text
            assert (text[0] == " ") == (words.singular[0] == " "), text


@every_catalogue
def test_a_catalogue_begins_with_its_glossary(language):
    head = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text().partition("\nmsgid")[0]
    assert "# One word for one thing:" in head
    assert "story = " in head


def blanks(text):
    return {found.group(1) or found.group() for found in PLACEHOLDER.finditer(text)}
