"""Other forms of a word, found by its stem: by the rules of Snowball for the story's language.

Worked out here and not by the databases, so that both find the same. Words come folded, without
accents; as much in what is asked as in what is written.
"""

from collections.abc import Collection, Iterable

from Stemmer import Stemmer

MARK = "≈"  # before a stem that is no word of the text itself; no word has it
# Whose rules there are, by how stories name their language.
LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def rules_of(language: str) -> str:
    """What Snowball calls the rules for a language such as de-AT; "" where it has none."""
    return LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), "")


def of(found: Collection[str], rules: str) -> list[str]:
    """What the index has of a text besides its words."""
    written = set(found)
    return sorted(MARK + stem for stem in _stems(written, rules) - written)


def forms(word: str, languages: Iterable[str]) -> list[str]:
    """The words of the index that mean another form of this one, in any of these languages."""
    stems = set().union(*(_stems({word}, rules) for rules in languages))
    return sorted({mark + stem for stem in stems for mark in ("", MARK)} - {word})


def _stems(words: Collection[str], rules: str) -> set[str]:
    """Made anew each time: it is not for several threads, and to make one costs microseconds."""
    return set(Stemmer(rules, 0).stemWords(sorted(words))) - {""} if rules else set()
