"""What holds for every file, tried on many that nobody would think of."""

import re
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plaudit.stories.reading import Draft, Unreadable, read

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "-"])
WORD = st.text(st.sampled_from("abcdefghij"), min_size=2, max_size=9).map(lambda w: f"zz{w}")
SENTENCE = st.lists(WORD, min_size=1, max_size=14).map(lambda ws: " ".join(ws).capitalize() + ".")
QUOTED = st.builds(
    lambda marks, words: marks[0] + words + marks[1],
    st.sampled_from(["“”", '""', "„“", "«»", "‘’", "“ ", " ”", "''", "„”", '"”']),
    SENTENCE,
)
SAID = st.builds(lambda who: f"{who.capitalize()} said:", WORD)
FURNITURE = st.sampled_from(["583 points", "Advertisement", "Share on Facebook", "Read more"])
CREDIT = st.builds(lambda who: f"Featured image via {who}", WORD)
LINE = st.one_of(SENTENCE, QUOTED, SAID, FURNITURE, CREDIT, st.just("---"), st.just("- zzitem"))
ENDS = st.sampled_from(["\n", "\n\n", "\n \n\n"])
MANUSCRIPT = st.lists(st.tuples(LINE, ENDS), min_size=1, max_size=14).map(
    lambda lines: "".join(line + end for line, end in lines)
)
# What a quotation block says without them, and what a credit line is recognised by.
UNDERSTOOD = {"said", "featured", "image", "via"}
MARKUP = st.lists(
    st.sampled_from([
        "<p>", "</p>", "<h1>", "</h1>", "<h2>", "<article>", "</article>", "<b>", "</b>", "<i>",
        "<a href='javascript:x()'>", "<a href=\"https://a.example/?a=1&b='<\">", "</a>", "<br>",
        "<script>", "</script>", "<style>", "<img src=x onerror=x()>", "<svg onload=x()>", "<q>",
        "<iframe src='https://a.example'>", "</iframe>", "<blockquote>", "</blockquote>", "<ul>",
        "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<pre>", "<cite>", "</cite>", "<",
        ">", "&lt;script&gt;", "&amp;", "&#8238;", "&#0;", "&#xD800;", "<!--", "-->",
        "“", "”", '"', "'", "words ", "583 points", "Anna said:", "\n", "# ", "> ", "*", "**", "_",
        "`", "```", "[", "](", ")", "![", "| a | b |\n|---|---|\n", "[^1]", "\n[^1]: ", "---\n",
        "title: x\n", "1. ", "- ", "<sup>", "<noscript>", "<form>", "<footer>", "<hr>", "\\",
        "http://b.example/*x*", "mailto:a@b.example", "<title>", "\u202e", "\u2028", "\r",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


class Tags(HTMLParser):
    """All tags in a piece of HTML, with their attributes; refuses to see one unclosed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.all: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.all.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def rich_strings(draft: Draft) -> list[str]:
    found: list[str] = []
    for name, value in draft.blocks:
        found += [value] if name == "paragraph" else []
        found += [value["text"]] if name == "callout" else []
        found += value.get("items", []) if name == "list" else []
        found += value.get("notes", []) if name == "footnotes" else []
    return found


def attempt(data: bytes, name: str) -> Draft | str:
    try:
        return read(data, name)
    except Unreadable as error:
        return str(error)


def words(text: str) -> list[str]:
    return re.findall(r"zz[a-z]+", re.sub(r"<[^>]*>", " ", text.lower()))


@given(MANUSCRIPT)
@settings(deadline=None, max_examples=300)
@example('Zzhead.\n\nZza said:\n"Zzb.\n\n"Zzc.\n\nZzd.')
def test_no_word_of_a_text_is_lost(text: str):
    draft = attempt(text.encode(), "a.txt")
    if isinstance(draft, str):
        return
    parts = [draft.headline, draft.dek, draft.credit, *draft.dropped, *draft.details.authors]
    read_words = words(" ".join([*parts, repr(draft.blocks)]))
    assert sorted(set(words(text)) - UNDERSTOOD) == sorted(set(read_words) - UNDERSTOOD)


@given(MANUSCRIPT, st.sampled_from(["\r\n", "\r", "\u2028"]))
@settings(deadline=None)
def test_line_ends_do_not_matter(text: str, ends: str):
    assert attempt(text.encode(), "a.txt") == attempt(text.replace("\n", ends).encode(), "a.txt")


@given(MANUSCRIPT, NAMES)
@settings(deadline=None)
def test_the_encoding_does_not_matter(text: str, name: str):
    told = attempt(text.encode(), name)
    assert told == attempt(b"\xef\xbb\xbf" + text.encode(), name)
    assert told == attempt(text.encode("utf-16"), name)


@given(MARKUP, NAMES)
@settings(deadline=None, max_examples=400)
def test_what_comes_out_is_always_clean(markup: str, name: str):
    draft = attempt(b"Headline words\n\n" + markup.encode() + b"\n\nLast words.", name)
    if isinstance(draft, str):
        return
    assert "\n" not in draft.headline
    for html in rich_strings(draft):
        tags = Tags(html)
        assert tags.open == []
        for tag, attributes in tags.all:
            assert tag in {"p", "a", "b", "i", "sup"}
            assert [key for key, _ in attributes] == (["href"] if tag == "a" else [])
            assert all(re.match("https?://|mailto:", value or "") for _, value in attributes)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", str(draft))


@given(st.binary(max_size=400), NAMES)
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes, name: str):
    told = attempt(data, name)
    assert isinstance(told, Draft) or re.fullmatch(r"(?s)\S.*\.", told)


@example(".XML", "a.html")
@given(st.text(max_size=300), NAMES)
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_or_refused_in_a_sentence(text: str, name: str):
    told = attempt(text.encode("utf-8", "surrogatepass"), name)
    assert isinstance(told, Draft) or re.fullmatch(r"(?s)\S.*\.", told)
