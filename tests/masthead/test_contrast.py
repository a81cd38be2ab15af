"""Colours are measured as WCAG does, and the nearest that can be read is one that can."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.masthead import contrast, sheet, themes
from plaudit.masthead.faces import STACKS, Face
from tests.support.home import ROOT

TOKENS = (ROOT / "src/plaudit/static/plaudit/css/tokens.css").read_text()
colours = st.binary(min_size=3, max_size=3).map(lambda rgb: "#" + rgb.hex())
either = st.sampled_from([themes.LIGHT, themes.DARK])


# By WCAG's formula: https://www.w3.org/WAI/WCAG22/Techniques/general/G18
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_known_pairs_have_their_known_ratio(one, other, ratio):
    assert contrast.ratio(one, other) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_a_ratio_is_the_same_both_ways_and_within_bounds(one, other):
    assert contrast.ratio(one, other) == contrast.ratio(other, one)
    assert 1 <= contrast.ratio(one, other) <= 21


@given(colours, either)
def test_the_nearest_colour_can_be_read_and_one_that_can_is_its_own(colour, theme):
    found = contrast.nearest(colour, theme.beside)
    assert themes.is_readable(found, theme)
    if themes.is_readable(colour, theme):
        assert all(
            abs(int(found[at : at + 2], 16) - int(colour[at : at + 2], 16)) <= 1 for at in (1, 3, 5)
        )


@pytest.mark.parametrize("theme", [themes.LIGHT, themes.DARK])
def test_the_sites_own_accents_can_be_read(theme):
    assert themes.is_readable(theme.accent, theme)


def test_the_themes_are_those_of_the_stylesheet():
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    for css, theme in ((light, themes.LIGHT), (dark, themes.DARK)):
        told = dict(re.findall(r"--([\w-]+): (#\w+);", css))
        assert (told["paper"], told["wash"], told["accent"]) == theme[:3]
        assert told["on-accent"].replace("#fff", "#ffffff") == theme.on_accent


def test_the_book_face_is_that_of_the_stylesheet():
    told = re.search(r"--serif: ([^;]+);", TOKENS)[1]
    assert re.sub(r"\s+", " ", told) == STACKS[Face.BOOK]


def test_a_look_like_the_houses_own_needs_no_stylesheet():
    assert not sheet.made_of(themes.LIGHT.accent, themes.DARK.accent, "book", "book")


def test_an_accent_for_light_pages_leaves_dark_pages_theirs():
    css = sheet.made_of("#004488", themes.DARK.accent, "book", "book")
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    assert "--accent: #004488;" in light
    assert f"--accent: {themes.DARK.accent};" in dark


@given(*[st.text().map(lambda typed: typed + "}")] * 4)
def test_nothing_but_colours_and_known_faces_gets_into_the_stylesheet(light, dark, head, text):
    assert not sheet.made_of(light, dark, head, text)
    assert not sheet.made_of(f"#a1211b{light}", f"#000000{dark}", f"book{head}", f"news{text}")


@pytest.mark.parametrize("face", Face.values)
def test_a_face_is_applied_to_text_or_to_headlines(face):
    css = sheet.made_of(themes.LIGHT.accent, themes.DARK.accent, face, "book")
    assert ("--headline:" in css) is (face != "book")
    css = sheet.made_of(themes.LIGHT.accent, themes.DARK.accent, "book", face)
    assert ("--serif:" in css) is (face != "book")
    assert ("--headline:" in css) is (face != "book")  # headlines stay as they were
    assert "url(" not in css
    assert "http" not in css
