"""Words side by side: found where they stand so, and nowhere else, the same on both databases."""

from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaudit.search import index, runs, stems, texts, words
from plaudit.search.models import Entry
from plaudit.search.queries import Query, Term
from tests.search.making import answer, find, put

pytestmark = pytest.mark.django_db
# Few, so that they meet often; some are forms of others, which a phrase does not mean.
KNOWN = ("the", "ferry", "ferries", "left", "leaves", "time", "times")
known = st.lists(st.sampled_from(KNOWN), max_size=12)


class Written(NamedTuple):
    headline: list[str]
    body: list[str]
    section: int

    def says(self, term: Term) -> bool:
        """By looking at every place, in what nobody has to be quick for."""
        return any(
            self._stands(term, text, place)
            for text in (self.headline, self.body)
            for place in range(len(text))
        )

    @staticmethod
    def _stands(term, text, place):
        *first, last = term.words
        *before, there = text[place : place + len(term.words)]
        return before == first and (there.startswith(last) if term.is_open else there == last)


@st.composite
def phrases(draw):
    said = draw(st.lists(st.sampled_from(KNOWN), min_size=2, max_size=4))
    if draw(st.booleans()):
        return Term((*said[:-1], said[-1][:2]), is_open=True)
    return Term(tuple(said))


def text_of(place, written):
    return texts.Text(
        place=place,
        ulid=f"{place:026}",
        headline=words.padded(written.headline),
        dek=words.padded([]),
        body=" ".join(written.body),
        words=[*written.headline, texts.EDGE, texts.EDGE, *written.body],
        scopes=[texts.EDGE, f"§section{written.section}"],
        stems=stems.of([*written.headline, *written.body], "english"),
        rules="english",
    )


@pytest.mark.parametrize("buckets", [1, runs.BUCKETS])
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(
    written=st.lists(st.builds(Written, known, known, st.integers(0, 1)), max_size=8),
    asked=st.lists(phrases(), min_size=1, max_size=2),
    scopes=st.sampled_from([[], ["section0"]]),
    ends=st.tuples(st.integers(0, 9), st.integers(0, 9)),
    most=st.integers(1, 8),
)
def test_an_answer_is_the_newest_stories_in_which_every_phrase_stands(
    monkeypatch, buckets, written, asked, scopes, ends, most
):
    monkeypatch.setattr(runs, "BUCKETS", buckets)  # 1: all have the same number
    monkeypatch.setattr(index, "MOST", most)
    start, end = sorted(ends)
    index.drop(list(Entry.objects.values_list("ulid", flat=True)))  # of the example before
    index.put([text_of(place, one) for place, one in enumerate(written, start=1)])
    expected = [
        place
        for place, one in reversed(list(enumerate(written, start=1)))
        if start <= place < end and all(map(one.says, asked)) and (one.section == 0 or not scopes)
    ]
    assert index.find(Query("", tuple(asked)), scopes, start, end) == expected[:most]


def test_no_phrase_reaches_from_one_part_of_a_story_into_the_next():
    put("The ferry left the harbour", "Goats were seen.", dek="Captain silent")
    assert find('"left the harbour"')
    for reaching in ("harbour captain", "silent goats", "the harbour captain", "seen section"):
        assert not find(f'"{reaching}"'), reaching


def test_a_phrase_is_found_with_words_phrases_and_beginnings_beside_it():
    put("The ferry left the harbour", "A goat was seen on the quay.")
    put("The ferry left the quay", "A goat left the harbour.")
    assert find('"ferry left the harbour" goat') == ["The ferry left the harbour"]
    assert find('"left the harbour" "left the quay" se') == []
    assert find('"left the harbour" "on the quay" se') == ["The ferry left the harbour"]
    assert len(answer('"the harbour" "the quay"').places) == 2


def test_a_phrase_of_the_longest_words_and_one_longer_than_most_are_found():
    long = ["x" * words.LONGEST, "y" * words.LONGEST, "ж" * words.LONGEST]
    put("Long", " ".join(long))
    assert find(f'"{" ".join(long[:2])}"') == ["Long"]
    assert find(f'"{" ".join(long[1:])}"') == ["Long"]
    put("Many", " ".join(f"w{number}" for number in range(30)))
    assert find(f'"{" ".join(f"w{number}" for number in range(20))}"') == ["Many"]
