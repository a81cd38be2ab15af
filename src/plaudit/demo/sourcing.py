"""Where the demo's stories come from, and which of their links have died meanwhile."""

from datetime import datetime, timedelta

from plaudit.demo.chance import Chance
from plaudit.demo.manuscript import Block
from plaudit.demo.paper import DemoSource, DemoStory
from plaudit.stories.models import Link, Source
from plaudit.stories.models.link import DAY, host_of


class Sourcing:
    """The sources of one story, first published at `at`."""

    def __init__(self, told: DemoStory, at: datetime, chance: Chance) -> None:
        self._told = told
        self._at = at
        self._keys = [
            chance.branch(f"source {told.slug} {number}").ulid(at)
            for number in range(len(told.sources))
        ]

    def body(self) -> list[Block]:
        """The text, whose quotations name a source by its key and no longer by its number."""
        return [
            (name, value | {"source": self._key(value["source"])} if name == "quotation" else value)
            for name, value in self._told.body
        ]

    def rows(self) -> list[Source]:
        """What is to be saved with the story; what is known of dead links is saved here."""
        numbered = enumerate(zip(self._told.sources, self._keys, strict=True))
        return [self._row(place, told, key) for place, (told, key) in numbered]

    def _key(self, number: str) -> str:
        return self._keys[int(number) - 1] if number else ""

    def _row(self, place: int, told: DemoSource, key: str) -> Source:
        if told.is_dead:
            self._bury(told.link)
        days = told.days_before
        return Source(
            key=key,
            kind=told.kind,
            title=told.title,
            publisher=told.publisher,
            link=told.link,
            archive_link=told.archive_link,
            read_on=None if days is None else (self._at - timedelta(days)).date(),
            sort_order=place,
        )

    def _bury(self, url: str) -> None:
        """It was alive three days before the story came out, and gone on the two days after."""
        if Link.objects.filter(url=url).exists():
            return
        link = Link(url=url, host=host_of(url))
        for days, status in ((3, 200), (2, 404), (1, 404)):
            answer = Link.Answer.ALIVE if status == 200 else Link.Answer.GONE
            link.hear(answer, status, self._at - days * DAY)
        link.save()
