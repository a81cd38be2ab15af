"""The entries of the log, one class for each kind: read strictly, written in their one form.

A leaf is ASCII lines, each ended by one newline: the kind, then its fields in their order, each a
name, a space and a value. Nothing else: no blank line, no second space, no other spelling.
"""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from plaudit.recount import forms
from plaudit.recount.forms import Form
from plaudit.tlog.bundles import MOST_BYTES
from plaudit.tlog.refused import Malformed


class _Written:
    """A leaf of a kind: FIELDS says in order the name of each, its attribute and its form."""

    __slots__ = ()
    KIND_LINE: ClassVar[str]
    FIELDS: ClassVar[tuple[tuple[str, str, Form], ...]]

    def encoded(self) -> bytes:
        """Raises Malformed if a field has a value that no leaf can say."""
        lines = [self.KIND_LINE]
        for name, attribute, form in self.FIELDS:
            lines.append(f"{name} {form.text(getattr(self, attribute), name)}")
        return "".join(f"{line}\n" for line in lines).encode()

    @classmethod
    def read(cls, lines: list[str]) -> Self:
        """The leaf of the lines below its kind. Raises Malformed."""
        values = {}
        for line, (name, attribute, form) in zip(lines, cls.FIELDS, strict=False):
            if not line.startswith(f"{name} "):
                raise Malformed(f"{cls.KIND_LINE}: {line[:60]!r} is where {name} should be.")
            values[attribute] = form.value(line[len(name) + 1 :], f"{cls.KIND_LINE}: {name}")
        if len(lines) != len(cls.FIELDS):
            raise Malformed(f"{cls.KIND_LINE} has {len(cls.FIELDS)} fields, not {len(lines)}.")
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Ballot(_Written):
    """What a voter gave to a subject, from the revision on: +1, -1 or nothing (0)."""

    about: str
    tag: str
    rev: int
    value: int
    kind: str  # m member, g guest, f fediverse
    nonce: str
    KIND_LINE = "plaudit/ballot/v1"
    FIELDS = (
        ("about", "about", forms.ABOUT),
        ("tag", "tag", forms.TAG),
        ("rev", "rev", forms.REVISION),
        ("value", "value", forms.VALUE),
        ("class", "kind", forms.KIND),
        ("nonce", "nonce", forms.NONCE),
    )


@dataclass(frozen=True, slots=True)
class Policy(_Written):
    """By which rule is counted, and how much a ballot of each class weighs."""

    m: int = 1
    g: int = 1
    f: int = 1
    rule: int = 1
    KIND_LINE = "plaudit/policy/v1"
    FIELDS = (
        ("rule", "rule", forms.RULE),
        ("m", "m", forms.WEIGHT),
        ("g", "g", forms.WEIGHT),
        ("f", "f", forms.WEIGHT),
    )


@dataclass(frozen=True, slots=True)
class Void(_Written):
    """Moderators set the ballot with this index aside."""

    target: int
    reason: str
    KIND_LINE = "plaudit/void/v1"
    FIELDS = (("target", "target", forms.INDEX), ("reason", "reason", forms.REASON))


@dataclass(frozen=True, slots=True)
class Unvoid(_Written):
    """The ballot with this index counts again."""

    target: int
    KIND_LINE = "plaudit/unvoid/v1"
    FIELDS = (("target", "target", forms.INDEX),)


@dataclass(frozen=True, slots=True)
class Carried(_Written):
    """A total brought along from a former site, on its word."""

    about: str
    value: int
    source: str
    KIND_LINE = "plaudit/carried/v1"
    FIELDS = (
        ("about", "about", forms.ABOUT),
        ("value", "value", forms.TOTAL),
        ("from", "source", forms.SOURCE),
    )


@dataclass(frozen=True, slots=True)
class PointsRoot(_Written):
    """The root of the points map over all leaves before this one."""

    root: bytes
    KIND_LINE = "plaudit/points/v1"
    FIELDS = (("root", "root", forms.ROOT),)


@dataclass(frozen=True, slots=True)
class OriginChange(_Written):
    """This log follows a lost one, of which this was the last checkpoint known."""

    old: str
    size: int
    root: bytes
    KIND_LINE = "plaudit/origin/v1"
    FIELDS = (
        ("from", "old", forms.ORIGIN),
        ("size", "size", forms.SIZE),
        ("root", "root", forms.ROOT),
    )


Leaf = Ballot | Policy | Void | Unvoid | Carried | PointsRoot | OriginChange
KINDS: dict[str, type[Leaf]] = {
    kind.KIND_LINE: kind
    for kind in (Ballot, Policy, Void, Unvoid, Carried, PointsRoot, OriginChange)
}

# A whole ballot at once, out of the same forms: matches what `parse` reads as a Ballot, no more.
BALLOT = re.compile(
    (
        f"{Ballot.KIND_LINE}\n"
        + "".join(f"{name} (?:{form.pattern})\n" for name, _, form in Ballot.FIELDS)
    ).encode()
)


def parse(data: bytes) -> Leaf:
    """Raises Malformed, with the reason, for whatever is not a leaf in its one form."""
    if len(data) > MOST_BYTES:
        raise Malformed(f"An entry of {len(data)} bytes is too long; {MOST_BYTES} fit.")
    if not data.isascii():
        raise Malformed("The leaf has bytes that are not ASCII.")
    if not data.endswith(b"\n"):
        raise Malformed("The leaf does not end with a newline.")
    first, *lines = data[:-1].decode().split("\n")
    kind = KINDS.get(first)
    if kind is None:
        raise Malformed(f"No leaf is of the kind {first[:60]!r}.")
    return kind.read(lines)
