"""Signed notes: what x/mod signs is read, verified and written the same; what is not one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.tlog import notes
from plaudit.tlog.keys import SignerKey, VerifierKey
from plaudit.tlog.notes import Note, Signature
from plaudit.tlog.refused import Malformed, NotProved
from tests.tlog import published
from tests.tlog.published import ENOCHS_LINE, PETERS_LINE, QUOTATION

PETER = VerifierKey.parse(published.PETER)
ENOCH = VerifierKey.parse(published.ENOCH)
BOTH = (QUOTATION + "\n" + PETERS_LINE + ENOCHS_LINE).encode()


def names(signatures):
    return [signature.name for signature in signatures]


def test_the_published_note_is_what_we_sign():
    note = notes.signed(QUOTATION, SignerKey.parse(published.PETER_SECRET))
    assert note.encoded() == (QUOTATION + "\n" + PETERS_LINE).encode()


def test_signatures_by_known_keys_are_verified_and_others_kept():
    note = notes.parse(BOTH)
    assert note.text == QUOTATION
    assert names(note.verified([PETER])) == ["PeterNeumann"]
    assert names(note.verified([ENOCH])) == ["EnochRoot"]
    assert names(note.verified([PETER, ENOCH, ENOCH])) == ["PeterNeumann", "EnochRoot"]
    assert note.encoded() == BOTH


def test_the_checksum_databases_checkpoint_verifies():
    note = notes.parse(published.SUMDB_CHECKPOINT.encode())
    assert names(note.verified([VerifierKey.parse(published.SUMDB)])) == ["sum.golang.org"]


def test_a_note_that_nobody_known_has_signed_is_not_proved():
    namesake = VerifierKey("PeterNeumann", ENOCH.public)
    for keys in ([], [namesake]):
        with pytest.raises(NotProved, match="no signature by a known key"):
            notes.parse(BOTH).verified(keys)


def test_one_known_signature_that_does_not_verify_is_enough_to_refuse():
    changed = BOTH.replace(b"Wd1RvMc+QQ=", b"Wd1RvMc+QA=")
    assert changed != BOTH
    assert names(notes.parse(changed).verified([PETER])) == ["PeterNeumann"]
    with pytest.raises(NotProved, match="EnochRoot"):
        notes.parse(changed).verified([PETER, ENOCH])
    with pytest.raises(NotProved, match="PeterNeumann"):
        notes.parse(BOTH.replace(b"cryptography", b"cryptographY")).verified([PETER])


def test_two_known_keys_that_cannot_be_told_apart_are_refused():
    class Double(VerifierKey):
        id = PETER.id

    with pytest.raises(NotProved, match="same name and ID"):
        notes.parse(BOTH).verified([PETER, Double("PeterNeumann", ENOCH.public)])


def line_with(name="a", data=b"idididid"):
    return Signature(name, data[:4], data[4:]).line()


MALFORMED = {
    "no signatures": QUOTATION,
    "no signature line": QUOTATION + "\n",
    "no text": PETERS_LINE,
    "nothing": "",
    "a newline": "\n",
    "no last newline": QUOTATION + "\n" + PETERS_LINE[:-1],
    "blank line at the end": QUOTATION + "\n" + PETERS_LINE + "\n",
    "blank line between signatures": QUOTATION + "\n" + PETERS_LINE + "\n" + ENOCHS_LINE[2:],
    "text after the signatures": QUOTATION + "\n" + PETERS_LINE + "Unexpected line.\n",
    "CRLF": (QUOTATION + "\n" + PETERS_LINE).replace("\n", "\r\n"),
    "control character": "\x01" + QUOTATION + "\n" + PETERS_LINE,
    "tab": "a\tb\n\n" + PETERS_LINE,
    "NUL": "a\0\n\n" + PETERS_LINE,
    "hyphen": QUOTATION + "\n" + PETERS_LINE.replace("—", "-"),
    "en dash": QUOTATION + "\n" + PETERS_LINE.replace("—", "–"),
    "horizontal bar": QUOTATION + "\n" + PETERS_LINE.replace("—", "―"),
    "two spaces": QUOTATION + "\n" + PETERS_LINE.replace("— ", "—  "),
    "no-break space": QUOTATION + "\n" + PETERS_LINE.replace("— ", "—\u00a0"),
    "space in the name": QUOTATION + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter Neumann"),
    "plus in the name": QUOTATION + "\n" + PETERS_LINE.replace("PeterNeumann", "Peter+Neumann"),
    "no name": QUOTATION + "\n" + PETERS_LINE.replace("PeterNeumann", ""),
    "space at the end": QUOTATION + "\n" + PETERS_LINE[:-1] + " \n",
    "padding missing": QUOTATION + "\n" + PETERS_LINE.replace("=", ""),
    "padding too much": QUOTATION + "\n" + PETERS_LINE.replace("=", "=="),
    "bits that do not count": QUOTATION + "\n" + PETERS_LINE.replace("nAM=", "nAN="),
    "url-safe base64": QUOTATION + "\n" + PETERS_LINE.replace("/", "_"),
    "no base64": QUOTATION + "\n— PeterNeumann \n",
    "a key ID alone": QUOTATION + "\n" + line_with(data=b"idid"),
    "two signatures by one key": QUOTATION + "\n" + PETERS_LINE * 2,
    "two by a key that nobody knows": "a\n\n" + line_with() + line_with(data=b"ididother"),
    "too many signatures": "a\n\n" + "".join(line_with(f"n{n}") for n in range(101)),
    "too long": "a" * notes.MOST_BYTES + "\n\n" + PETERS_LINE,
}


@pytest.mark.parametrize("what", MALFORMED)
def test_what_is_not_a_note_is_refused(what):
    with pytest.raises(Malformed):
        notes.parse(MALFORMED[what].encode())


@pytest.mark.parametrize("data", [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"])
def test_a_note_that_is_not_utf8_is_refused_with_the_place(data):
    with pytest.raises(Malformed, match="not UTF-8 at byte 2"):
        notes.parse(b"ab" + data + BOTH)


def test_a_hundred_signatures_are_read():
    data = ("a\n\n" + "".join(line_with(f"n{n}") for n in range(100))).encode()
    assert len(notes.parse(data).signatures) == 100


def test_the_text_may_have_blank_lines_of_its_own():
    key = SignerKey.generate("example.com/key")
    for text in ("\n", "\n\n", "a\n\n", "a\n\n\nb\n", "— a b\n", QUOTATION + "\n" + PETERS_LINE):
        note = notes.signed(text, key)
        assert notes.parse(note.encoded()) == note
        assert note.verified([key.verifier]) == list(note.signatures)


@pytest.mark.parametrize("text", ["", "abc", "a\rb\n", "a\x00\n", "\ud800\n", "a" * 10**6 + "\n"])
def test_a_text_that_no_note_can_have_is_not_signed(text):
    with pytest.raises(Malformed):
        notes.signed(text, SignerKey.generate("a")).encoded()


def test_a_note_without_signatures_is_not_written():
    with pytest.raises(Malformed, match="no signatures"):
        notes.signed("a\n").encoded()


def test_a_new_signature_takes_the_place_of_the_old_one_by_its_key_and_stands_last():
    note = notes.parse(BOTH)
    again = Signature("PeterNeumann", PETER.id, b"other")
    assert note.with_signatures([again]).signatures == (note.signatures[1], again)
    assert note.with_signatures([]) == note


NAME = st.text(st.characters(exclude_categories=["Z", "C"], exclude_characters="+"), min_size=1)
SIGNATURE = st.builds(Signature, NAME, st.binary(min_size=4, max_size=4), st.binary(min_size=1))
TEXT = st.text(st.one_of(st.just("\n"), st.characters(exclude_categories=["Cc", "Cs"]))).map(
    lambda text: text + "\n"
)
NOTE = st.builds(
    Note,
    TEXT,
    st.lists(SIGNATURE, min_size=1, max_size=20, unique_by=lambda one: one[:2]).map(tuple),
)


@given(NOTE)
def test_every_note_is_read_as_it_was_written(note):
    assert notes.parse(note.encoded()) == note
