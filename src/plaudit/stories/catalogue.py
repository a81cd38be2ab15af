"""Sections and authors by the names people type."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Q

from plaudit.stories import slugs
from plaudit.stories.models import Author, Section
from plaudit.stories.refused import Refused

Named = TypeVar("Named", Section, Author)


class Catalogue:
    """Finds sections and authors by name or address; makes them only where that is allowed."""

    def __init__(self, *, may_create: bool) -> None:
        self.may_create = may_create

    def section(self, name: str) -> tuple[Section, list[str]]:
        """The section of that name, else the first in the menu, and what was assumed."""
        if name:
            return self._found(Section, name) or self._missing(Section, name), []
        first = Section.objects.first()
        if first:
            only = Section.objects.count() == 1
            return first, [] if only else [f"No section was named: it is in “{first}”."]
        return _made(Section, "News"), ["The site had no section: made “News”."]

    def authors(
        self, wanted: tuple[str, ...], named: tuple[str, ...]
    ) -> tuple[list[Author], list[str]]:
        """The authors wanted, else those the file names as far as they are known."""
        if wanted:
            found = [self._found(Author, name) or self._missing(Author, name) for name in wanted]
            return list(dict.fromkeys(found)), []
        known: list[Author] = []
        notes: list[str] = []
        for name in named:
            author = self._found(Author, name)
            if author is None and self.may_create:
                author = _made(Author, name)
            if author:
                known.append(author)
            else:
                notes.append(f"No author is called “{name}”: left out of the byline (or --create).")
        return list(dict.fromkeys(known)), notes

    def _found(self, model: type[Named], name: str) -> Named | None:
        is_called = Q(name__iexact=name.strip()) | Q(slug=name.strip().lower())
        return model._default_manager.filter(is_called).first()

    def _missing(self, model: type[Named], name: str) -> Named:
        """Make it if that is allowed, else refuse with the names there are."""
        if self.may_create:
            return _made(model, name)
        word = str(model._meta.verbose_name)
        names = [str(row) for row in model._default_manager.all()[:20]]
        there = f"There are: {', '.join(names)}." if names else "There are none yet."
        raise Refused(f"No {word} is called “{name}”. {there} To make a new one, add --create.")


def _made(model: type[Named], name: str) -> Named:
    name = name.strip()
    base = slugs.readable(name)[:50]
    slug, number = base, 1
    while model._default_manager.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    row = model(name=name, slug=slug)
    try:
        row.full_clean()
    except ValidationError as error:
        raise Refused(f"“{name[:60]}” cannot be a name: {' '.join(error.messages)}") from None
    row.save()
    return row
