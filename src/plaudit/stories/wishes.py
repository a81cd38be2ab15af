"""What whoever adds a story says about it outweighs what its file says; both are checked."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from taggit.models import Tag

from plaudit.stories import lines, slugs
from plaudit.stories.models import Kind
from plaudit.stories.reading import Details
from plaudit.stories.refused import Refused

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z0-9_-]+", re.IGNORECASE)
LONGEST_LANGUAGE = 12


@dataclass(frozen=True)
class Wishes:
    """The options of `plaudit story add`; empty where nothing was said."""

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

    def kind_of(self, details: Details) -> str:
        kind = self.kind or details.kind
        if kind and kind not in Kind.values:
            raise Refused(f"“{kind}” is no kind of story. There are: {', '.join(Kind.values)}.")
        return kind or Kind.REPORT

    def slug_of(self, details: Details) -> str:
        slug = self.slug or details.slug
        if slug and not (_ADDRESS.fullmatch(slug) and len(slug) <= slugs.LONGEST):
            raise Refused(
                f"“{slug}” cannot be an address (slug): use a to z, figures and hyphens, "
                f"at most {slugs.LONGEST} of them."
            )
        return slug

    def language_of(self, details: Details) -> str:
        """A story says its language only where it is not the site's own."""
        language = (self.language or details.language).replace("_", "-")
        if language and not (_LANGUAGE.fullmatch(language) and len(language) <= LONGEST_LANGUAGE):
            raise Refused(f"“{language}” is no code of a language: such as ar, de or pt-BR.")
        site, own = settings.LANGUAGE_CODE.lower(), language.lower()
        return "" if site in (own, own.split("-")[0]) else language

    def tags_of(self, details: Details) -> list[str]:
        tags = [lines.clean(tag) for tag in self.tags or details.tags]
        longest = Tag._meta.get_field("name").max_length or 0
        for tag in tags:
            if len(tag) > longest:
                raise Refused(f"“{tag[:60]}…” is too long for a tag: {longest} characters fit.")
        return [tag for tag in tags if tag]
