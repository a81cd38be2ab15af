"""Every encoding that newsrooms have is read; what is no text is refused in one sentence."""

import codecs

import pytest

from plaudit.stories.reading import Unreadable, read

TEXT = "Ferry strike ends\n\nNaïve, said Müller.\n\nThe mayor said:\n“It was time.”\n\nThe end."
PLAIN = TEXT.replace("“", '"').replace("”", '"')


def refusal(data: bytes, name: str = "a.txt") -> str:
    with pytest.raises(Unreadable) as refused:
        read(data, name)
    return str(refused.value)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_and_line_ends_make_no_difference(encoding, ends):
    draft = read(TEXT.replace("\n", ends).encode(encoding), "a.txt")
    assert (draft.headline, draft.dek) == ("Ferry strike ends", "Naïve, said Müller.")
    assert [name for name, _ in draft.blocks] == ["quotation", "paragraph"]
    assert draft.blocks[0][1]["text"] == "It was time."


def test_big_endian_utf_16_is_read_by_its_mark():
    assert read(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "a").dek == "Naïve, said Müller."


def test_latin_1_is_read_and_said():
    draft = read(PLAIN.encode("latin-1"), "a.txt")
    assert draft.dek == "Naïve, said Müller."
    assert draft.notes[0].startswith("Not UTF-8: read as Windows-1252 (Latin-1).")


def test_an_encoding_that_a_page_declares_is_believed():
    page = "<html><head><meta charset=koi8-r></head><h1>Привет</h1><p>Речка.</p></html>"
    assert read(page.encode("koi8-r"), "a.html").headline == "Привет"


def test_what_cannot_be_seen_is_removed_and_counted():
    draft = read("A\x07 head\u202eline\n\nA dek.\n\nThe text.".encode(), "a.txt")
    assert draft.headline == "A headline"
    assert draft.notes == ["Removed 2 invisible control characters."]


@pytest.mark.parametrize("nothing", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u200b\n".encode()])
def test_a_file_without_anything_to_read_is_empty(nothing):
    assert refusal(nothing) == (
        "a.txt is empty. A story needs a headline and at least one paragraph."
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04...", "is a Word, OpenDocument or zip file"),
        (b"\xff\xd8\xff\xe0...", "is a picture"),
        (b"{\\rtf1 ...}", "is an RTF document"),
        (b"Head\n\nSome \0 text.", "is not text"),
        (bytes(range(1, 32)) * 90, "is not text"),
        (TEXT.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"\xff\xfe\x00\xd8\x00", "is damaged"),
    ],
)
def test_what_is_no_text_is_refused_and_named(data, what):
    assert what in refusal(data)
    assert "Save it" in refusal(data) or "Save the story" in refusal(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"a" * 10_000_001, "larger than 10 MB"),
        (b"Head\n\n" + b"a\n" * 150_001, "more than 150,000 lines"),
        (b"Head\n\n" + b"http://a.example " * 20_001, "more than 20,000 links"),
        (b"Word " * 41, "a paragraph of 204 characters, and a headline has at most 200"),
        (b"Only a headline", "nothing to read under it"),
        (b"Only a headline\n\n583 points\n\nAdvertisement", "nothing to read under it"),
        (b"583 points\nAdvertisement", "has no headline"),
    ],
)
def test_what_is_too_much_or_too_little_for_a_story_is_refused(data, what):
    assert what in refusal(data)


def test_a_headline_of_two_hundred_characters_is_taken():
    assert read(b"W" * 200 + b"\n\nThe text.", "a.txt").headline == "W" * 200


@pytest.mark.parametrize("markup", ["<p>a", "<b>", "<table><tr><td>", "<!-- "])
def test_a_page_of_nothing_but_tags_is_refused(markup):
    assert "tags. Keep only the story itself." in refusal(markup.encode() * 101_000, "a.html")
