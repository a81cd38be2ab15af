"""Drafts read from files become stories: all of them, or none."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.blocks import StreamValue

from plaudit.stories import newsdesk
from plaudit.stories.catalogue import Catalogue
from plaudit.stories.files_undone import undoing_files
from plaudit.stories.models import Byline, Kind, Photo, Story
from plaudit.stories.pictures import Picture
from plaudit.stories.reading import Block, Draft
from plaudit.stories.refused import Refused


@dataclass(frozen=True)
class Wishes:
    """What whoever adds the stories says about them; it outweighs what the files say."""

    section: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kind: str = ""
    slug: str = ""
    language: str = ""
    image: Path | None = None
    credit: str = ""
    alt: str = ""
    is_published: bool = False
    may_create: bool = False


@dataclass
class Added:
    """A story that was added, and what its reader should hear about it."""

    story: Story
    notes: list[str] = field(default_factory=list)


def add(drafts: list[Draft], wishes: Wishes) -> list[Added]:
    """Save the stories in one transaction, published or as drafts. Raises Refused."""
    with undoing_files() as files, transaction.atomic():
        catalogue = Catalogue(may_create=wishes.may_create)
        photo = _photo(drafts, wishes)
        if photo:
            files.append(photo.file)
        return [_add(draft, wishes, catalogue, photo) for draft in drafts]


def _photo(drafts: list[Draft], wishes: Wishes) -> Photo | None:
    """The featured image, which several stories share."""
    if wishes.image is None:
        return None
    credit = wishes.credit or next((draft.credit for draft in drafts if draft.credit), "")
    if not credit:
        raise Refused(
            "An image needs a credit, which readers see with it: add --credit “who made it”."
        )
    urls = [draft.credit_url for draft in drafts if draft.credit == credit]
    return Picture(wishes.image).save(credit, next(iter(urls), ""), wishes.alt)


def _add(draft: Draft, wishes: Wishes, catalogue: Catalogue, photo: Photo | None) -> Added:
    details = draft.details
    section, notes = catalogue.section(wishes.section or details.section)
    bylines, unknown = catalogue.authors(wishes.authors, details.authors)
    story = Story(
        headline=draft.headline,
        dek=draft.dek,
        kind=_kind(wishes.kind or details.kind),
        section=section,
        image=photo,
        slug=wishes.slug or details.slug,
        language=_language(wishes.language or details.language),
        live=False,
    )
    story.body = _body(draft.blocks if photo else draft.blocks + draft.credit_lines)
    story.bylines = [
        Byline(author=author, sort_order=place) for place, author in enumerate(bylines)
    ]
    try:
        story.full_clean()
    except ValidationError as error:
        raise Refused(f"“{draft.headline[:60]}” cannot be saved: {_reasons(error)}") from None
    story.tags.add(*(wishes.tags or details.tags))
    notes += unknown + _about_the_image(draft, wishes, photo)
    if wishes.is_published:
        newsdesk.publish(story)
    else:
        story.save()
        story.save_revision()
        notes.append("A draft: readers see it once it is published in the newsroom.")
    return Added(story, notes)


def _body(blocks: list[Block]) -> StreamValue:
    """The body from blocks; each but the plain paragraphs is checked as the newsroom would."""
    stream = Story._meta.get_field("body").stream_block
    raw = [{"type": name, "value": value, "id": str(uuid4())} for name, value in blocks]
    body = stream.to_python(raw)
    for place, (name, _) in enumerate(blocks):
        if name not in ("paragraph", "divider"):
            _check(name, body[place])
    return body


def _check(name: str, bound: StreamValue.StreamChild) -> None:
    try:
        bound.block.clean(bound.value)
    except ValidationError as error:
        causes = getattr(error, "block_errors", None)
        reason = _reasons((causes and next(iter(causes.values()), error)) or error)
        raise Refused(f"A {name} in the text cannot be saved: {reason}") from None


def _kind(kind: str) -> str:
    if kind and kind not in Kind.values:
        raise Refused(f"“{kind}” is no kind of story. There are: {', '.join(Kind.values)}.")
    return kind or Kind.REPORT


def _language(language: str) -> str:
    """A story says its language only where it is not the site's own."""
    site, own = settings.LANGUAGE_CODE.lower(), language.lower()
    return "" if site in (own, own.split("-")[0]) else language


def _about_the_image(draft: Draft, wishes: Wishes, photo: Photo | None) -> list[str]:
    if photo is None:
        return (
            ["No image was given (--image), so its credit stays the last line of the text."]
            if draft.credit_lines
            else ["No image was given (--image) for the credit in the file."] * bool(draft.credit)
        )
    notes = [] if photo.alt else ["The image has no words for who cannot see it: use --alt."]
    if draft.credit and draft.credit != photo.credit:
        notes.append(f"The credit in the file was not used: “{draft.credit}”.")
    return notes


def _reasons(error: Exception) -> str:
    messages = error.messages if isinstance(error, ValidationError) else [str(error)]
    return " ".join(map(str, messages))
