"""The ways to turn a vote away, each with a sentence that says what to do."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext

from plaudit.points.voters import Voter


@dataclass(eq=False)
class Refusal(Exception):
    """A vote that is not counted, with everything the answer has to say about it."""

    status: int
    code: str
    sentence: str
    offers_sign_in: bool = False
    challenge: dict[str, Any] | None = None
    newcomer: Voter | None = field(default=None, repr=False)  # a new guest to be remembered
    sentence_on_page: str = ""  # what a person reads first, where the sentence is for programs


def bad_value(sentence: str) -> Refusal:
    """What a program got wrong is said in English; no button of ours ever sends it."""
    on_page = gettext(
        "What was sent is no point. Please go back to the story and press the button again."
    )
    return Refusal(400, "bad_value", sentence, sentence_on_page=on_page)


def cross_site() -> Refusal:
    return Refusal(
        403,
        "cross_site",
        gettext("Points are given on this site’s own pages, and this came from elsewhere."),
    )


def closed() -> Refusal:
    """One answer for all of it, word for word, so that nothing can be found out by trying."""
    return Refusal(
        403,
        "closed",
        gettext("No points can be given here: this is not on the site, is closed, or is your own."),
    )


def guests_off() -> Refusal:
    sentence = gettext("Points are given by readers with an account. Please sign in.")
    return Refusal(403, "guests_off", sentence, offers_sign_in=True)


def down_off() -> Refusal:
    return _no_down(gettext("Points down are not given on this site."))


def no_down_here() -> Refusal:
    return _no_down(gettext("This takes no points down. To take a choice back, press it again."))


def _no_down(sentence: str) -> Refusal:
    return Refusal(403, "down_off", sentence)


def proof_needed(challenge: dict[str, Any], voter: Voter) -> Refusal:
    return Refusal(
        429,
        "proof_needed",
        gettext(
            "Many points came from your network today, so your browser has to do a short sum "
            "first, which takes JavaScript. Or sign in: then no sum is needed."
        ),
        offers_sign_in=True,
        challenge=challenge,
        newcomer=voter if voter.is_new else None,
    )


def busy() -> Refusal:
    return Refusal(
        503,
        "busy",
        gettext("The site is very busy, so your point was not counted. Please try again."),
    )
