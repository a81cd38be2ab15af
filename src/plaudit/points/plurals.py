"""Phrases with a figure, for scripts that count on in a language they do not know."""

from collections.abc import Callable

# One number of each plural category a browser may name (Intl.PluralRules).
SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}


def by_category(pattern: Callable[[int], str]) -> dict[str, str]:
    """For each category the phrase with {} for its figure: {"one": "{} point", ...}."""
    return {name: pattern(sample).replace("%(figure)s", "{}") for name, sample in SAMPLES.items()}
