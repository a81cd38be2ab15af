"""What is embedded in stories is asked about once, behind the scenes, when a story is saved."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from plaudit import settings
from plaudit.fetching import Unfetched
from plaudit.stories.embeds import asking, providers
from plaudit.stories.embeds.providers import Player
from plaudit.stories.models.embedded import Embedded
from plaudit.stories.models.event import Event

AGAIN = timedelta(days=1)  # what did not answer is asked again when a story is saved a day later


def player(url: str | None) -> Player | None:
    """The player of an address; None for any other, and for a draft that has none yet."""
    return providers.find(url or "", settings.load().peertube)


def follow(ulid: str, body: Iterable[Any]) -> None:
    """Have what a body embeds asked about, unless it is known or was asked lately."""
    urls = [block.value["url"] for block in body if block.block_type == "embed"]
    pages = [found.page for url in urls if (found := player(url))]
    if wanted := _unknown(pages):
        learn.enqueue(ulid, wanted)


@task()
def learn(ulid: str, pages: list[str]) -> int:
    """Ask for what is still unknown; the story, if readers see it, is told. Safe to repeat."""
    players = [found for page in _unknown(pages) if (found := player(page))]
    for one in players:
        Embedded.objects.update_or_create(page=one.page, defaults=_answer(one))
    if players:
        Event.objects.create(ulid=ulid)
    return len(players)


def _unknown(pages: list[str]) -> list[str]:
    is_done = Q(asked_at__gte=timezone.now() - AGAIN) | ~Q(title="")
    done = set(Embedded.objects.filter(is_done, page__in=pages).values_list("page", flat=True))
    return [page for page in dict.fromkeys(pages) if page not in done]


def _answer(one: Player) -> dict[str, Any]:
    asked = {"asked_at": timezone.now(), "trouble": ""}
    try:
        return asked | asking.ask(one, settings.load().fetch_networks)._asdict()
    except Unfetched as why:
        return asked | {"trouble": str(why)[:200]}
