"""The Pellbridge Lantern, a paper that does not exist: its sections, its people, its stories."""

import tomllib
from dataclasses import dataclass, replace
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
class DemoChange:
    """What an update is, and in pairs its wording: what stands there now, what stood before."""

    kind: str
    text: str
    wrong: str
    was: tuple[tuple[str, str], ...]

    def undone(self, value: Any) -> Any:
        """A text, or whatever blocks hold, as it was before."""
        if isinstance(value, str):
            for now, before in self.was:
                value = value.replace(now, before)
            return value
        if isinstance(value, dict):
            return {key: self.undone(part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(self.undone(part) for part in value)
        return value


@dataclass(frozen=True, slots=True)
class DemoStory:
    """A story and how it will fare.

    `section` and `authors` are slugs. `age_hours` counts back from the moment the demo is made,
    as does `updated_hours_ago`; `change` says what was updated then. `appeal` weighs how many
    points the story draws (0 to 1), `controversy` is the share of them that are down (0 to 0.3).
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
    change: DemoChange | None
    appeal: float
    controversy: float
    image: DemoImage | None
    body: tuple[Block, ...]
    sources: tuple[DemoSource, ...]
    language: str
    direction: Literal["ltr", "rtl"]

    def at_first(self) -> "DemoStory":
        """The story as it was before it was updated."""
        if self.change is None:
            return self
        return replace(self, dek=self.change.undone(self.dek), body=self.change.undone(self.body))


@dataclass(frozen=True, slots=True)
class DemoPage:
    """What the paper says of itself."""

    slug: str
    title: str
    body: tuple[Block, ...]


def pages() -> list[DemoPage]:
    """The pages that are no stories, in the order of their addresses."""
    return [_page(path) for path in sorted((HOME / "pages").glob("*.md"))]


def _page(path: Path) -> DemoPage:
    front, body = read(path.read_text(encoding="utf-8"))
    return DemoPage(slug=path.stem, title=curly(front["title"]), body=tuple(body))


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
        change=_change(front["change"]) if "change" in front else None,
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


def _change(front: dict[str, Any]) -> DemoChange:
    return DemoChange(
        kind=front["kind"],
        text=curly(front["text"]),
        wrong=curly(front.get("wrong", "")),
        was=tuple((curly(now), curly(before)) for now, before in front["was"]),
    )


def _masthead() -> dict[str, Any]:
    return tomllib.loads((HOME / "paper.toml").read_text(encoding="utf-8"))


_MASTHEAD = _masthead()
NAME: str = _MASTHEAD["name"]
TAGLINE: str = _MASTHEAD["tagline"]
SECTIONS = tuple(DemoSection(**section) for section in _MASTHEAD["sections"])
AUTHORS = tuple(DemoAuthor(**author) for author in _MASTHEAD["authors"])
