"""A story as schema.org NewsArticle, for search engines and archives."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from plaudit import settings
from plaudit.points.tallies import Points
from plaudit.stories.models import Story

TYPES = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "review": "ReviewNewsArticle",
    "satire": "SatiricalArticle",
    "sponsored": "AdvertiserContentArticle",
}
# The characters that could end the script element, or a line in old readers.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def of_story(story: Story, points: Points, image_url: str = "") -> SafeString:
    """JSON-LD text that is safe inside a script element."""
    site = settings.load()
    url = site.url + story.get_absolute_url()
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(story.kind, "NewsArticle"),
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": story.headline,
        "description": story.dek,
        "inLanguage": story.lang,
        "articleSection": story.section.name,
        "keywords": [tag.name for tag in story.tags.all()],
        "author": [
            {"@type": "Person", "name": author.name, "url": site.url + author.get_absolute_url()}
            for author in story.byline_authors()
        ],
        "publisher": {"@type": "Organization", "name": site.name, "url": site.url},
        "datePublished": story.first_published_at and story.first_published_at.isoformat(),
        "dateModified": story.last_published_at and story.last_published_at.isoformat(),
        "image": image_url,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": "https://schema.org/LikeAction",
            "userInteractionCount": max(points.total, 0),
        },
    }
    filled = {key: value for key, value in data.items() if value}
    return mark_safe(json.dumps(filled, ensure_ascii=False).translate(ESCAPES))  # noqa: S308
