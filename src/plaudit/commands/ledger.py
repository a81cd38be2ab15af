"""The public log of what counted: how it is, and what to do when something is wrong with it.

  plaudit ledger status                    entries, checkpoint, what waits, whether all is well
  plaudit ledger seal                      seal what waits now, in place of within minutes
  plaudit ledger points                    put the points of everything into the log, and their map
  plaudit ledger recover                   take back from ledger/ what the database has lost
  plaudit ledger rotate-key                new keys, if the old ones may be known to others
  plaudit ledger new-origin gazette.example    a new log, if that one is lost for good
  plaudit ledger witness VERB              have others cosign it; cosign those of others

docs/operators/ledger.md says when and why.
"""

import argparse
from collections.abc import Callable
from importlib import import_module

from plaudit.commands import at_work, witnesses
from plaudit.commands.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="ledger_verb", metavar="VERB", required=True, title="verbs")
    for verb, (_, summary) in VERBS.items():
        sub = verbs.add_parser(verb, help=summary, description=summary)
        sub.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        if verb == "new-origin":
            sub.add_argument("lost", metavar="ORIGIN", help="the name of the log that is lost")
        if verb == witnesses.VERB:
            sub.formatter_class = argparse.RawDescriptionHelpFormatter
            sub.description = witnesses.__doc__
            witnesses.add_arguments(sub)


def run(options: argparse.Namespace) -> int:
    at_work.enter_site()
    work, _ = VERBS[options.ledger_verb]
    return work(options)


def status(_options: argparse.Namespace) -> int:
    found = import_module("plaudit.ledger.reporting").condition()
    if not found.origin:
        print(found.trouble or "There is no ledger yet: `plaudit run` begins it.")
        return 1 if found.trouble else 0
    print(f"Origin:     {found.origin}")
    print(f"Entries:    {found.size:,}, of which published: {found.published:,}")
    print(f"Root:       {found.root}")
    print(f"Waiting:    {found.waiting:,}")
    print(f"Trouble:    {found.trouble}" if found.trouble else "All is well.")
    return 1 if found.trouble else 0


def seal(_options: argparse.Namespace) -> int:
    import_module("plaudit.engine.ticker").catch_up()
    sealed = import_module("plaudit.engine.sealer").catch_up()
    print(f"Sealed {sealed:,} {'entry' if sealed == 1 else 'entries'}.")
    return 0


def points(_options: argparse.Namespace) -> int:
    found = import_module("plaudit.ledger.mapping").add()
    if found is None:
        print("Nothing has come since the last time, or the ledger is just being sealed.")
    else:
        print(f"Entry {found.index:,} has the root of the points of {found.size:,} subjects.")
    import_module("plaudit.ledger.rows").check()
    return 0


def recover(_options: argparse.Namespace) -> int:
    found = import_module("plaudit.ledger.recovering").recover(Progress())
    if not found.entries:
        print("Nothing is missing.")
        return 0
    print(f"Recovered {found.entries:,} entries, and {found.ballots:,} ballots with them.")
    return seal(_options)


def rotate_key(_options: argparse.Namespace) -> int:
    import_module("plaudit.ledger.rotating").rotate()
    print("New keys sign from now on. The latest checkpoint is signed by the old one, too.")
    print("Who has audited this site before has to be told the new one, to give it with --key:")
    print(import_module("plaudit.ledger.keys").signer().verifier)
    print("Copy keys/ to the backup, and to every machine of this site.")
    return 0


def new_origin(options: argparse.Namespace) -> int:
    origin = import_module("plaudit.ledger.renewing").begin_anew(options.lost)
    frame = import_module("plaudit.press.keys").FRAME  # every page names the ledger at its foot
    import_module("plaudit.press.stale").touch([frame])
    print(f"The ledger is {origin} now; its first entry says that it comes after {options.lost}.")
    print("Copy keys/ to the backup, and to every machine of this site.")
    return 0


VERBS: dict[str, tuple[Callable[[argparse.Namespace], int], str]] = {
    "status": (status, "say how the ledger is"),
    "seal": (seal, "seal now what waits"),
    "points": (points, "put the points of everything into the log, as is done once a day"),
    "recover": (recover, "take back from ledger/ what the database has lost"),
    "rotate-key": (rotate_key, "sign with new keys from now on"),
    witnesses.VERB: (witnesses.run, witnesses.SUMMARY),
    "new-origin": (new_origin, "begin a new log in place of one that is lost"),
}
