"""Checkpoints: one way to write one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.tlog import checkpoints, notes
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import EMPTY_ROOT, MOST_LEAVES
from plaudit.tlog.keys import SignerKey, VerifierKey
from plaudit.tlog.refused import Malformed, NotProved
from tests.tlog import published

ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
# The text of the example in C2SP tlog-checkpoint.
EXAMPLE = f"example.com/behind-the-sofa\n20852163\n{ROOT}\n"
EMPTY = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


def test_the_specifications_example_is_read_and_written_back():
    found = checkpoints.parse(EXAMPLE)
    assert (found.origin, found.size) == ("example.com/behind-the-sofa", 20852163)
    assert found.root.hex().startswith("0ac5186a91863e8e")
    assert found.text() == EXAMPLE


def test_extension_lines_are_kept():
    found = checkpoints.parse(EXAMPLE + "one\ntwo 2\n")
    assert found.extensions == ("one", "two 2")
    assert found.text() == EXAMPLE + "one\ntwo 2\n"


@pytest.mark.parametrize(
    ("text", "origin", "key"),
    [
        (published.SUMDB_CHECKPOINT, "go.sum database tree", published.SUMDB),
        (published.ARCHE_CHECKPOINT, published.ARCHE_ORIGIN, published.ARCHE),
    ],
)
def test_published_checkpoints_open_with_their_logs_keys(text, origin, key):
    note = notes.parse(text.encode())
    keys = [VerifierKey.parse(key)]
    found = checkpoints.opened(note, origin, keys)
    assert found.text() == note.text
    with pytest.raises(NotProved, match="not of 'other'"):
        checkpoints.opened(note, "other", keys)
    with pytest.raises(NotProved, match="known key"):
        checkpoints.opened(note, origin, [VerifierKey.parse(published.PETER)])


MALFORMED = {
    "nothing": "",
    "two lines": "a\n1\n",
    "no last newline": EXAMPLE[:-1],
    "empty origin": f"\n1\n{ROOT}\n",
    "empty line at the end": EXAMPLE + "\n",
    "empty line between": EXAMPLE + "\nmore\n",
    "CRLF": EXAMPLE.replace("\n", "\r\n"),
    "leading zero": f"a\n01\n{ROOT}\n",
    "plus": f"a\n+1\n{ROOT}\n",
    "minus": f"a\n-1\n{ROOT}\n",
    "space before": f"a\n 1\n{ROOT}\n",
    "space behind": f"a\n1 \n{ROOT}\n",
    "digits of another script": f"a\n١\n{ROOT}\n",
    "superscript": f"a\n²\n{ROOT}\n",
    "underscore": f"a\n1_0\n{ROOT}\n",
    "fraction": f"a\n1.0\n{ROOT}\n",
    "exponent": f"a\n1e3\n{ROOT}\n",
    "hexadecimal": f"a\n0x1\n{ROOT}\n",
    "too large": f"a\n{MOST_LEAVES + 1}\n{ROOT}\n",
    "huge": f"a\n{'9' * 10_000}\n{ROOT}\n",
    "no padding": f"a\n1\n{ROOT[:-1]}\n",
    "bits that do not count": f"a\n1\n{ROOT[:-2]}J=\n",
    "31 bytes": f"a\n1\n{ROOT[:-4]}q2==\n",
    "33 bytes": f"a\n1\n{ROOT[:-1]}A\n",
    "space after the root": f"a\n1\n{ROOT} \n",
    "hexadecimal root": f"a\n1\n{'00' * 32}\n",
    "an empty tree with a root": f"a\n0\n{ROOT}\n",
    "origin too long": f"{'é' * 128}\n1\n{ROOT}\n",
    "control character": f"a\x1bb\n1\n{ROOT}\n",
}


@pytest.mark.parametrize("what", MALFORMED)
def test_what_is_not_a_checkpoint_is_refused(what):
    with pytest.raises(Malformed):
        checkpoints.parse(MALFORMED[what])


def test_an_empty_tree_and_the_largest_one_are_trees():
    assert checkpoints.parse(f"a\n0\n{EMPTY}\n").root == EMPTY_ROOT
    assert checkpoints.parse(f"a\n{MOST_LEAVES}\n{ROOT}\n").size == MOST_LEAVES
    assert checkpoints.parse(f"{'é' * 127}a\n1\n{ROOT}\n").size == 1


@pytest.mark.parametrize(
    "wrong",
    [
        Checkpoint("", 1, bytes(32)),
        Checkpoint("a\n1", 1, bytes(32)),
        Checkpoint("a", -1, bytes(32)),
        Checkpoint("a", 2**63, bytes(32)),
        Checkpoint("a", 1, bytes(31)),
        Checkpoint("a", 0, bytes(32)),
        Checkpoint("a", 1, bytes(32), ("",)),
        Checkpoint("a", 1, bytes(32), ("b\nc",)),
        Checkpoint("\ud800", 1, bytes(32)),
    ],
)
def test_what_would_not_read_the_same_is_not_written(wrong):
    with pytest.raises(Malformed):
        wrong.text()


LINE = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60)
CHECKPOINT = st.builds(
    Checkpoint,
    LINE,
    st.integers(1, MOST_LEAVES),
    st.binary(min_size=32, max_size=32),
    st.lists(LINE, max_size=3).map(tuple),
)


@given(CHECKPOINT)
def test_every_checkpoint_is_read_as_it_was_written_and_signed(checkpoint):
    key = SignerKey("example.com/log", bytes(32))
    note = notes.parse(notes.signed(checkpoint.text(), key).encoded())
    assert checkpoints.opened(note, checkpoint.origin, [key.verifier]) == checkpoint
