"""Who said it: "Anna Lind, the mayor, told the Gazette:" and "— Anna Lind, mayor"."""

import re
from typing import NamedTuple

# Verbs that say no more than that it was said: a quotation with its speaker says as much.
_PLAIN = {"said", "says", "told", "tells", "sagte", "sagt", "a dit", "dit", "dijo", "dice"}
_SAYING = (
    r"said|says|told|tells|added|adds|wrote|writes|explained|explains|replied|asked"
    r"|answered|argued|argues|warned|warns|insisted|insists|recalled|recalls|continued|concluded"
    r"|noted|notes|remarked|commented|stated|states|announced|admitted|joked|promised|tweeted|posted"
    r"|sagte|sagt|erklärte|schrieb|schreibt|meinte|a dit|dit|a déclaré|déclare|explique"
    r"|dijo|dice|declaró|afirmó|escribió"
)
_VERBS = re.compile(rf"\s(?P<verb>{_SAYING})\b(?P<rest>[^:]{{0,120}}):$", re.IGNORECASE)
_SAYS = re.compile(rf"\b(?:{_SAYING})\b", re.IGNORECASE)
# Where the verb comes first: "Said the mayor:", and Arabic.
_VERB_FIRST = re.compile(r"(?:Said|و?قالت?|و?صرحت?) (?P<who>[^:,]{2,60}?)\s?:$")
_SENTENCE = re.compile(r"[.!?…]['\"”’»]?\s+(?=[^\s\w]*[A-ZÀ-Þ])")
_ARTICLES = {"the", "a", "an", "der", "die", "das", "le", "la", "les", "un", "une", "el", "los"}
_NOBODY = {
    "i", "he", "she", "it", "they", "we", "you", "who", "and", "but", "er", "sie", "il", "elle",
    "which", "that",
}  # fmt: skip
_OPENINGS = _NOBODY | {
    "when", "after", "before", "asked", "on", "in", "at", "as", "then", "later", "yesterday",
    "speaking", "with", "so", "if", "while", "during", "here", "there", "this", "earlier", "today",
}  # fmt: skip
_PARTICLES = {"de", "von", "van", "der", "den", "di", "da", "del", "la", "le", "of", "al", "bin"}
_LABEL = re.compile(r"(?P<who>[^,:.!?]{2,60}(?:,[^:.!?]{2,80})?):$")
_MARKS = '"“”„«»'
LONGEST_NAME, LONGEST_ROLE, LONGEST_WHOM = 120, 160, 200
MOST_WORDS_FOR_WHOM = 10


class Attribution(NamedTuple):
    speaker: str
    role: str = ""
    to_whom: str = ""
    says_all: bool = False  # the line holds nothing else: the quotation can stand for it


NOBODY = Attribution("")


def before_quotation(line: str) -> Attribution:
    """Who is about to speak, by the line in front of a quotation; NOBODY if it does not say."""
    line = line.strip()
    sentence = _SENTENCE.split(line[-400:])[-1]
    if not sentence.endswith(":"):
        return NOBODY
    said = _VERBS.search(sentence)
    if not said:
        return _by_verb(sentence, line) or _by_label(sentence, is_alone=sentence == line)
    speaker, role = _person(sentence[: said.start()])
    if not speaker:  # "At the meeting, Anna Lind said:" says more than who
        return _fitting(Attribution(_name_at_the_end(sentence[: said.start()])))
    to_whom, is_understood = _whom(said["verb"].lower(), said["rest"].strip(" \u00a0,"))
    is_all = sentence == line and said["verb"].lower() in _PLAIN and is_understood
    return _fitting(Attribution(speaker, role, to_whom, is_all))


