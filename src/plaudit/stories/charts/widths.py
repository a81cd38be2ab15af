"""How wide words are in a drawing, by guess: the server does not know the reader's face."""

from unicodedata import east_asian_width

NARROWEST = 288  # pixels of a drawing on the smallest screen, which is 320 across
LETTER = 6.6  # pixels of a letter of 11 in a wide face


def of(words: str) -> float:
    """Pixels, rather too many than too few."""
    return sum(LETTER * (1.8 if east_asian_width(sign) in "WF" else 1) for sign in words)


def cut(words: str, pixels: float) -> str:
    """The words, or as many of their letters as have room and an ellipsis."""
    if of(words) <= pixels:
        return words
    kept = words
    while kept and of(kept) + LETTER > pixels:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
