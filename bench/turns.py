"""Measuring side by side: A B A B …, so that whatever else the machine does meets both."""

from collections.abc import Callable
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def alternate(a: Callable[[], A], b: Callable[[], B], rounds: int) -> tuple[list[A], list[B]]:
    """What both returned, in the order of the rounds."""
    found_a: list[A] = []
    found_b: list[B] = []
    for _ in range(rounds):
        found_a.append(a())
        found_b.append(b())
    return found_a, found_b
