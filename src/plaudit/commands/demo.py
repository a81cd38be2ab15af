"""Make a believable paper to try things on, and serve it.

  plaudit demo                          40 stories and 20,000 ballots in ./demo-site
  plaudit demo --ballots 1000000        a busier one
  plaudit demo --stories 1000000 --ballots 10000000    one with twenty years behind it: 12 GB
  plaudit demo --home /tmp/lantern --seed 7 --no-run

The first time it fills the folder, with a progress bar; after that it serves what is there. The
same seed gives the same paper. Remove the folder to start anew.
"""

import argparse
import json
import os
import secrets
import shutil
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from plaudit.commands import at_work, init, numbers, settings_file
from plaudit.commands import run as running
from plaudit.commands.progress import Progress
from plaudit.demo import archive, paper, studio
from plaudit.engine import prepared
from plaudit.refusal import Refusal

FOLDER = "demo-site"
STAMP = "demo.json"
DEFAULTS = {"seed": 1, "stories": 40, "ballots": 20_000}
ORIGIN = "lantern.example"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    running.add_arguments(parser)
    parser.add_argument(
        "--seed", type=numbers.whole(0), help="another seed, another course of events (1)"
    )
    parser.add_argument("--stories", type=numbers.whole(1), help="how many stories (40)")
    parser.add_argument("--ballots", type=numbers.whole(1), help="how many ballots (20,000)")
    parser.add_argument("--no-run", action="store_true", help="fill it, do not serve it")


def run(options: argparse.Namespace) -> int:
    folder = Path(options.home or FOLDER).expanduser().resolve()
    at_work.choose_home(folder)
    listening = None if options.no_run else running.listen(options.host, options.port)
    known = stamp_of(folder)
    if known and known["is_finished"]:
        check_same(folder, known, options)
    else:
        known = make(folder, known is not None, options)
    show(known, options)
    if listening:
        os.environ["PLAUDIT_URL"] = address(options)
        settings_file.change(folder, "url", address(options))  # other commands name it, too
        if shown_host(options.host) != options.host:
            os.environ.setdefault("PLAUDIT_HOSTS", "*")
        at_work.forget_settings()
        running.serve(at_work.read_settings(), listening, options.workers)
    return 0


def address(options: argparse.Namespace) -> str:
    return f"http://{shown_host(options.host)}:{options.port}"


def shown_host(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104  (only compared)


def stamp_of(folder: Path) -> dict[str, Any] | None:
    """What the folder says about itself; None if it is empty or not there."""
    try:
        return dict(json.loads((folder / STAMP).read_text()))
    except FileNotFoundError:
        init.check_empty(folder)
        return None
    except ValueError:
        return {"is_finished": False}


def check_same(folder: Path, known: dict[str, Any], options: argparse.Namespace) -> None:
    for name in DEFAULTS:
        asked = getattr(options, name)
        if asked is not None and asked != known[name]:
            raise Refusal(
                f"{folder} was made with --{name} {known[name]}: remove it to make another, "
                "or choose another folder with --home."
            )


def make(folder: Path, is_unfinished: bool, options: argparse.Namespace) -> dict[str, Any]:
    """Make the whole site. Interrupted, it leaves a stamp that says so, and starts over."""
    chosen = {name: getattr(options, name) or default for name, default in DEFAULTS.items()}
    if is_unfinished:
        print("The last filling was interrupted: starting over.")
        shutil.rmtree(folder)
    init.make_folder(folder)
    write_stamp(folder, {"is_finished": False})
    print(f"Making a demo site in {folder}: once, {how_long(chosen)}.")
    told = archive.stories(min(chosen["stories"], len(paper.stories())))
    authors = [author.slug for author in paper.AUTHORS]
    with studio.drawing(archive.picture_keys(told), authors) as art:
        write_settings(folder)
        at_work.choose_home(folder)
        check_database_is_empty()
        at_work.load_django()
        progress = Progress()
        import_module("plaudit.engine.preparing").prepare(progress)
        staff = import_module("plaudit.demo.staff")
        editor, signs = staff.hire()
        loading = import_module("plaudit.demo.loading").Loading(
            chosen["seed"], art, editor, progress
        )
        loading.fill(chosen["stories"], chosen["ballots"])
        staff.give_bylines()
        import_module("plaudit.demo.notary").seal(progress)
    finished = {"is_finished": True, **chosen, "sign_ins": [asdict(sign) for sign in signs]}
    write_stamp(folder, finished)
    return finished


def how_long(chosen: dict[str, int]) -> str:
    """So that nobody waits for a large one without knowing."""
    minutes = chosen["stories"] // 80_000 + chosen["ballots"] // 1_000_000
    return f"about {minutes} minutes" if minutes > 1 else "about a minute"


def check_database_is_empty() -> None:
    """With DATABASE_URL set, it could be that of a real paper."""
    site = at_work.read_settings()
    if prepared.applied(site):
        raise Refusal(
            f"The database {site.database_place} is in use, and the demo fills only an empty one: "
            "unset DATABASE_URL, or name a new database."
        )


def write_settings(folder: Path) -> None:
    settings_file.write(
        folder,
        {
            "secret_key": secrets.token_urlsafe(48),
            "name": paper.NAME,
            "tagline": paper.TAGLINE,
            "origin": ORIGIN,
        },
    )


def write_stamp(folder: Path, words: dict[str, Any]) -> None:
    path = folder / STAMP
    path.touch(mode=0o600)
    path.write_text(json.dumps(words, indent=1))


def show(known: dict[str, Any], options: argparse.Namespace) -> None:
    url = address(options)
    print(f"\n  {paper.NAME}:  {url}/\n  Newsroom:  {url}/newsroom/")
    for sign in known["sign_ins"]:
        print(f"    {sign['role']:<14} {sign['mail']:<28} {sign['password']}")
    print(flush=True)
