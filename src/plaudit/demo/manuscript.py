"""Reads a story as its author typed it: TOML front matter between +++ lines, then the text.

The text is a small Markdown: paragraphs, `## subheads`, `> quotations` that end in
`> -- speaker | role | to whom | link | number of the source`, `- ` and `1. ` lists, `---` dividers,
and fences (`:::callout Title` … `:::`) for everything that needs more than words.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

Block = tuple[str, Any]

CREDIT = "Illustration: {artist} for The Pellbridge Lantern"
NUMBERED = re.compile(r"\d+\.\s+")


@dataclass(frozen=True, slots=True)
class DemoImage:
    """A picture `plaudit.demo.pictures.draw` can draw, and what is said about it."""

    key: str
    title: str
    alt: str
    caption: str
    credit: str


def read(text: str) -> tuple[dict[str, Any], list[Block]]:
    _, front, body = re.split(r"^\+\+\+$", text, maxsplit=2, flags=re.MULTILINE)
    return tomllib.loads(front), [_block(chunk) for chunk in _chunks(body)]


def image(spec: dict[str, str]) -> DemoImage:
    return DemoImage(
        key=spec["key"],
        title=curly(spec.get("title", spec["key"].replace("-", " ").capitalize())),
        alt=curly(spec["alt"]),
        caption=curly(spec.get("caption", "")),
        credit=CREDIT.format(artist=spec["artist"]),
    )


def curly(text: str) -> str:
    """Typewriter quotes become printer's quotes."""
    text = re.sub(r'(^|[\s(\[“‘*])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“*])'", r"\1‘", text).replace("'", "’")


def inline(text: str) -> str:
    """One run of text as HTML: **bold**, *italic*, ^1^ for a raised figure, [words](link)."""
    html = escape(curly(text), quote=False)
    html = re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>', html)
    html = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html)
    html = re.sub(r"\*(.+?)\*", r"<i>\1</i>", html)
    return re.sub(r"\^(\w+)\^", r"<sup>\1</sup>", html)


def _chunks(body: str) -> Iterator[list[str]]:
    """Runs of lines that belong together: up to a blank line, or up to the closing fence."""
    chunk: list[str] = []
    for line in [*body.splitlines(), ""]:
        is_fenced = bool(chunk) and chunk[0].startswith(":::")
        if is_fenced and line == ":::":
            yield chunk
            chunk = []
        elif line.strip() or is_fenced:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        raise ValueError(f"this fence is never closed: {chunk[0]}")


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first.startswith(":::"):
        name, _, argument = first[3:].partition(" ")
        return name, FENCES[name](argument.strip(), lines[1:])
    if first.startswith("## "):
        return "subhead", curly(first[3:])
    if first.startswith("> "):
        return "quotation", _quotation([line[2:] for line in lines])
    if first == "---":
        return "divider", None
    if first.startswith("- ") or NUMBERED.match(first):
        return "list", _list(lines)
    return "paragraph", _paragraph(lines)


def _paragraph(lines: list[str]) -> str:
    return f"<p>{inline(' '.join(lines))}</p>"


def _quotation(lines: list[str]) -> dict[str, str]:
    *text, attribution = lines
    parts = [curly(part.strip()) for part in attribution.removeprefix("-- ").split("|")]
    names = ("speaker", "role", "to_whom", "link", "source")
    padded = [*parts, "", "", "", ""]
    return {"text": curly(" ".join(text)), **dict(zip(names, padded, strict=False))}


def _list(lines: list[str]) -> dict[str, Any]:
    if lines[0].startswith("- "):
        return {"style": "bulleted", "items": [inline(line[2:]) for line in lines]}
    return {"style": "numbered", "items": _notes("", lines)["notes"]}


def _notes(_: str, lines: list[str]) -> dict[str, list[str]]:
    return {"notes": [inline(NUMBERED.sub("", line, count=1)) for line in lines]}


def _callout(title: str, lines: list[str]) -> dict[str, str]:
    return {"title": curly(title), "text": "".join(map(_paragraph, _chunks("\n".join(lines))))}


