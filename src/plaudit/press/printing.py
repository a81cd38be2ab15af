"""Renders again what readers want and what went stale, so that none of them has to wait."""

import logging
import os
import select
import time

from plaudit.edge.app import make_once
from plaudit.edge.page import NotStorable
from plaudit.edge.store import PageStore
from plaudit.press.rules import SiteRules
from plaudit.stories.models import Story

log = logging.getLogger("plaudit.press")

WAIT_SECONDS = 0.5  # at most, for something to be asked for
COLD_SECONDS = 2.0  # at the start, in which the servers need the processors more
PIECE = 65_536
TRIM_SECONDS = 60.0
MEGABYTE = 1024 * 1024


class Press:
    """`asks` is the reading end of the pipe into which servers write the keys of pages."""

    def __init__(self, store: PageStore, rules: SiteRules, asks: int, most_megabytes: int) -> None:
        self._store = store
        self._rules = rules
        self._asks = asks
        self._most_bytes = most_megabytes * MEGABYTE
        self._begun = b""  # a line whose end has not come yet
        self._trimmed_at = time.monotonic()
        self._warm_at: float | None = time.monotonic() + COLD_SECONDS

    def step(self) -> bool:
        """Wait for a moment, then render what was asked for. Always wants to be called again."""
        for key in self._wanted():
            try:
                make_once(self._store, self._rules, key)
            except NotStorable as reason:
                log.debug("%s is no longer stored: %s", key, reason)
        if self._warm_at is not None and time.monotonic() > self._warm_at:
            self._warm_at = None
            self._warm_up()
        if time.monotonic() - self._trimmed_at > TRIM_SECONDS:
            self._store.trim(self._most_bytes)
            self._trimmed_at = time.monotonic()
        return True

    def _warm_up(self) -> None:
        """Render for nobody what is rendered most.

        The first time takes ten times as long, and the readers of the first page that went stale
        would wait for it.
        """
        story = Story.objects.published().order_by("-pk").first()
        for key in ["/", *([story.get_absolute_url()] if story else [])]:
            try:
                self._rules.make(key)
            except NotStorable as reason:
                log.debug("%s cannot be stored: %s", key, reason)

    def _wanted(self) -> list[str]:
        """The keys that came in, each once."""
        if not select.select([self._asks], [], [], WAIT_SECONDS)[0]:
            return []
        *lines, self._begun = (self._begun + os.read(self._asks, PIECE)).split(b"\n")
        return list(dict.fromkeys(line.decode("latin-1") for line in lines))
