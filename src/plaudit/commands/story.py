"""Add stories from files.

A file is Markdown (.md), HTML (.html) or plain text (.txt); `-` is standard input. The first
paragraph is the headline, a short second one the dek, the rest the text. Quotations, lists,
tables and the credit of the image are recognised; page furniture such as "Advertisement" is
dropped. What was dropped or assumed is said on standard error, the address of each story on
standard output. With several files, either all are added or none.

  plaudit story add council.txt
  plaudit story add council.md --publish --section Town --author "Anna Lind"
  plaudit story add council.md --image council.jpg --credit "Piet Oduya" --alt "The town hall"
  plaudit story add monday/*.md --publish --section Town --create
  pandoc report.docx -t html | plaudit story add - --publish

docs/guide/adding-stories.md says how files are read.
"""

import argparse
import re
import sys
from importlib import import_module
from pathlib import Path

from plaudit.commands import at_work
from plaudit.commands.parsing import MixedParser
from plaudit.refusal import Refusal
from plaudit.stories.reading import Draft, Unreadable, read
from plaudit.stories.reading.decoding import LARGEST

KINDS = (
    "report", "opinion", "analysis", "explainer", "interview", "review", "satire", "sponsored",
)  # fmt: skip
LONGEST_WORDS = 200
_STRAY = re.compile("[\ud800-\udfff]")  # how Python passes on a byte that is no text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(
        dest="story_verb",
        metavar="add",
        required=True,
        title="verbs",
        parser_class=MixedParser,
    )
    add = verbs.add_parser(
        "add",
        help="add stories from files",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    add.add_argument("files", nargs="+", metavar="FILE", help=".md, .html or .txt; - reads input")
    add.add_argument("--publish", action="store_true", help="publish now; else they are drafts")
    add.add_argument("--section", default="", help="by name or address (the first of the menu)")
    add.add_argument(
        "--author", action="append", default=[], help="by name or address; may be repeated"
    )
    add.add_argument("--image", type=Path, help="the featured image: JPEG, PNG, WebP, AVIF, GIF")
    add.add_argument("--credit", default="", help="who made the image; required with --image")
    add.add_argument("--alt", default="", help="the image in words, for who cannot see it")
    add.add_argument("--kind", choices=KINDS, default="", help="what readers take it for (report)")
    add.add_argument("--tag", action="append", default=[], help="may be repeated")
    add.add_argument("--slug", default="", help="the address, made from the headline otherwise")
    add.add_argument("--language", default="", help="if not the site's own, such as ar or de")
    add.add_argument("--create", action="store_true", help="make section and authors if missing")


def run(options: argparse.Namespace) -> int:
    _check(options)
    drafts = _drafts(options.files)
    site = at_work.enter_site()
    adding = import_module("plaudit.stories.adding")
    wishes = import_module("plaudit.stories.wishes").Wishes
    refused = import_module("plaudit.stories.refused").Refused
    try:
        added = adding.add(drafts, _wishes(options, wishes))
    except refused as error:
        raise Refusal(f"{error} Nothing was added.") from None
    for name, draft, one in zip(options.files, drafts, added, strict=True):
        _report(name, draft, one.notes)
        print(site.url + one.story.get_absolute_url(), flush=True)
    return 0


def _check(options: argparse.Namespace) -> None:
    if options.slug and len(options.files) > 1:
        raise Refusal("--slug is the address of one story, and there are several files.")
    if options.credit and not options.image:
        raise Refusal("--credit says who made the image: add --image PATH as well.")
    if options.alt and not options.image:
        raise Refusal("--alt describes the image: add --image PATH as well.")
    _check_files(options.files)
    for option, value in vars(options).items():
        if option not in ("files", "home") and _is_damaged(value):
            raise Refusal(f"--{option} is not written in UTF-8: type it again.")


def _check_files(names: list[str]) -> None:
    if names.count("-") > 1:
        raise Refusal("Standard input (-) can be read only once.")
    paths = [Path(name).resolve() for name in names]
    for path, name in zip(paths, names, strict=True):
        if paths.count(path) > 1:
            raise Refusal(f"{name} is named twice, and would become two stories: name it once.")


def _is_damaged(value: object) -> bool:
    """Whether the terminal handed on bytes that are no text, which no database would take."""
    words = value if isinstance(value, list) else [value]
    return any(isinstance(word, str) and _STRAY.search(word) for word in words)


def _wishes(options: argparse.Namespace, wishes: type) -> object:
    return wishes(
        section=options.section,
        authors=tuple(options.author),
        tags=tuple(options.tag),
        kind=options.kind,
        slug=options.slug,
        language=options.language,
        image=options.image,
        credit=options.credit.strip(),
        alt=options.alt.strip(),
        is_published=options.publish,
        may_create=options.create,
    )


def _drafts(names: list[str]) -> list[Draft]:
    """All files, read and checked before anything is written."""
    drafts: list[Draft] = []
    wrong: list[str] = []
    for name in names:
        try:
            drafts.append(read(_data(name), name))
        except Unreadable as error:
            wrong.append(str(error))
        except OSError as error:
            wrong.append(f"{name} cannot be read: {(error.strerror or str(error)).lower()}.")
    if wrong:
        raise Refusal("\n".join([*wrong, "Nothing was added."]) if wrong[1:] else wrong[0])
    return drafts


def _data(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST + 1)


def _report(name: str, draft: Draft, notes: list[str]) -> None:
    label = "standard input" if name == "-" else Path(name).name
    for words in draft.dropped:
        short = words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}…"
        print(f"{label}: dropped “{short}”", file=sys.stderr)
    for note in [*draft.notes, *notes]:
        print(f"{label}: {note}", file=sys.stderr)
