"""Asks the site what it shows, and once more where it may have moved on meanwhile, before it says
that a figure is wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from plaudit.auditor import site
from plaudit.auditor.findings import MOST_SHOWN, Findings, many
from plaudit.auditor.shelf import Progress
from plaudit.auditor.site import Shown
from plaudit.auditor.sources import Missing, Source
from plaudit.auditor.tolerance import allowance, differing, in_words
from plaudit.recount.leaves import Policy
from plaudit.recount.replay import Replay

PAUSES = (1.0, 3.0, 6.0)  # seconds before each new round: pages are a moment late, so are seals
Wrong = dict[str, str]  # what was asked about -> what is wrong with it


@dataclass
class Comparing:
    source: Source
    replay: Replay
    advance: Callable[[], Counter[str]]  # count on; how many leaves came about each subject
    wait: Callable[[float], None]
    progress: Progress
    late: dict[str, int] = field(default_factory=dict)  # ballots shown that the log has not yet
    _hidden: set[str] = field(default_factory=set)  # pages without a figure
    _moved: Counter[str] = field(default_factory=Counter)

    @property
    def unsealed(self) -> int:
        return sum(self.late.values())

    def figures(self, found: Findings) -> None:
        """The live figures of every subject that the log knows."""
        abouts = self.replay.abouts()
        wrong = self._asked("Comparing", abouts, site.BATCH, self._wrong_figures)
        late = (
            f", but for {many(self.unsealed, 'ballot')} on the way into it" if self.unsealed else ""
        )
        good = f"The live figures of {many(len(abouts), 'subject')} are those of the log{late}."
        _say(found, "points", wrong, good)

    def pages(self, found: Findings, wanted: int) -> None:
        """Stories drawn at random, whether the log knows them or not: as data and as pages."""
        paths = site.some_stories(self.source, wanted)
        wrong = self._asked("Reading pages", paths, 1, self._wrong_page)
        hidden = f" ({len(self._hidden)} hide it until one votes)" if self._hidden else ""
        read = f"{many(len(paths), 'story')}, drawn at random"
        good = f"What the pages show is the log's figure: {read}{hidden}."
        _say(found, "pages", wrong, good)

    def _asked(
        self, label: str, things: Sequence[str], size: int, look: Callable[[Sequence[str]], Wrong]
    ) -> Wrong:
        """What is wrong with these, and still is after some rounds."""
        wrong: Wrong = {}
        for at in range(0, len(things), size):
            wrong |= look(things[at : at + size])
            self.progress(label, min(at + size, len(things)), len(things))
        for pause in PAUSES:
            if not wrong:
                break
            self.wait(pause)
            self._moved += self.advance()
            again, wrong = list(wrong), {}
            for at in range(0, len(again), size):
                wrong |= look(again[at : at + size])
        return wrong

    def _wrong_figures(self, abouts: Sequence[str]) -> Wrong:
        shown = site.live(self.source, abouts)
        judged = {about: self._judged(about, one) for about, one in shown.items()}
        return {about: f"{about} {said}" for about, said in judged.items() if said}

    def _wrong_page(self, paths: Sequence[str]) -> Wrong:
        path = paths[0]
        try:
            story = site.story(self.source, path)
            figures = site.page_figures(self.source, path)
        except Missing:  # taken back since the site map was made
            return {}
        if None in figures.get(story.about, ()):
            self._hidden.add(path)
        for about, shown in {story.about: story.shown, **story.items}.items():
            said = self._judged(about, shown) or self._judged_on_page(about, shown, figures)
            if not said and about == story.about and about not in figures:
                said = "shows no figure where one was expected"
            if said:
                return {path: f"/{path} ({about}) {said}"}
        items = {about for about in figures if about.startswith("i/")}
        if unheard_of := min(items - set(story.items), default=""):
            said = "shows an item whose points its data does not have"
            return {path: f"/{path} ({unheard_of}) {said}"}
        return {}

    def _judged_on_page(self, about: str, shown: Shown, figures: dict[str, set[int | None]]) -> str:
        """What is wrong with the figures of a subject on a page, in words; empty if nothing is."""
        expected = self.replay.points(about).total
        near = allowance("total", self._ballots(about, shown), self._policy)
        found = [one for one in figures.get(about, ()) if one is not None]
        wrong = [one for one in found if abs(one - expected) > near]
        return f"shows {wrong[0]:,} on its page for {expected:,}" if wrong else ""

    def _judged(self, about: str, shown: Shown) -> str:
        """What is wrong with a subject's figures, in words; empty if nothing is."""
        self.late.pop(about, None)
        if shown.unsealed:
            self.late[about] = shown.unsealed
        counted = self.replay.points(about)
        wrong = differing(shown, counted, self._policy, self._ballots(about, shown))
        return in_words(shown, wrong) if wrong else ""

    def _ballots(self, about: str, shown: Shown) -> int:
        """How many ballots may lie between what is shown and what was counted."""
        return shown.unsealed + self._moved[about]

    @property
    def _policy(self) -> Policy:
        return self.replay.policy or Policy()


def _say(found: Findings, topic: str, wrong: Wrong, good: str) -> None:
    found.facts[f"{topic}_wrong"] = sorted(wrong.values())
    if not wrong:
        found.agrees(topic, good)
    for said in sorted(wrong.values())[:MOST_SHOWN]:
        found.differs(topic, f"{said}.")
    if len(wrong) > MOST_SHOWN:
        found.differs(topic, f"And {len(wrong) - MOST_SHOWN:,} more; --json names them all.")