def signed(signature: str) -> Attribution:
    """Who said it, by the line under a quotation: "— Anna Lind, mayor, to the Gazette"."""
    signature = signature.strip().lstrip("—–―-~ ").strip(" .,;")
    mark = "|" if "|" in signature else ","
    speaker, *rest = [part.strip() for part in signature.split(mark) if part.strip()] or [""]
    to_whom = rest.pop() if rest and re.match(r"(to|in|at|on|an|à|a) ", rest[-1]) else ""
    return _fitting(Attribution(speaker, ", ".join(rest), to_whom, bool(speaker)))


def is_signature(words: str) -> bool:
    """Whether what follows a quotation and a dash is somebody: not "— she said, and left"."""
    first = words.partition(",")[0].strip(" .")
    if not _can_speak(first) or _SAYS.search(first) or any(mark in words for mark in _MARKS):
        return False
    return not first[0].islower() or first.split()[0] in _ARTICLES


def _by_verb(sentence: str, line: str) -> Attribution | None:
    found = _VERB_FIRST.fullmatch(sentence)
    if not found or not _can_speak(found["who"]):
        return None
    who = found["who"][:1].upper() + found["who"][1:]
    return _fitting(Attribution(who, says_all=sentence == line))


def _by_label(sentence: str, *, is_alone: bool) -> Attribution:
    """ "Anna Lind:" and "According to Anna Lind, the mayor:"."""
    according = re.match(r"(?:According to|Laut|Selon|Según) ", sentence)
    if according:
        speaker, role = _person(sentence[according.end() : -1])
        return _fitting(Attribution(speaker, role, says_all=is_alone and bool(speaker)))
    label = _LABEL.fullmatch(sentence) if is_alone else None
    speaker, role = _person(label["who"]) if label else ("", "")
    return _fitting(Attribution(speaker, role, says_all=True)) if _is_name(speaker) else NOBODY


def _person(words: str) -> tuple[str, str]:
    """The name and the role in "Anna Lind, the mayor," or "The mayor, Anna Lind,"."""
    first, *rest = [part.strip() for part in words.strip(" ,").split(",")]
    if not rest:
        return (first, "") if _can_speak(first) else ("", "")
    if _is_name(first):
        return first, ", ".join(rest)
    if first.split()[:1] and first.split()[0].lower() in _ARTICLES and _is_name(rest[-1]):
        role = ", ".join([first, *rest[:-1]])
        return rest[-1], role[:1].lower() + role[1:]
    return "", ""


def _name_at_the_end(words: str) -> str:
    last = words.strip(" ,").rpartition(",")[2].strip()
    if last.split()[:1] and last.split()[0] in _ARTICLES and _can_speak(last):
        return last[0].upper() + last[1:]
    return last if _is_name(last) else ""


def _is_name(words: str) -> bool:
    parts = words.split()
    if not 1 <= len(parts) <= 6 or parts[0].lower() in _OPENINGS | _ARTICLES:
        return False
    return all(part[0].isupper() or part in _PARTICLES for part in parts)


def _can_speak(words: str) -> bool:
    parts = words.lower().split()
    return 1 <= len(parts) <= 8 and parts[0] not in _OPENINGS and parts[-1] not in _NOBODY


def _whom(verb: str, rest: str) -> tuple[str, bool]:
    """To whom or where it was said, and whether that is all that the words after the verb say."""
    if not rest:
        return "", True
    if "," in rest or " that " in rest or len(rest.split()) > MOST_WORDS_FOR_WHOM:
        return "", False
    if verb in ("told", "tells"):
        return f"to {rest}", True
    if re.match(r"(to|in|at|an|im|auf|à|en) ", rest):
        return rest, True
    return "", False


def _fitting(found: Attribution) -> Attribution:
    """The attribution if its parts have room in a quotation block."""
    sizes = (len(found.speaker), len(found.role), len(found.to_whom))
    limits = (LONGEST_NAME, LONGEST_ROLE, LONGEST_WHOM)
    fits = all(size <= limit for size, limit in zip(sizes, limits, strict=True))
    return found if found.speaker and fits else NOBODY
