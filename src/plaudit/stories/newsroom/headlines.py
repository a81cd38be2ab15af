"""What is said to whoever writes a headline: advice, which nobody has to follow.

The advice itself is given as the words are typed (`headline-help.js`); here is what it goes by.
"""

from typing import Any

from wagtail.admin.panels import HelpPanel

from plaudit import settings
from plaudit.stories.templatetags.stories import LONG_HEADLINE

# Where others cut: search engines by width, some 600 pixels; shared cards after two lines.
SEARCH_TITLE, SEARCH_TEXT = 60, 155
CARD_TITLE, CARD_TEXT = 70, 110

# Words that withhold what a story is about, as readers meet them; `…` stands for up to four words.
WITHHOLDING = {
    "en": (
        "you won't believe", "will surprise you", "will shock you", "will blow your mind",
        "what happened next", "what happens next", "here's why", "here is why", "this is why",
        "the reason why", "this one", "number … will", "goes viral", "the internet",
        "everyone is talking about", "what you need to know", "you need to see", "find out",
        "can you guess", "they don't want you to know", "this simple", "one weird",
    ),
    "de": (
        "sie werden nicht glauben", "du wirst nicht glauben", "was dann geschah",
        "was dann passierte", "was danach geschah", "aus diesem grund", "dieser eine",
        "diese eine", "dieses eine", "das ist der grund", "das steckt dahinter",
        "was sie wissen müssen", "was du wissen musst", "das netz", "damit hat niemand gerechnet",
        "wird sie überraschen", "wird dich überraschen",
    ),
    "ar": (
        "لن تصدق", "ماذا حدث بعد ذلك", "إليك السبب", "لهذا السبب", "ما يجب أن تعرفه",
        "سوف يفاجئك", "سيدهشك", "هذا الشيء", "لا يريدونك أن تعرف", "الجميع يتحدث عن",
    ),
}  # fmt: skip


def data() -> dict[str, Any]:
    """What the script goes by, for JSON."""
    return {
        "withholding": [phrase for phrases in WITHHOLDING.values() for phrase in phrases],
        "long": LONG_HEADLINE,
        "search": [SEARCH_TITLE, SEARCH_TEXT],
        "card": [CARD_TITLE, CARD_TEXT],
    }


class HeadlineHelp(HelpPanel):
    """Under headline and dek: how long, how others show it, what it keeps from the reader."""

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            site = settings.load()
            context: dict[str, Any] = super().get_context_data(parent_context)
            address = self.instance.get_absolute_url() or "/stories/…"
            return context | {
                "headline_data": data(),
                "site": site,
                "address": f"{site.url.partition('://')[2]}{address}",
            }
