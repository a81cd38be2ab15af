"""The answers to votes on the fast way: the ordinary desk's, with another body and cookie."""

import json
from functools import lru_cache

from plaudit.engine import ordinary
from plaudit.engine.ordinary import Answer
from plaudit.people import guests
from plaudit.points.slips import Counted, Outcome, Slip, Unanswered

LENGTH = b"content-length"


class Replies:
    """Learns the ordinary answers when it is made."""

    def __init__(self) -> None:
        self._counted, self._busy = ordinary.counted(), ordinary.busy()
        # The same head for every body of a length: lengths are few.
        self._head = lru_cache(maxsize=256)(self._head_for)

    def to(self, slip: Slip, outcome: Outcome, figures: dict[int, str]) -> Answer | None:
        """None for one that the ordinary desk has to answer.

        `figures` are the points that were written out before, for the other answers of a batch.
        """
        if isinstance(outcome, Counted):
            return self._to_counted(slip, outcome, figures)
        return self._busy if outcome is Unanswered.BUSY else None

    @property
    def busy(self) -> Answer:
        return self._busy

    def _to_counted(self, slip: Slip, counted: Counted, figures: dict[int, str]) -> Answer:
        key = id(counted.points)  # one object for all answers about a subject
        points = figures.get(key)
        if points is None:
            points = figures[key] = json.dumps(counted.points.as_json())
        body = f'{{"value": {counted.value}, "points": {points}}}'.encode()
        head = self._head(len(body))
        if counted.is_welcome:
            head = [*head, (b"set-cookie", guests.cookie_line(slip.voter.secret).encode())]
        return Answer(self._counted.status, head, body)

    def _head_for(self, length: int) -> list[tuple[bytes, bytes]]:
        written = str(length).encode()
        return [(name, written if name == LENGTH else value) for name, value in self._counted.head]
