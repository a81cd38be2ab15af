"""The two themes, as in `css/tokens.css`: what an accent has to be read against."""

from typing import NamedTuple

from plaudit.masthead import contrast


class Theme(NamedTuple):
    paper: str
    wash: str
    accent: str  # the site's own, unless the newsroom chooses another
    on_accent: str

    @property
    def beside(self) -> tuple[str, str, str]:
        """What an accent stands on as text, and what stands on it in a button."""
        return self.paper, self.wash, self.on_accent


LIGHT = Theme("#fdfcf8", "#f4f1e9", "#a1211b", "#ffffff")
DARK = Theme("#161513", "#211f1c", "#f58f7c", "#1d0a07")


def is_readable(accent: str, theme: Theme) -> bool:
    return contrast.least(accent, theme.beside) >= contrast.LEAST
