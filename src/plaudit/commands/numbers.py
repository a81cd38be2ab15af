"""Whole numbers as they are typed on the command line."""

from argparse import ArgumentTypeError
from collections.abc import Callable

BOUNDLESS = 10**12


def whole(least: int, most: int = BOUNDLESS) -> Callable[[str], int]:
    """Reads a number within bounds, 20,000 and 20_000 as well, or says what was wanted."""

    def read(text: str) -> int:
        try:
            number = int(text.replace(",", "").replace("_", ""))
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            wanted = f"from {least} to {most}" if most < BOUNDLESS else f"of at least {least}"
            raise ArgumentTypeError(f"{text!r} is no whole number {wanted}")
        return number

    return read
