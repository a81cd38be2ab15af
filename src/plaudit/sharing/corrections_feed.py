"""What the paper corrected, as an Atom feed."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from plaudit import settings
from plaudit.ledger import standing
from plaudit.sharing.atom import AtomFeed
from plaudit.sharing.unchanged import unchanged
from plaudit.stories import corrections
from plaudit.stories.lines import clean
from plaudit.stories.models import Change

LENGTH = 30


class CorrectionsFeed(Feed[Change, None]):
    """The latest changes that readers are told of; each stays what it is for good."""

    feed_type = AtomFeed

    def title(self) -> str:
        return clean(f"{settings.load().name} – {pgettext('list', 'Corrections')}")

    def subtitle(self) -> str:
        return _("What was corrected, clarified, updated or retracted in this paper.")

    def author_name(self) -> str:
        return clean(settings.load().name)

    def link(self) -> str:
        return settings.load().url + reverse("corrections")

    def feed_url(self) -> str:
        return settings.load().url + reverse("corrections_feed")

    def feed_extra_kwargs(self, _obj: None) -> dict[str, Any]:
        return {"ledger": standing.published()}

    def items(self) -> list[Change]:
        return corrections.latest(LENGTH)

    def item_title(self, item: Change) -> str:
        return clean(f"{item.get_kind_display()}: {item.story.headline}")

    def item_description(self, item: Change) -> SafeString:
        return format_html("{}{}", _paragraph(item.wrong), _paragraph(item.text))

    def item_link(self, item: Change) -> str:
        return settings.load().url + item.get_absolute_url()

    def item_guid(self, item: Change) -> str:
        return f"tag:{settings.load().ledger_origin},2026:{item.story.about}/changes/{item.pk}"

    def item_extra_kwargs(self, item: Change) -> dict[str, Any]:
        return {"authors": [], "language": item.story.language}

    def item_categories(self, item: Change) -> list[str]:
        return [clean(item.story.section.name)]

    def item_pubdate(self, item: Change) -> datetime:
        return item.at

    def item_updateddate(self, item: Change) -> datetime:
        return item.at


FEED = CorrectionsFeed()


@require_safe
@unchanged
@cache_control(max_age=60, public=True)
def corrections_feed(request: HttpRequest) -> HttpResponse:
    """The feed of /corrections."""
    response = FEED(request)
    del response["Last-Modified"]  # see `unchanged`
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _paragraph(text: str) -> str:
    return format_html("<p>{}</p>", clean(text)) if text else ""
