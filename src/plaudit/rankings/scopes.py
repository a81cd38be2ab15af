"""What a list can be about: the whole site, a section, a tag or an author."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from taggit.models import Tag

from plaudit.stories.models import Author, Section

MODELS: dict[str, Any] = {"section": Section, "tag": Tag, "author": Author}


@dataclass(frozen=True)
class Scope:
    """`kind` is "site" or one of MODELS; `about` is the section, tag or author."""

    kind: str = "site"
    about: Any = None

    @property
    def key(self) -> str:
        """How places name it."""
        return key(self.kind, self.about.pk) if self.about else self.kind

    @property
    def name(self) -> str:
        return self.about.name if self.about else ""

    def url(self, list_key: str, suffix: str = "") -> str:
        """The address of one of its lists; suffix "_json" for the data, "_feed" for the feed."""
        if not self.about:
            return reverse(f"{list_key}{suffix}")
        if list_key == "front":
            return reverse(f"{self.kind}{suffix}", args=[self.about.slug])
        return reverse(f"{self.kind}_list{suffix}", args=[self.about.slug, list_key])


SITE = Scope()


def key(kind: str, pk: int) -> str:
    return f"{kind}:{pk}"


def named(kind: str, slug: str) -> Scope:
    """The scope at an address; 404 where there is none."""
    if kind not in MODELS or "\0" in slug:  # which PostgreSQL would not even be asked about
        raise Http404
    return Scope(kind, get_object_or_404(MODELS[kind], slug=slug))
