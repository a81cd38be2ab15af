"""Recount the points of a site from its public log, and compare them with what it shows.

Anybody can do this with any site, from any machine: it needs nothing of the site but its public
addresses. The log is downloaded (once; later only what is new), its signature verified, its tree
rebuilt, every ballot counted. A folder with the log's files is recounted likewise.

  plaudit audit https://gazette.example
  plaudit audit https://gazette.example --receipt plaudit-receipt.json
  plaudit audit https://gazette.example --points s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y
  plaudit audit copy/ledger --key gazette.example+1a2b3c4d+AQ…

The exit status is 0 if all agrees, 1 if anything differs, 2 if something could not be checked.
docs/guide/checking-points.md says what this proves and what it does not.
"""

import argparse
import json
import sys
from pathlib import Path

from plaudit.auditor import auditing, memory, one_subject, quorum, receipts
from plaudit.auditor.auditing import Wishes
from plaudit.auditor.findings import STATUS, Findings, Word
from plaudit.auditor.sources import Folder, Source, Unreachable
from plaudit.auditor.web import Web
from plaudit.commands import numbers
from plaudit.commands.progress import Progress
from plaudit.recount import forms
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.refused import Refused

MOST_FILE = 200_000
SIGNS = {Word.AGREES: ("ok", "32"), Word.DIFFERS: ("DIFFERS", "31"), Word.UNCHECKED: ("?", "33")}
VERDICTS = {
    Word.AGREES: "Agrees: the points shown are the sum of the public log.",
    Word.DIFFERS: "DIFFERS: what was looked at contradicts itself. The lines above say where.",
    Word.UNCHECKED: "Not everything could be checked. What could be is above.",
}
OF_A_FOLDER = "Agrees: the log is whole and can be counted. No pages were looked at."

OF_ONE = "Proved, if the log is right: leave out --points to recount all of it."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="URL|FOLDER", help="a site, or a copy of its ledger/")
    parser.add_argument(
        "--key", metavar="VKEY", help="the log's key, if you have it from elsewhere"
    )
    parser.add_argument(
        "--policy", type=Path, metavar="FILE", help="which witnesses must have signed"
    )
    parser.add_argument(
        "--receipt", type=Path, action="append", default=[], metavar="FILE",
        help="prove that the ballot of this receipt is in the log; may be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--points", metavar="ID", dest="about",
        help="only the points of this story, by the site's daily proof and without a recount",
    )  # fmt: skip
    parser.add_argument(
        "--pages", type=numbers.whole(0, 10_000), default=Wishes.pages, metavar="N",
        help=f"how many stories, drawn at random, to read as readers do ({Wishes.pages})",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="for programs")


def run(options: argparse.Namespace) -> int:
    try:
        source, wishes = _source(options.source), _wishes(options)
        about = forms.ABOUT.value(options.about, "--points") if options.about else ""
    except (Refused, Unreachable, OSError) as trouble:
        print(f"plaudit: {_in_words(trouble)}", file=sys.stderr)
        return STATUS[Word.UNCHECKED]  # 1 would say that the site is wrong
    if about:
        found = one_subject.check(source, memory.folder(), about, wishes)
    else:
        found = auditing.audit(source, memory.folder(), wishes)
    if options.json:
        print(json.dumps(found.as_json(), indent=1))
    else:
        _print(found)
    return found.status


def _source(text: str) -> Source:
    return Web(text) if "://" in text else Folder(Path(text))


def _wishes(options: argparse.Namespace) -> Wishes:
    return Wishes(
        key=VerifierKey.parse(options.key) if options.key else None,
        quorum=quorum.parse(_read(options.policy)) if options.policy else None,
        receipts=[(path.name, receipts.parse(_read(path))) for path in options.receipt],
        pages=options.pages,
        progress=Progress(),
    )


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_FILE)


def _in_words(trouble: Exception) -> str:
    if isinstance(trouble, OSError):
        return f"{trouble.filename} cannot be read: {trouble.strerror}."
    return _plain(str(trouble))


def _print(found: Findings) -> None:
    for one in found.found:
        sign, colour = SIGNS[one.word]
        shown = f"\x1b[{colour}m{sign:<7}\x1b[0m" if sys.stdout.isatty() else f"{sign:<7}"
        print(f"{shown}  {one.topic:<10}  {_plain(one.text)}")
    print(_verdict(found))


def _verdict(found: Findings) -> str:
    if found.verdict is not Word.AGREES:
        return VERDICTS[found.verdict]
    if "about" in found.facts:
        return OF_ONE
    return VERDICTS[Word.AGREES] if found.facts.get("compared") else OF_A_FOLDER


def _plain(text: str) -> str:
    """Without what a site could put into its answers to move our terminal's cursor about."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
