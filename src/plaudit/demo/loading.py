"""Fills an empty site with the paper: the house, its stories, its readers and their points."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from plaudit.demo import archive, casting, paper, polls, readers, turnout
from plaudit.demo.chance import Chance
from plaudit.demo.manuscript import DemoImage
from plaudit.demo.paper import DemoStory
from plaudit.demo.presses import originals, plan
from plaudit.demo.presses.plan import Sizes
from plaudit.demo.presses.printing import Press
from plaudit.demo.sourcing import Sourcing
from plaudit.demo.studio import Drawings
from plaudit.demo.turnout import Subject, Vote
from plaudit.engine import ticker
from plaudit.masthead.models import Menus, Page
from plaudit.people.models import User
from plaudit.points import counting
from plaudit.points.voters import Voter
from plaudit.search import following
from plaudit.sharing import shares
from plaudit.stories import newsdesk
from plaudit.stories.models import Author, Byline, Photo, Reuse, Said, Section, Story

READERS = 300
MOST_INDEXED = 100_000  # stories; of more, `plaudit run` makes the search bit by bit
LICENCE = "CC BY-SA 4.0"

Tell = Callable[[str, int, int], None]


class Loading:
    """One filling. `now` is the moment the demo is made; all times count back from it."""

    def __init__(self, seed: int, drawings: Drawings, editor: User, tell: Tell) -> None:
        self._chance = Chance(seed)
        self._drawings = drawings
        self._editor = editor
        self._tell = tell
        self._now = timezone.now()
        self._photos: dict[str, Photo] = {}

    def fill(self, stories: int, ballots: int) -> None:
        """So many stories and ballots; beyond what a newspaper writes, an archive in bulk."""
        written, printed = plan.divide(Sizes(stories, ballots))
        self._house()
        self._pages()
        told = archive.stories(written.stories)
        made = [self._story(number, story, len(told)) for number, story in enumerate(told)]
        members = readers.join(READERS, self._chance.branch("readers"))
        self._points(told, [story.about for story in made], written.ballots, members)
        for story, it in zip(made, told, strict=True):
            self._update(story, it)
        self._tell("Lists", 0, 1)
        ticker.catch_up()
        self._tell("Lists", 1, 1)
        if printed.stories:
            chance = self._chance.branch("archive")
            Press(originals.find(told), members, self._now, chance).print(printed, self._tell)
        if stories <= MOST_INDEXED:
            following.rebuild(partial(self._tell, "Search"))

    @transaction.atomic
    def _house(self) -> None:
        Section.objects.bulk_create(
            Section(slug=it.slug, name=it.name, description=it.description, order=10 * place)
            for place, it in enumerate(paper.SECTIONS, 1)
        )
        for it in paper.AUTHORS:
            file = ContentFile(self._drawings[it.slug].result(), f"{it.slug}.jpg")
            portrait = Photo.objects.create(
                title=it.name, file=file, alt=f"Portrait of {it.name}", credit=paper.NAME
            )
            Author.objects.create(
                slug=it.slug, name=it.name, role=it.role, bio=it.bio, portrait=portrait
            )

    @transaction.atomic
    def _pages(self) -> None:
        found = []
        for it in paper.pages():
            body = json.dumps([self._block(name, value) for name, value in it.body])
            language = _said(paper.LANGUAGE)
            page = Page.objects.create(slug=it.slug, title=it.title, body=body, language=language)
            page.save_revision(user=self._editor).publish()
            found.append({"type": "page", "value": page.pk})
        Menus.objects.create(foot=json.dumps(found))

    def _story(self, number: int, whole: DemoStory, total: int) -> Story:
        told, at = whole.at_first(), self._ago(whole.age_hours)
        sources = Sourcing(told, at, self._chance)
        with transaction.atomic():
            story = Story(
                ulid=self._chance.branch(f"ulid {told.slug}").ulid(at),
                slug=told.slug,
                headline=told.headline,
                dek=told.dek,
                kind=told.kind,
                section=Section.objects.get(slug=told.section),
                language=_language(told),
                image=told.image and self._photo(told.image),
                body=self._body(sources),
                owner=self._editor,
            )
            story.bylines = [
                Byline(author=Author.objects.get(slug=slug), sort_order=place)
                for place, slug in enumerate(told.authors)
            ]
            story.sources = sources.rows()
            story.tags.add(*told.tags)
            newsdesk.publish(story, self._editor, at)
        self._tell("Stories", number + 1, total)
        return story

    def _update(self, story: Story, told: DemoStory) -> None:
        """Once its ballots are there, so that some were given before it."""
        if told.updated_hours_ago is None:
            return
        sources = Sourcing(told, self._ago(told.age_hours), self._chance)
        story.dek, story.body = told.dek, self._body(sources)
        it = told.change
        change = Said(it.kind, it.text, it.wrong) if it else None
        newsdesk.publish(story, self._editor, self._ago(told.updated_hours_ago), change)

    def _body(self, sources: Sourcing) -> str:
        return json.dumps([self._block(name, value) for name, value in sources.body()])

    def _block(self, name: str, value: Any) -> dict[str, Any]:
        return {"type": name, "value": self._stored(value)}

    def _stored(self, value: Any) -> Any:
        """A block's value as the database keeps it: a picture becomes a photo's number."""
        if isinstance(value, DemoImage):
            return self._photo(value).pk
        if isinstance(value, dict):
            return {key: self._stored(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._stored(part) for part in value]
        return value

    def _photo(self, image: DemoImage) -> Photo:
        if image.key not in self._photos:
            self._photos[image.key] = Photo.objects.create(
                title=image.title,
                file=ContentFile(self._drawings[image.key].result(), f"{image.key}.jpg"),
                alt=image.alt,
                caption=image.caption,
                credit=image.credit,
                licence=LICENCE,
                reuse=Reuse.YES,
                uploaded_by_user=self._editor,
            )
        return self._photos[image.key]

    def _points(
        self, told: list[DemoStory], abouts: list[str], ballots: int, members: list[Voter]
    ) -> None:
        crowd = casting.Crowd(members, self._chance)
        subjects = [Subject(it.age_hours, it.appeal, it.controversy) for it in told]
        votes = turnout.plan(subjects, ballots, len(members), self._chance)
        ages = {about: it.age_hours for about, it in zip(abouts, told, strict=True)}
        options, choices = polls.hold(ages, len(abouts), ballots, len(members), self._chance)
        everything = sorted([*votes, *choices], key=lambda vote: -vote.hours_ago)
        casting.cast(everything, [*abouts, *options], crowd, self._now, self._tell)
        self._views_and_shares(votes, abouts, crowd)

    @transaction.atomic
    def _views_and_shares(self, votes: list[Vote], abouts: list[str], crowd: casting.Crowd) -> None:
        views = turnout.views(votes, self._now, self._chance.branch("views"))
        rows = [[abouts[subject], day, n] for (subject, day), n in sorted(views.items())]
        counting.add("sharing_viewtally", ["about", "day"], ["views"], rows)
        for subject, voter in turnout.sharers(votes, self._chance.branch("shares")):
            shares.add(abouts[subject], crowd.voter(voter))

    def _ago(self, hours: float) -> datetime:
        return self._now - timedelta(hours=hours)


def _language(told: DemoStory) -> str:
    """A story says its language only where it is not the site's own, which may be any."""
    return _said(told.language or paper.LANGUAGE)


def _said(language: str) -> str:
    own = settings.LANGUAGE_CODE.partition("-")[0]
    return "" if language == own else language
