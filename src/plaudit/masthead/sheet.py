"""The stylesheet of a site's own look: values for the tokens of `css/tokens.css`, nothing else."""

import hashlib
import re

from plaudit.masthead.faces import STACKS, Face
from plaudit.masthead.themes import DARK, LIGHT, Theme

COLOUR = re.compile(r"#[0-9a-f]{6}")


def made_of(accent: str, accent_dark: str, headlines: str, text: str) -> str:
    """CSS; empty where everything is as the house has it."""
    light, dark = _colour(accent, LIGHT), _colour(accent_dark, DARK)
    if light and not dark:
        dark = f"--accent: {DARK.accent};"  # else the light one would stand there, too
    light += _face("headline", headlines, text) + _face("serif", text)
    rules = [f":root {{ {light} }}"] if light else []
    rules += [f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"] if dark else []
    return f"@layer tokens {{ {' '.join(rules)} }}\n" if rules else ""


def version(css: str) -> str:
    return hashlib.sha256(css.encode()).hexdigest()[:12]


def _colour(accent: str, theme: Theme) -> str:
    is_own = COLOUR.fullmatch(accent) and accent != theme.accent
    return f"--accent: {accent};" if is_own else ""


def _face(token: str, chosen: str, otherwise: str = Face.BOOK) -> str:
    """Headlines are as the text where nothing else is said."""
    is_own = chosen in STACKS and chosen != otherwise
    return f"--{token}: {STACKS[Face(chosen)]};" if is_own else ""
