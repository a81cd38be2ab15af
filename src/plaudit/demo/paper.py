"""The Pellbridge Lantern, a paper that does not exist: its sections, its people, its stories."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from plaudit.demo.manuscript import Block, DemoImage, curly, image, read

HOME = Path(__file__).parent
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class DemoSection:
    slug: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class DemoAuthor:
    """`plaudit.demo.pictures.portrait(slug)` draws the face that belongs to this."""

    slug: str
    name: str
    role: str
    bio: str


@dataclass(frozen=True, slots=True)
class DemoSource:
    """`days_before` the story was published somebody read it; `is_dead`: its link, since then."""

    title: str
    kind: str
    publisher: str = ""
    link: str = ""
    archive_link: str = ""
    days_before: int | None = None
    is_dead: bool = False


@dataclass(frozen=True, slots=True)
class DemoStory:
    """A story and how it will fare.

    `section` and `authors` are slugs. `age_hours` counts back from the moment the demo is made,
    as does `updated_hours_ago`. `appeal` weighs how many points the story draws (0 to 1),
    `controversy` is the share of them that are down (0 to 0.3).
    """

    slug: str
    headline: str
    dek: str
    kind: str
    section: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    age_hours: float
    updated_hours_ago: float | None
    appeal: float
    controversy: float
    image: DemoImage | None
    body: tuple[Block, ...]
    sources: tuple[DemoSource, ...]
    language: str
    direction: Literal["ltr", "rtl"]


def stories() -> list[DemoStory]:
    """Every story of the paper, the newest first."""
    found = [_story(path) for path in sorted((HOME / "stories").glob("*.md"))]
    return sorted(found, key=lambda story: (story.age_hours, story.slug))


def _story(path: Path) -> DemoStory:
    front, body = read(path.read_text(encoding="utf-8"))
    return DemoStory(
        slug=path.stem,
        headline=curly(front["headline"]),
        dek=curly(front["dek"]),
        kind=front["kind"],
        section=front["section"],
        tags=tuple(front["tags"]),
        authors=tuple(front["authors"]),
        age_hours=front["age_hours"],
        updated_hours_ago=front.get("updated_hours_ago"),
        appeal=front["appeal"],
        controversy=front["controversy"],
        image=image(front["image"]) if "image" in front else None,
        body=tuple(body),
        sources=tuple(_source(spec) for spec in front.get("sources", [])),
        language=front.get("language", ""),
        direction=front.get("direction", "ltr"),
    )


def _source(spec: dict[str, Any]) -> DemoSource:
    words: dict[str, Any] = {
        name: curly(spec[name]) for name in ("title", "publisher") if name in spec
    }
    return DemoSource(**spec | words)


def _masthead() -> dict[str, Any]:
    return tomllib.loads((HOME / "paper.toml").read_text(encoding="utf-8"))


_MASTHEAD = _masthead()
NAME: str = _MASTHEAD["name"]
TAGLINE: str = _MASTHEAD["tagline"]
SECTIONS = tuple(DemoSection(**section) for section in _MASTHEAD["sections"])
AUTHORS = tuple(DemoAuthor(**author) for author in _MASTHEAD["authors"])
