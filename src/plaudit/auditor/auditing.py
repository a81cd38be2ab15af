"""An audit from beginning to end. What goes wrong on the way is a finding too."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plaudit.auditor import history, opening, receipts, recounting, whole_folder
from plaudit.auditor.comparing import Comparing
from plaudit.auditor.counting import Counting
from plaudit.auditor.findings import Findings
from plaudit.auditor.opening import Opened
from plaudit.auditor.promises import Promise
from plaudit.auditor.quorum import Quorum
from plaudit.auditor.receipts import Receipt
from plaudit.auditor.shelf import Direct, Kept, Progress
from plaudit.auditor.sources import Folder, Source, Unreachable
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.refused import Refused


class LogBroken(Refused):
    """It was in order when the audit began, and what was added to it is not."""


@dataclass
class Wishes:
    key: VerifierKey | None = None
    quorum: Quorum | None = None
    receipts: Sequence[tuple[str, Receipt]] = ()  # with the names of their files
    pages: int = 25  # how many stories' pages to read
    progress: Progress = field(default=lambda _label, _done, _total: None)
    wait: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.time


def audit(source: Source, base: Path, wishes: Wishes) -> Findings:
    """Everything that can be checked of a log, and of the site around it if there is one.
    `base` is the folder of what auditors remember."""
    found = Findings(facts={"source": source.name})
    topic = "checkpoint"
    try:
        opened = opening.open_log(source, base, found, key=wishes.key, quorum=wishes.quorum)
        topic = "log"
        _Audit(source, wishes, found, opened).run()
    except Unreachable as trouble:
        found.unchecked(topic, str(trouble))
    except Refused as refusal:
        found.differs(topic, str(refusal))
    return found


@dataclass
class _Audit:
    source: Source
    wishes: Wishes
    found: Findings
    opened: Opened

    @cached_property
    def promise(self) -> Promise:
        """What an earlier audit was told."""
        return Promise.remembered(self.opened.memory)

    def run(self) -> None:
        """Raises Unreachable or Refused where nothing more can be said."""
        counting = self._counted()
        self.promise.judge(counting.size, self.wishes.now(), self.found)
        self._remember()
        self.found.facts["compared"] = self.source.is_site
        if self.source.is_site:
            self._compare(counting)
            self._remember()
        elif isinstance(self.source, Folder):
            whole_folder.look(self.source, self.opened, counting, self.found)
        if self.wishes.receipts:
            self._judge(counting)

    def _remember(self) -> None:
        self.opened.memory.keep_key(str(self.opened.signer()))
        self.opened.memory.keep_checkpoint(self.opened.note.encoded())

    def _counted(self) -> Counting:
        wishes, before = self.wishes, history.kept(self.opened.memory)
        self.opened = history.not_shrunk(self.source, self.opened, before, wishes.wait)
        memory = self.opened.memory
        shelf = Kept(self.source, memory) if self.source.is_site else Direct(self.source)
        wanted = [receipt.leaf.encoded() for _, receipt in wishes.receipts]
        counting = recounting.recounted(shelf, self.opened, before, wanted, wishes.progress)
        recounting.say(counting.replay, before, self.found)
        return counting

    def _compare(self, counting: Counting) -> None:
        """With what the site shows right now."""

        def advance() -> Counter[str]:
            return self._advance(counting)

        wishes = self.wishes
        comparing = Comparing(self.source, counting.replay, advance, wishes.wait, wishes.progress)
        size, now = counting.size, int(wishes.now())
        try:
            comparing.figures(self.found)
            if wishes.pages:
                comparing.pages(self.found, wishes.pages)
        except LogBroken:
            raise
        except (Unreachable, Refused) as trouble:
            self.found.unchecked("points", f"What the site shows cannot be compared: {trouble}")
        if self.promise.is_kept(counting.size):  # an older one stands until it is
            Promise(now, size, comparing.unsealed).keep(self.opened.memory)

    def _advance(self, counting: Counting) -> Counter[str]:
        """Count on, if the log has grown: how many leaves came about each subject."""
        try:
            later = self.opened.by(opening.read_note(self.source))
            if later.checkpoint.size < counting.size:  # out of a cache
                return Counter()
            came = counting.advance(later.checkpoint)
        except Refused as refusal:
            raise LogBroken(str(refusal)) from None
        self.opened = later
        return came

    def _judge(self, counting: Counting) -> None:
        """The receipts."""
        origin = self.opened.checkpoint.origin
        try:
            shown = opening.keys_shown(self.source)
        except (Unreachable, Refused):
            shown = []
        keys = [key for key in shown if key.name == f"{origin}/ack"]
        for name, receipt in self.wishes.receipts:
            if receipt.origin != origin:
                self.found.unchecked("receipt", f"{name} is of another log: {receipt.origin}.")
                continue
            index = counting.indices.get(receipt.leaf.encoded())
            word, said = receipts.judge(receipt, index, counting.replay, keys, self.wishes.now())
            self.found.add("receipt", [(word, f"{name}: {said}")])