def _headed(lines: list[str]) -> tuple[dict[str, Any], str]:
    """What stands above the first blank line, if there is one, as TOML; and the rows."""
    if "" not in lines:
        return {}, curly("\n".join(lines))
    end = lines.index("")
    return tomllib.loads("\n".join(lines[:end])), curly("\n".join(lines[end + 1 :]))


def _table(caption: str, lines: list[str]) -> dict[str, Any]:
    head, rows = _headed(lines)
    return {"caption": curly(caption), "rows": rows, **head}


def _chart(title: str, lines: list[str]) -> dict[str, Any]:
    head, rows = _headed(lines)
    return {"title": curly(title), "rows": rows, **head}


def _embed(title: str, lines: list[str]) -> dict[str, str]:
    provider, url = lines
    return {"url": url, "title": curly(title), "provider": curly(provider)}


def _image(_: str, lines: list[str]) -> dict[str, Any]:
    picture = image(tomllib.loads("\n".join(lines)))
    return {"image": picture, "caption": picture.caption}


def _gallery(_: str, lines: list[str]) -> dict[str, Any]:
    pictures = [image(spec) for spec in tomllib.loads("\n".join(lines))["images"]]
    return {"images": [{"image": picture, "caption": picture.caption} for picture in pictures]}


def _ranked_list(_: str, lines: list[str]) -> dict[str, Any]:
    """One item a line, best first: `title :: text`."""
    pairs = (line.split(" :: ", 1) for line in lines)
    items = [{"title": curly(title), "text": curly(text), "image": None} for title, text in pairs]
    return {"items": items}


def _poll(question: str, lines: list[str]) -> dict[str, Any]:
    """An option a line, what most readers choose first. It is open and shows its results."""
    options = [curly(line.removeprefix("- ")) for line in lines]
    said = {"question": curly(question), "options": options, "closes_at": None}
    return said | {"is_many": False, "results": "always"}


def _quiz(title: str, lines: list[str]) -> dict[str, Any]:
    """Questions apart by blank lines: the question, `- ` wrong and `+ ` right answers, then why."""
    return {"title": curly(title), "questions": list(map(_question, _chunks("\n".join(lines))))}


def _personality_quiz(title: str, lines: list[str]) -> dict[str, Any]:
    """Outcomes a line, `a Title :: text`; then, apart by blank lines, a question and its answers,
    each behind the letter of the outcome that it leads to."""
    outcomes, *questions = _chunks("\n".join(lines))
    return {
        "title": curly(title),
        "outcomes": [_outcome(line) for line in outcomes],
        "questions": [
            {"question": curly(question), "answers": [_lettered("text", line) for line in answers]}
            for question, *answers in questions
        ],
    }


def _outcome(line: str) -> dict[str, Any]:
    said, text = line.split(" :: ", 1)
    return _lettered("title", said) | {"text": inline(text), "image": None}


def _lettered(name: str, line: str) -> dict[str, str]:
    letter, text = line.split(" ", 1)
    return {"letter": letter, name: curly(text)}


def _question(lines: list[str]) -> dict[str, Any]:
    question, *rest = (curly(line) for line in lines)
    answers = [line for line in rest if line[:2] in {"- ", "+ "}]
    return {
        "question": question,
        "answers": [{"text": line[2:], "is_right": line[0] == "+"} for line in answers],
        "explanation": inline(" ".join(line for line in rest if line not in answers)),
    }


def _timeline(_: str, lines: list[str]) -> dict[str, Any]:
    """One moment a line: `date | date for programs | title | text`."""
    moments = [[curly(part.strip()) for part in line.split("|")] for line in lines]
    return {
        "items": [
            {"date": date, "when": when, "title": title, "text": text, "image": None}
            for date, when, title, text in moments
        ]
    }


FENCES: dict[str, Callable[[str, list[str]], dict[str, Any]]] = {
    "callout": _callout,
    "chart": _chart,
    "embed": _embed,
    "footnotes": _notes,
    "gallery": _gallery,
    "image": _image,
    "personality_quiz": _personality_quiz,
    "poll": _poll,
    "quiz": _quiz,
    "ranked_list": _ranked_list,
    "table": _table,
    "timeline": _timeline,
}
