"""Which witnesses have to have cosigned a checkpoint, as a reader of the log decides.

The file has the form of Sigsum's and C2SP's policies (tlog-policy), with keys as in signed notes:

    log gazette.example+1a2b3c4d+AQ…
    witness town-library library.example/w+5e6f7a8b+BA…
    witness rival rival.example/w+9c0d1e2f+BA…
    group any-neighbour any town-library rival
    quorum any-neighbour

A group needs `any`, `all` or a number of its members, which are witnesses and groups named above
it. `quorum none` asks for nobody. Empty lines and lines that begin with # say nothing.
"""

from collections.abc import Set
from dataclasses import dataclass, field

from plaudit.tlog.canonical import decimal, text_from
from plaudit.tlog.cosignatures import CosignerKey
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.notes import Note
from plaudit.tlog.refused import Malformed, NotProved

MOST_BYTES = 100_000
NONE = "none"


@dataclass
class Quorum:
    logs: list[VerifierKey] = field(default_factory=list)
    witnesses: dict[str, CosignerKey] = field(default_factory=dict)
    groups: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    quorum: str = ""

    def check(self, note: Note) -> list[str]:
        """The names of the witnesses that have cosigned. Raises NotProved if they are too few."""
        keys = list(self.witnesses.values())
        known = {(key.name, key.id) for key in keys}
        by: set[tuple[str, bytes]] = set()
        if any((one.name, one.id) in known for one in note.signatures):
            by = {(one.name, one.id) for one in note.verified(keys)}
        found = {name for name, key in self.witnesses.items() if (key.name, key.id) in by}
        reached = set(found)
        for name, (needed, members) in self.groups.items():
            if sum(member in reached for member in members) >= needed:
                reached.add(name)
        if self.quorum not in reached | {NONE}:
            said = ", ".join(sorted(found)) or "none of the witnesses"
            raise NotProved(f"The quorum {self.quorum} is not reached: {said} cosigned.")
        return sorted(found)


def parse(data: bytes) -> Quorum:
    """Raises Malformed, naming the line."""
    found = Quorum()
    text = text_from(data.replace(b"\t", b" "), MOST_BYTES, "policy")
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        try:
            _take(found, words)
        except Malformed as refusal:
            raise Malformed(f"Line {number} of the policy: {refusal}") from None
    if not found.quorum:
        raise Malformed("The policy has no line that says the quorum.")
    return found


def _take(found: Quorum, words: list[str]) -> None:
    match words:
        case ["log", key] | ["log", key, _]:
            found.logs.append(VerifierKey.parse(key))
        case ["witness", name, key] | ["witness", name, key, _]:
            _check_new(found, name)
            found.witnesses[name] = _witness(found, key)
        case ["group", name, needed, *members] if members:
            _check_new(found, name)
            _check_known(found, *members)
            found.groups[name] = _needed(needed, members), tuple(members)
        case ["quorum", name] if not found.quorum:
            _check_known(found, *{name} - {NONE})
            found.quorum = name
        case ["quorum", _]:
            raise Malformed("there is another quorum above.")
        case _:
            raise Malformed("it is none of log KEY, witness NAME KEY, group NAME N …, quorum NAME.")


def _witness(found: Quorum, text: str) -> CosignerKey:
    key = CosignerKey.parse(text)
    if any(key.public == other.public for other in found.witnesses.values()):
        raise Malformed("another witness has the same key.")
    return key


def _needed(text: str, members: list[str]) -> int:
    if len(set(members)) < len(members):
        raise Malformed("a member is named twice.")
    if text in {"any", "all"}:
        return 1 if text == "any" else len(members)
    needed = decimal(text, "number needed", len(members))
    if not needed:
        raise Malformed("a group that needs nobody says nothing.")
    return needed


def _names(found: Quorum) -> Set[str]:
    return found.witnesses.keys() | found.groups.keys()


def _check_new(found: Quorum, name: str) -> None:
    if name in _names(found) | {NONE}:
        raise Malformed(f"the name {name} is taken.")


def _check_known(found: Quorum, *names: str) -> None:
    for name in names:
        if name not in _names(found):
            raise Malformed(f"no witness and no group above is called {name}.")
