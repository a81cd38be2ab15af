"""Plain links that narrow an answer, or widen it again."""

from collections import Counter
from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plaudit.search.filters import DATES
from plaudit.search.pages import Answer, Asked
from plaudit.stories.models import StoryTag

MOST = 8  # links of a kind


class Link(NamedTuple):
    name: str
    url: str


def chosen(asked: Asked) -> list[Link]:
    """The filters in use, each with the address of the same search without it."""
    return [
        Link(_named(name, about), asked.url(**{name: ""}))
        for name, about in asked.filters.chosen.items()
    ]


def narrower(answer: Answer) -> dict[str, list[Link]]:
    """By the authors and tags of the stories on this page, those of most stories first."""
    stories = [found.story for found in answer.found]
    items = StoryTag.objects.filter(content_object__in=stories).values_list(
        "tag__name", "tag__slug"
    )
    authors = ((one.name, one.slug) for story in stories for one in story.byline_authors())
    return {
        filter_name: [
            Link(name, answer.asked.url(**{filter_name: slug}))
            for (name, slug), _count in Counter(named).most_common(MOST)
        ]
        for filter_name, named in (("author", authors), ("tag", items))
        if filter_name not in answer.asked.filters.chosen
    }


def _named(name: str, about: Any) -> str:
    if name not in DATES:
        return str(about.label if name == "kind" else about.name)
    day = date_format(about, "DATE_FORMAT")
    said = pgettext("search", "from %(day)s") if name == "from" else _("until %(day)s")
    return said % {"day": day}
