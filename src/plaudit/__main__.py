"""The command line: `plaudit VERB …`. Each verb is a file in `plaudit.commands`."""

import argparse
import errno
import os
import sys
from importlib import import_module

from django.db import OperationalError

from plaudit import __version__
from plaudit.commands import at_work
from plaudit.commands.parsing import Parser
from plaudit.refusal import Refusal

VERBS = {
    "init": "make a new site in a folder of its own",
    "run": "serve a site: server, tick and background tasks, in one command",
    "demo": "make a filled site to try things on, and serve it",
    "story": "add stories from files",
    "points": "carry points over from a former site",
    "tick": "count the points and place the stories now",
    "search": "build the index of the search anew",
    "ledger": "the public log: its state, sealing, recovering, keys",
    "audit": "recount the points of a site, yours or another, from its public log",
    "doctor": "say what is configured, what is wrong, what to do",
    "manage": "Django's own commands: createsuperuser, shell, migrate, …",
}
FULL = "The disk is full: make room, then try again."
ABOUT = """\
A newsroom and its readers in one box: publish stories, and let readers give them points that
anyone can check.

  plaudit init gazette --name "The Harbour Gazette" --url https://gazette.example
  cd gazette && plaudit run

A site is a folder: plaudit.toml (its settings), plaudit.sqlite3 (its database), media, static.
Commands work on the folder one stands in, or on that of --home, or of PLAUDIT_HOME.
"""


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options = parser_for(given).parse_args(given)
        at_work.choose_home(options.home)
        return int(import_module(f"plaudit.commands.{options.verb}").run(options))
    except Refusal as refusal:
        return _say(f"{refusal}")
    except KeyboardInterrupt:
        return _say("Stopped.", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OperationalError as error:  # locked, full, gone: nothing a traceback would help with
        return _say(_of_database(error))
    except OSError as error:
        return _say(_in_words(error))


def parser_for(given: list[str]) -> argparse.ArgumentParser:
    """The parser; only the verb that was typed is loaded, the others are known by name."""
    parser = Parser(
        prog="plaudit", description=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"plaudit {__version__}")
    parser.add_argument("--home", help="the site's folder (PLAUDIT_HOME, or the current folder)")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, title="verbs")
    for verb, summary in VERBS.items():
        sub = verbs.add_parser(
            verb, help=summary, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        if verb in given:
            command = import_module(f"plaudit.commands.{verb}")
            sub.description = command.__doc__
            sub.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
            command.add_arguments(sub)
    return parser


def _of_database(error: OperationalError) -> str:
    said = str(error).strip().partition("\n")[0]
    if "disk is full" in said or os.strerror(errno.ENOSPC) in said:  # SQLite, PostgreSQL
        return FULL
    return f"The database refuses: {said}. `plaudit doctor` says more."


def _in_words(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return FULL
    return f"{error.filename}: {error.strerror}." if error.filename else f"{error}."


def _say(sentence: str, status: int = 1) -> int:
    print(f"plaudit: {sentence}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
