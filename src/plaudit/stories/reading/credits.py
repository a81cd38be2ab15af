"""The line that says whose picture it is."""

import re
from typing import NamedTuple

from plaudit.stories.reading.draft import LONGEST_CREDIT

_PICTURE = r"(?:image|photo|picture|photograph|illustration|photography)s?"
_PLACE = r"(?:featured|header|cover|lead|title|main|top|hero)"
_MARK = r"(?:\s*:\s*|\s+[–—-]\s+)"
_BY = r"(?:via|by|courtesy of|credit:?|source:?|©)"
# Nothing but a credit begins like this.
_SURE = re.compile(
    rf"{_PLACE} {_PICTURE}(?: (?:credit|source)s?)?{_MARK}(?:{_BY}\s+)?"
    rf"|{_PLACE} {_PICTURE} {_BY}\s+"
    rf"|featured {_PICTURE} from\s+"
    rf"|{_PICTURE} (?:credit|source|courtes[yi]e?)s?(?:{_MARK}(?:{_BY}\s+)?|\s+(?:of|to|by|via)\s+)"
    r"|(?:titelbild|beitragsbild|bildnachweis|bildquelle|aufmacherbild)(?:\s*:\s*| von | via )"
    r"|(?:image à la une|crédits? (?:photo|image)s?|imagen destacada|crédito de la foto)\s*:\s*",
    re.IGNORECASE,
)
# A paragraph might, so these count only at the end, and "by" only before a name.
_LIKELY = re.compile(
    rf"(?i:{_PICTURE}\s*(?:[:©]|\s[–—]\s)\s*(?:{_BY}\s+)?)"
    rf"|(?i:{_PICTURE} (?:via|by|from|courtesy of)\s+)(?=[A-Z0-9@©\u00c0-\u00de]|https?:)"
    r"|(?i:(?:foto|bild)\s*(?:[:©]|von |via )\s*)(?=[A-Z0-9@\u00c0-\u00de])"
    r"|(?i:credits?\s*:\s*)|©\s*"
)
_AROUND = " \t*_"


class Credit(NamedTuple):
    text: str
    is_sure: bool  # else it is one only at the end of the story


def credit_in(line: str) -> Credit | None:
    """Whom the line credits: "Featured image via Anna Lind" → Anna Lind."""
    line = line.strip(_AROUND)
    if line[:1] + line[-1:] in ("()", "[]"):
        line = line[1:-1].strip(_AROUND)
    if len(line) > LONGEST_CREDIT:
        return None
    sure = _SURE.match(line)
    found = sure or _LIKELY.match(line)
    text = line[found.end() :].strip(_AROUND) if found else ""
    return Credit(text, sure is not None) if text else None
