"""Where a licence can be read: of Creative Commons' own, the name says it."""

import re

CREATIVE_COMMONS = "https://creativecommons.org"
_LICENCE = re.compile(
    r"cc[ -](by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)[ -](1\.0|2\.0|2\.5|3\.0|4\.0)", re.IGNORECASE
)
_ZERO = re.compile(r"cc[ -]?0(?: 1\.0)?", re.IGNORECASE)


def address(name: str) -> str:
    """The page of a licence called so, as in “CC BY-SA 4.0” or “CC0”; "" for all others."""
    name = " ".join(name.split())
    if _ZERO.fullmatch(name):
        return f"{CREATIVE_COMMONS}/publicdomain/zero/1.0/"
    if found := _LICENCE.fullmatch(name):
        return f"{CREATIVE_COMMONS}/licenses/{found[1].lower()}/{found[2]}/"
    return ""
