"""The front page while an editor rearranges it: slots in a form, and what a button does to them.

Nothing here is on the front page yet; `placements.arrange` puts it there.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from django import forms
from django.utils import timezone

from plaudit.stories.models import Placement
from plaudit.stories.models.placement import SLOTS

ASKED = re.compile(r"(up|down|off|move|put)-(\d{1,18})(?:-(\d))?", re.ASCII)
MINUTE = "%Y-%m-%dT%H:%M"  # as browsers write it


class Slot(NamedTuple):
    """A story by its key (0: none), and when it leaves, as it was typed."""

    pk: int = 0
    until: str = ""


Board = tuple[Slot, ...]
EMPTY = Slot()


class NoRoomError(Exception):
    """There is no empty slot for one more story."""


def of_placements(running: list[Placement], keys: Mapping[str, int]) -> Board:
    """What is placed now; `keys` has those of the stories that are still there, by ulid."""
    board = [EMPTY] * SLOTS
    for it in running:
        if it.ulid in keys:
            board[it.slot] = Slot(keys[it.ulid], typed(it.until))
    return tuple(board)


def typed(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime(MINUTE) if moment else ""


def until(slot: Slot) -> datetime | None:
    """Raises django.core.exceptions.ValidationError."""
    found: datetime | None = forms.DateTimeField(required=False).clean(slot.until)
    return found


def read(posted: Mapping[str, str]) -> Board:
    """The slots of a form; a story that is named twice stands in the first of its places."""
    seen: set[int] = set()
    board = []
    for number in range(SLOTS):
        pk = key(posted.get(f"slot-{number}", ""))
        is_new = pk not in seen
        board.append(Slot(pk, posted.get(f"until-{number}", "")[:40]) if pk and is_new else EMPTY)
        seen.add(pk)
    return tuple(board)


def do(board: Board, asked: str) -> tuple[Board, int]:
    """What a button asks for: `up-3`, `down-0`, `off-2` and `move-4-0` name slots, `put-17` and
    `put-17-0` a story by its key. Returns the board and the key of the story it was about, or 0.

    Raises NoRoomError.
    """
    found = ASKED.fullmatch(asked)
    if not found:
        return board, 0
    verb, number, to = found[1], int(found[2]), int(found[3] or 0)
    if verb == "put":
        return _put(board, number, to if found[3] else None), number
    if number >= SLOTS or to >= SLOTS:
        return board, 0
    return _do(board, verb, number, to), board[number].pk


def _do(board: Board, verb: str, number: int, to: int) -> Board:
    if verb == "off":
        return (*board[:number], EMPTY, *board[number + 1 :])
    if verb != "move":
        to = max(number - 1, 0) if verb == "up" else min(number + 1, SLOTS - 1)
    slots = list(board)
    slots.insert(to, slots.pop(number))
    return tuple(slots)


def _put(board: Board, pk: int, to: int | None) -> Board:
    """Into this slot, from which on stories move down as far as there is no room; or into the
    first that is empty. One that is there already only moves.
    """
    at = next((number for number, slot in enumerate(board) if slot.pk == pk), None)
    if at is not None:
        return board if to is None else _do(board, "move", at, min(to, SLOTS - 1))
    empty = [number for number, slot in enumerate(board) if not slot.pk]
    if not empty:
        raise NoRoomError
    to = empty[0] if to is None else min(to, SLOTS - 1)
    room = next((number for number in empty if number >= to), empty[-1])
    slots = list(board)
    slots.pop(room)
    slots.insert(to, Slot(pk))
    return tuple(slots)


def key(text: str) -> int:
    """Of a row, as a form has it; 0 if it is none."""
    return int(text) if re.fullmatch(r"\d{1,18}", text, re.ASCII) else 0
