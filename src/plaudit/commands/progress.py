"""A bar on a terminal, a line now and then anywhere else."""

import sys
import time

WIDTH = 30
EVERY_SECONDS = 0.1
STEPS = 4  # without a terminal: a line a quarter


class Progress:
    """Shows how far long work has come: `progress("Ballots", 4_000, 20_000)`, again and again."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._shown = ""
        self._shown_at = 0.0
        self._began: dict[str, float] = {}

    def __call__(self, label: str, done: int, total: int) -> None:
        began = self._began.setdefault(label, time.monotonic())
        is_over = done >= total
        if self._is_terminal:
            if is_over or time.monotonic() - self._shown_at >= EVERY_SECONDS:
                self._draw(label, done, total, began)
        else:
            self._log(label, done, total)
        if is_over:
            self._began.pop(label, None)

    def _draw(self, label: str, done: int, total: int, began: float) -> None:
        self._shown_at = time.monotonic()
        filled = WIDTH * done // max(total, 1)
        bar = "█" * filled + "░" * (WIDTH - filled)
        line = f"\r  {label:<16} {bar} {done:,}/{total:,} {_left(done, total, began)}"
        end = "\n" if done >= total else ""
        print(f"{line:<78}", end=end, file=sys.stderr, flush=True)

    def _log(self, label: str, done: int, total: int) -> None:
        step = f"{label} {done * STEPS // max(total, 1)}"
        if step != self._shown and done:
            self._shown = step
            print(f"  {label}: {done:,} of {total:,}", file=sys.stderr, flush=True)


def _left(done: int, total: int, began: float) -> str:
    spent = time.monotonic() - began
    if done >= total:
        return f"{spent:.0f} s"
    return f"{spent / done * (total - done):.0f} s left" if done and spent > 1 else ""
