"""A story as schema.org NewsArticle, for search engines and archives."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from plaudit import settings
from plaudit.points.tallies import Points
from plaudit.stories import linked_pictures
from plaudit.stories.models import Change, Source, Story
from plaudit.stories.sources import Numbered, quotations

TYPES = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "review": "ReviewNewsArticle",
    "satire": "SatiricalArticle",
    "sponsored": "AdvertiserContentArticle",
}
# What a story is made from, rather than refers to.
MADE_FROM = {Source.Kind.WIRE, Source.Kind.OUTLET}
# The characters that could end the script element, or a line in old readers.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def of_story(
    story: Story,
    points: Points,
    image: dict[str, Any] | None = None,
    sources: Iterable[Numbered] = (),
    changes: Sequence[Change] = (),
) -> SafeString:
    """JSON-LD text that is safe inside a script element; `image` is the featured one's file."""
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
        "image": image and story.image and linked_pictures.of_photo(story.image, image),
        "creativeWorkStatus": "Retracted" if story.retracted_at else "",
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": " ".join(part for part in (change.wrong, change.text) if part),
                "datePublished": change.at.isoformat(),
                "url": site.url + change.get_absolute_url(),
            }
            for change in changes
        ],
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": "https://schema.org/LikeAction",
            "userInteractionCount": max(points.total, 0),
        },
        **_references(url, list(sources)),
        "hasPart": [_quotation(url, quotation) for quotation in quotations(story.body)],
    }
    return mark_safe(json.dumps(_filled(*data.items()), ensure_ascii=False).translate(ESCAPES))  # noqa: S308


def _references(url: str, sources: list[Numbered]) -> dict[str, Any]:
    """What the newsroom has found out by itself refers to no work of others."""
    elsewhere = [one for one in sources if one.source.kind != Source.Kind.OWN]
    return {
        "citation": [_work(url, one) for one in elsewhere if one.source.kind not in MADE_FROM],
        "isBasedOn": [_work(url, one) for one in elsewhere if one.source.kind in MADE_FROM],
    }


def _work(url: str, one: Numbered) -> dict[str, Any]:
    source = one.source
    publisher = {"@type": "Organization", "name": source.publisher}
    return _filled(
        ("@type", "CreativeWork"),
        ("@id", f"{url}#{one.id}"),
        ("name", source.title),
        ("publisher", source.publisher and publisher),
        ("url", source.link),
        ("archivedAt", source.archive_link),
    )


def _quotation(url: str, quotation: Any) -> dict[str, Any]:
    """Somebody's words: by whom, and the source or the address where they can be read."""
    speaker = _filled(
        ("@type", "Person"), ("name", quotation["speaker"]), ("jobTitle", quotation["role"])
    )
    mark = quotation.mark
    return _filled(
        ("@type", "Quotation"),
        ("text", quotation["text"]),
        ("spokenByCharacter", quotation["speaker"] and speaker),
        ("citation", mark and {"@id": f"{url}#source-{mark.number}"}),
        ("url", quotation["link"]),
    )


def _filled(*pairs: tuple[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in pairs if value}
