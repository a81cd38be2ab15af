"""The answers to votes on the fast way: the ordinary desk's, with another body and cookie."""

import json
import logging
from functools import lru_cache

from plaudit.engine import ordinary
from plaudit.engine.ordinary import Answer
from plaudit.ledger import keys, receipts
from plaudit.people import guests
from plaudit.points.slips import NO_RECEIPT, Counted, Outcome, Slip, Unanswered

log = logging.getLogger("plaudit.server")

LENGTH = b"content-length"
as_json = json.JSONEncoder().encode  # `json.dumps` looks at its options first, for each text


class Replies:
    """Learns the ordinary answers when it is made. Raises keys.NoKey if it could sign nothing."""

    def __init__(self) -> None:
        self._counted, self._busy = ordinary.counted(), ordinary.busy()
        self._sign = receipts.signing()
        # The same head for every body of a length: lengths are few.
        self._head = lru_cache(maxsize=256)(self._head_for)

    def to(self, batch: list[tuple[Slip, Outcome]]) -> list[Answer | None]:
        """The answer to each; None for one that the ordinary desk has to answer."""
        self._take_the_key_of_now()
        figures: dict[int, str] = {}
        return [self._to(slip, outcome, figures) for slip, outcome in batch]

    @property
    def busy(self) -> Answer:
        return self._busy

    def _take_the_key_of_now(self) -> None:
        """Whatever became of the key file, what was cast is answered: with the key from before."""
        try:
            self._sign = receipts.signing()
        except keys.NoKey as why:
            log.error("Receipts are signed with the key from before: %s", why)

    def _to(self, slip: Slip, outcome: Outcome, figures: dict[int, str]) -> Answer | None:
        """`figures` are the points that were written out before, for other answers of a batch."""
        if isinstance(outcome, Counted):
            return self._to_counted(slip, outcome, figures)
        return self._busy if outcome is Unanswered.BUSY else None

    def _to_counted(self, slip: Slip, counted: Counted, figures: dict[int, str]) -> Answer:
        key = id(counted.points)  # one object for all answers about a subject
        points = figures.get(key)
        if points is None:
            points = figures[key] = json.dumps(counted.points.as_json())
        receipt = self._sign(counted.in_force) if counted.in_force else NO_RECEIPT
        body = (
            f'{{"value": {counted.value}, "points": {points}, '
            f'"leaf": {as_json(receipt.leaf)}, "ack": {as_json(receipt.ack)}}}'
        ).encode()
        head = self._head(len(body))
        if counted.is_welcome:
            head = [*head, (b"set-cookie", guests.cookie_line(slip.voter.secret).encode())]
        return Answer(self._counted.status, head, body)

    def _head_for(self, length: int) -> list[tuple[bytes, bytes]]:
        written = str(length).encode()
        return [(name, written if name == LENGTH else value) for name, value in self._counted.head]
