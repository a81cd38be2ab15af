"""Pieces of drawings that pages hold: SVG as wide as the page has room, its text never scaled."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def element(name: str, inside: str = "", **attributes: str | float) -> SafeString:
    """An element; `class_` is its class, and `text_anchor` its text-anchor."""
    written = format_html_join(
        "",
        ' {}="{}"',
        (
            (key.rstrip("_").replace("_", "-"), it if isinstance(it, str) else number(it))
            for key, it in attributes.items()
        ),
    )
    return format_html("<{0}{1}>{2}</{0}>", name, written, inside)


def share(value: float) -> str:
    """A part of the width, in per cent."""
    return f"{number(value)}%"


def number(value: float) -> str:
    """As SVG reads it, whatever the language of the page."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
