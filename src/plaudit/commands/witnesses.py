"""Witnesses see the ledger grow and sign that it only grows: then no two readers can be shown two
ledgers without being found out. Both directions are off until somebody is named.

Have others cosign this site's ledger:
  plaudit ledger witness add KEY URL         ask this witness with every checkpoint
  plaudit ledger witness ask                 ask now for what the last checkpoint lacks
  plaudit ledger witness remove NAME         ask it no longer
  plaudit ledger witness policy              what auditors put into --policy

Cosign the ledgers of others:
  plaudit ledger witness accept KEY          be a witness for the log that signs with this key
  plaudit ledger witness refuse ORIGIN       be its witness no longer
  plaudit ledger witness key                 this site's key and address, to tell others
  plaudit ledger witness proof ORIGIN        if a log has signed two histories: both, as it signed

  plaudit ledger witness list                both directions, and how it goes

docs/operators/ledger-witnesses.md shows two sites that witness each other.
"""

import argparse
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

VERB = "witness"
SUMMARY = "have others cosign this ledger, and cosign those of others"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="witness_verb", metavar="VERB", required=True, title="verbs")
    for verb, (_, summary, arguments) in VERBS.items():
        sub = verbs.add_parser(verb, help=summary, description=summary)
        sub.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        for name, meaning in arguments.items():
            sub.add_argument(name, metavar=name.upper().strip("-"), help=meaning)


def run(options: argparse.Namespace) -> int:
    work, _, _ = VERBS[options.witness_verb]
    work(options, import_module("plaudit.ledger.neighbours"))
    return 0


def add(options: argparse.Namespace, neighbours: Any) -> None:
    witness = neighbours.add(options.key, options.url)
    print(f"{witness.name} is asked to cosign every checkpoint from now on.")
    ask(options, neighbours)


def remove(options: argparse.Namespace, neighbours: Any) -> None:
    neighbours.remove(options.name)
    print(f"{options.name} is asked no longer. What it has cosigned stays.")


def ask(_options: argparse.Namespace, _neighbours: Any) -> None:
    witnesses = import_module("plaudit.ledger.witnesses")
    witnesses.collect()
    for witness in witnesses.known():
        print(f"{witness.name}: {_how_it_goes(witness)}")


def accept(options: argparse.Namespace, neighbours: Any) -> None:
    key = neighbours.accept(options.key, options.origin or "")
    print("Accepted. Its operator may now have this site asked:")
    print(f"  plaudit ledger witness add {key} {neighbours.own_address()}")


def refuse(options: argparse.Namespace, neighbours: Any) -> None:
    neighbours.refuse(options.origin)
    print(f"{options.origin} is not cosigned any more.")


def key(_options: argparse.Namespace, neighbours: Any) -> None:
    print(import_module("plaudit.ledger.cosigner").made().verifier)
    print(neighbours.own_address())


def policy(_options: argparse.Namespace, neighbours: Any) -> None:
    print(neighbours.policy(), end="")


def proof(options: argparse.Namespace, neighbours: Any) -> None:
    print("\n".join(neighbours.proof(options.origin)), end="")


def show(_options: argparse.Namespace, _neighbours: Any) -> None:
    models = import_module("plaudit.ledger.models")
    witnesses = models.Witness.objects.order_by("name")
    print("Asked to cosign this ledger:" if witnesses else "Nobody is asked to cosign this ledger.")
    for one in witnesses:
        print(f"  {one.name}\n    {one.address}\n    {one.key}\n    {_how_it_goes(one)}")
    logs = models.WitnessedLog.objects.order_by("origin")
    print("Cosigned by this site:" if logs else "This site cosigns no other ledger.")
    for log in logs:
        print(f"  {log.origin}")
        print("".join(f"    {line}\n" for line in log.keys.splitlines() or ["refused"]), end="")
        print(f"    {_last(log.size, log.cosigned_at)}")
        if log.conflict:
            print(f"    It has signed two histories: `plaudit ledger witness proof {log.origin}`")


def _how_it_goes(witness: Any) -> str:
    if not (witness.cosigned_at or witness.trouble):
        return "not asked yet; it is with the next checkpoint"
    last = _last(witness.size, witness.cosigned_at)
    return f"{last}\n    {witness.trouble}" if witness.trouble else last


def _last(size: int, at: datetime | None) -> str:
    return f"last cosigned {size:,} entries, {at:%Y-%m-%d %H:%M} UTC" if at else "nothing cosigned"


KEY_OF_WITNESS = {"key": "its key, as it stands at its /ledger/witness/key"}
KEY_OF_LOG = {"key": "its key: the first line of its /ledger/keys"}
ORIGIN = {"origin": "the log's name, as `list` shows it"}
Work = Callable[[argparse.Namespace, Any], None]

VERBS: dict[str, tuple[Work, str, dict[str, str]]] = {
    "list": (show, "who cosigns this ledger, whose are cosigned here, and how it goes", {}),
    "add": (
        add,
        "ask this witness with every checkpoint, and now",
        KEY_OF_WITNESS | {"url": "its address: https://rival.example/ledger/witness"},
    ),
    "ask": (ask, "ask now for what the last checkpoint lacks", {}),
    "remove": (remove, "ask it no longer", {"name": "its name, as `list` shows it"}),
    "policy": (policy, "print the policy by which auditors check the cosignatures", {}),
    "accept": (
        accept,
        "be a witness for the log that signs with this key",
        KEY_OF_LOG | {"--origin": "the log's name, if its key has another"},
    ),
    "refuse": (refuse, "be its witness no longer", ORIGIN),
    "key": (key, "print this site's key and address as a witness; made if there is none", {}),
    "proof": (proof, "print two checkpoints that prove a second history", ORIGIN),
}
