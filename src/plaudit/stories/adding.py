"""Drafts read from files become stories: all of them, or none."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction

from plaudit.stories import bodies, named_sources, newsdesk, slugs
from plaudit.stories.catalogue import Catalogue
from plaudit.stories.files_undone import undoing_files
from plaudit.stories.models import Byline, Photo, Story
from plaudit.stories.pictures import Picture
from plaudit.stories.reading import Draft
from plaudit.stories.reading.letters import is_right_to_left
from plaudit.stories.refused import Refused, reasons
from plaudit.stories.wishes import Wishes


@dataclass
class Added:
    """A story that was added, and what its reader should hear about it."""

    story: Story
    notes: list[str] = field(default_factory=list)


def add(drafts: list[Draft], wishes: Wishes) -> list[Added]:
    """Save the stories in one transaction, published or as drafts. Raises Refused."""
    with undoing_files() as photos, transaction.atomic():
        catalogue = Catalogue(may_create=wishes.may_create)
        photo = _photo(drafts, wishes)
        if photo:
            photos.append(photo)  # before it is saved: that can fail with the file in its place
            photo.save()
        try:
            return [_add(draft, wishes, catalogue, photo) for draft in drafts]
        except Unsaved as error:
            of = f"“{error.draft.headline[:60]}”: " if drafts[1:] else ""
            raise Refused(f"{of}{error}") from None


class Unsaved(Refused):
    """Why this draft cannot be a story."""

    def __init__(self, draft: Draft, reason: object) -> None:
        super().__init__(str(reason))
        self.draft = draft


def _photo(drafts: list[Draft], wishes: Wishes) -> Photo | None:
    """The featured image, which several stories share; not saved yet."""
    if wishes.image is None:
        return None
    credit = wishes.credit or next((draft.credit for draft in drafts if draft.credit), "")
    if not credit:
        raise Refused(
            "An image needs a credit, which readers see with it: add --credit “who made it”."
        )
    urls = [draft.credit_url for draft in drafts if draft.credit == credit]
    return Picture(wishes.image).photo(credit, next(iter(urls), ""), wishes.alt)


def _add(draft: Draft, wishes: Wishes, catalogue: Catalogue, photo: Photo | None) -> Added:
    try:
        story, notes = _story(draft, wishes, catalogue, photo)
        story.full_clean()
    except Refused as error:
        raise Unsaved(draft, error) from None
    except ValidationError as error:
        raise Unsaved(draft, f"It cannot be saved: {reasons(error)}") from None
    notes += _about_the_address(story, draft, wishes)
    notes += _about_the_image(draft, wishes, photo)
    if wishes.is_published:
        newsdesk.publish(story)
    else:
        story.save()
        story.save_revision()
        notes.append("A draft: readers see it once it is published in the newsroom.")
    return Added(story, notes)


def _story(
    draft: Draft, wishes: Wishes, catalogue: Catalogue, photo: Photo | None
) -> tuple[Story, list[str]]:
    details = draft.details
    section, notes = catalogue.section(wishes.section or details.section)
    bylines, unknown = catalogue.authors(wishes.authors, details.authors)
    story = Story(
        headline=draft.headline,
        dek=draft.dek,
        kind=wishes.kind_of(details),
        section=section,
        image=photo,
        slug=wishes.slug_of(details),
        language=wishes.language_of(details),
        live=False,
    )
    story.sources = sources = named_sources.named(details.sources)
    blocks = draft.blocks if photo else draft.blocks + draft.credit_lines
    story.body = bodies.made_of(named_sources.pointing(blocks, sources))
    story.bylines = [
        Byline(author=author, sort_order=place) for place, author in enumerate(bylines)
    ]
    story.tags.add(*wishes.tags_of(details))
    if story.direction == "ltr" and is_right_to_left(draft.headline):
        notes.append("The headline runs from right to left: say its language, as in --language ar.")
    return story, notes + unknown


def _about_the_address(story: Story, draft: Draft, wishes: Wishes) -> list[str]:
    is_wished = wishes.slug or draft.details.slug or story.slug == slugs.readable(story.headline)
    return (
        []
        if is_wished
        else ["Its address has a number: another story has this headline, or nearly."]
    )


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
