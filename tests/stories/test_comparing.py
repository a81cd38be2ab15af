"""Two texts compared: nothing is left out, nothing is made up, and it is never slow."""

from hypothesis import example, given
from hypothesis import strategies as st

from plaudit.stories import comparing
from plaudit.stories.comparing import IN, OUT, SAME, Comparison, Piece

# Few words, so that many are the same; some with marks, and one script without spaces.
WORDS = st.sampled_from(["ferry", "left", "at", "nine.", "ten.", "“no”", "رحلت", "渡", "船"])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
BUDGETS = st.sampled_from([0, 20, 300, comparing.BUDGET])


def words(text):
    return [word.strip() for word in comparing.WORD.findall(text)]


def told(pieces, *kinds):
    return words("".join(piece.text for piece in pieces if piece.kind in kinds))


@given(TEXTS, TEXTS, BUDGETS)
@example("", "", 0)
def test_both_texts_can_be_read_off_a_comparison(before, after, budget):
    pieces = Comparison(budget).pieces(before, after)
    assert told(pieces, SAME, OUT) == words(before)
    assert told(pieces, SAME, IN) == words(after)
    assert (before == after) <= all(piece.kind == SAME for piece in pieces)


@given(st.lists(TEXTS, max_size=12), st.lists(TEXTS, max_size=12), BUDGETS)
def test_every_passage_of_both_is_in_the_pairs_in_its_order(before, after, budget):
    pairs = list(Comparison(budget).pairs(before, after))
    assert [old for old, _ in pairs if old is not None] == before
    assert [new for _, new in pairs if new is not None] == after
    assert (None, None) not in pairs


def test_one_word_is_one_change():
    pieces = Comparison().pieces("The ferry left at nine.", "The ferry left at ten.")
    assert pieces == [
        Piece(SAME, "The ferry left at "), Piece(OUT, "nine. "), Piece(IN, "ten. "),
    ]  # fmt: skip


def test_a_passage_put_in_before_one_that_was_changed_is_not_taken_for_it():
    before = ["The ferry left at nine from the old quay, and it was full of people."]
    after = ["A storm was coming.", "The ferry left at ten from the old quay, and it was full."]
    assert list(Comparison().pairs(before, after)) == [(None, after[0]), (before[0], after[1])]


def test_two_changes_far_apart_in_a_long_story_are_two_small_changes():
    before = [f"Passage {number} of the long report." for number in range(20_000)]
    after = list(before)
    after[3], after[19_990] = "Passage 3 of the short report.", "Passage 19990 of the short report."
    changed = [pair for pair in Comparison().pairs(before, after) if pair[0] != pair[1]]
    assert changed == [(before[3], after[3]), (before[19_990], after[19_990])]


def test_what_is_beyond_the_budget_is_told_in_two_pieces():
    before, after = "a b " * 50_000, "b c " * 50_000
    assert [piece.kind for piece in Comparison().pieces(before, after)] == [OUT, IN]


def test_long_unchanged_stretches_are_cut_to_what_stands_beside_a_change():
    around = [f"word{number}" for number in range(500)]
    before, after = " ".join([*around, "old", *around]), " ".join([*around, "new", *around])
    pieces = comparing.shortened(Comparison().pieces(before, after))
    assert [piece.kind for piece in pieces] == [SAME, OUT, IN, SAME]
    assert pieces[0].text.startswith("… word460")
    assert pieces[-1].text.startswith("word0")
    assert pieces[-1].text.endswith("word39 … ")
