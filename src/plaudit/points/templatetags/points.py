"""How points look: localised figures, "583 points", and the bar readers give them with."""

import json
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from plaudit.points import figures, tallies, weights

register = template.Library()


register.filter("figure", figures.figure)
register.filter("signed", figures.signed)
register.filter("points_phrase", figures.phrase)


@register.simple_tag
def class_weights() -> dict[str, int]:
    """What a ballot of each class counts for; empty where all count the same."""
    found = weights.by_class()
    if len(set(found.values())) == 1:
        return {}
    return {name: found[kind] for kind, name in tallies.CLASSES.items()}


@register.filter
def points_figure(number: int) -> SafeString:
    """The phrase with its figure marked, so that it can be set larger than its noun."""
    before, figure, after = _parted(figures.pattern(number), figures.figure(number))
    return format_html("{}<b>{}</b>{}", before, figure, after)


@register.inclusion_tag("points/_bar.html", takes_context=True)
def points_bar(context: Context) -> dict[str, Any]:
    """The buttons and the figure for the story of this page."""
    story = context["story"]
    return {
        "about": story.about,
        "title": story.headline,
        "page": story.get_absolute_url(),
        "endpoint": reverse("story_point", args=[story.slug]) if story.slug else "",
        "receipt": reverse("story_receipt", args=[story.slug]) if story.slug else "",
        "points": context["points"],
        "my_value": context.get("my_value") or 0,
        "can_vote": context.get("can_vote") and not context.get("is_preview"),
        "is_own": context.get("is_own") and not context.get("is_preview"),
        "has_voted": bool(context.get("has_voted")),
        **_bar_of_site(context, has_voted=bool(context.get("has_voted"))),
    }


@register.inclusion_tag("points/_bar.html", takes_context=True)
def points_bar_of(context: Context, bar: Any) -> dict[str, Any]:
    """The same for something within a page, which `bar` says all about by these names."""
    is_preview = bool(context.get("is_preview"))
    shared = _bar_of_site(context, has_voted=bar.has_voted)
    return shared | {
        "about": bar.about,
        "title": bar.title,
        "page": bar.page,
        "endpoint": "" if is_preview else bar.endpoint,
        "receipt": "" if is_preview else bar.receipt,
        "points": bar.points,
        "my_value": bar.my_value,
        "can_vote": bar.can_vote and not is_preview and not shared["needs_account"],
        "has_voted": bar.has_voted,
        # What the bar of the whole says already: whose it is, to sign in, the script's words.
        "is_own": False,
        "needs_account": False,
        "words": "",
    }


def _bar_of_site(context: Context, *, has_voted: bool) -> dict[str, Any]:
    """What bars say alike, whatever they are about."""
    policy = context["policy"]
    return {
        "is_preview": context.get("is_preview"),
        "is_hidden": policy.is_blind and not has_voted,
        "needs_account": not policy.guests_may_vote and not _is_signed_in(context),
        "policy": policy,
        "words": json.dumps(_words(), ensure_ascii=False),
    }


def _parted(pattern: str, figure: str) -> tuple[str, str, str]:
    """What stands before the figure, the figure and what follows; one said in words is whole."""
    before, mark, after = pattern.partition(figures.MARK)
    return (before, figure, after) if mark else ("", pattern, "")


def _words() -> dict[str, Any]:
    """What the point bar's script says, in the language of the page."""
    return {
        "points": figures.for_scripts(),
        "given": gettext("Your point was counted."),
        "down": gettext("Your point down was counted."),
        "withdrawn": gettext("Your point was taken back."),
        "sign_in": gettext("Sign in instead"),
        "lost": gettext(
            "The site could not be reached, so your point was not counted. Please try again."
        ),
        "working": gettext(
            "Many points come from your network today, so your browser is doing a short sum. "
            "This takes a few seconds."
        ),
        "unsolved": gettext(
            "Your browser could not finish the sum, so your point was not counted. "
            "Signing in works without it."
        ),
    }


def _is_signed_in(context: Context) -> bool:
    user = getattr(context.get("request"), "user", None)
    return bool(user and user.is_authenticated)
