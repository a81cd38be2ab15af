"""An auditor with a memory of its own, whose waits are counted and not waited."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from plaudit.auditor import auditing
from plaudit.auditor.auditing import Wishes
from plaudit.auditor.sources import Folder
from plaudit.auditor.web import Web
from tests.auditor import logs, paper

NOW = 1_800_000_000


@dataclass
class Auditor:
    base: Path
    now: float = NOW
    waits: list = field(default_factory=list)
    during: list = field(default_factory=list)  # what happens at the next waits

    def audit(self, source, **wishes):
        """The findings about a folder, or a site by its address."""
        chosen = Folder(source) if isinstance(source, Path) else Web(source, self.wait)
        return auditing.audit(
            chosen, self.base, Wishes(wait=self.wait, now=lambda: self.now, **wishes)
        )

    def wait(self, seconds):
        self.waits.append(seconds)
        if self.during:
            self.during.pop(0)()


@pytest.fixture
def auditor(tmp_path):
    return Auditor(tmp_path / "memory")


@pytest.fixture
def said():
    """The findings' texts, by topic and word."""

    def texts(found, topic, word="differs"):
        return [one.text for one in found.found if (one.topic, one.word) == (topic, word)]

    return texts


@pytest.fixture
def gazette():
    """A paper with 300 leaves in its log, and its address."""
    one = paper.Paper(logs.entries(300))
    with paper.served(one) as url:
        one.url = url
        yield one
