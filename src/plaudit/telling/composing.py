"""What a letter says: text and simple HTML, in the site's language."""

from django.conf import settings as django_settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from plaudit import settings
from plaudit.stories.lines import clean
from plaudit.stories.models import Change
from plaudit.telling import stopping
from plaudit.telling.askers import POINTS, STORY, Recipient


def message(change: Change, to: Recipient) -> EmailMultiAlternatives:
    """The letter that tells one reader of a change; not sent."""
    site, story = settings.load(), change.story
    stop_url = stopping.url(stopping.Stop(to.user_id, story.ulid, to.reasons))
    with translation.override(django_settings.LANGUAGE_CODE):
        context = {
            "site": site,
            "story": story,
            "change": change,
            "url": site.url + change.get_absolute_url(),
            "comparison_url": _comparison(change),
            "letters_url": site.url + reverse("letters"),
            "stop_url": stop_url,
            "is_of_story": STORY in to.reasons,
            "is_of_points": POINTS in to.reasons,
        }
        letter = EmailMultiAlternatives(
            subject=clean(f"[{site.name}] {change.get_kind_display()}: {story.headline}"),
            body=render_to_string("telling/letter.txt", context),
            to=[to.address],
            headers={
                "List-Unsubscribe": f"<{stop_url}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
                "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday notes in return
            },
        )
        letter.attach_alternative(render_to_string("telling/letter.html", context), "text/html")
    return letter


def _comparison(change: Change) -> str:
    if change.version < 2 or not change.is_of_wording:
        return ""
    page = reverse("story_version_changes", args=[change.story.slug, change.version])
    return settings.load().url + page
