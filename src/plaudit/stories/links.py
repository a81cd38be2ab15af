"""Looks from time to time whether the links of published sources still lead somewhere.

Politely: each about once a week, of one host one at a time and the next a while later, a few in a
round. What is not on the public web is not asked (`fetching`).
"""

import time
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Exists, Min, OuterRef, QuerySet
from django.utils import timezone
from django_tasks import task

from plaudit import settings
from plaudit.fetching import Nowhere, Unfetched, fetch
from plaudit.stories.models import Link, Source
from plaudit.stories.models.link import SOON, answer_of, host_of

PAUSE = timedelta(minutes=1)  # between two requests to one host
HOSTS = 20  # asked in a round, one link each
ROUND_SECONDS = 60.0  # no link is begun after these
SECONDS = 8.0  # for each
NEW = 1_000  # taken up in a round
KEPT = timedelta(days=90)  # what no published source leads to any more is forgotten after these


class Heard(NamedTuple):
    link: Link
    answer: Link.Answer
    status: int | None


def look_out() -> None:
    """Take up new links; send somebody to ask those that are due, if there are any."""
    now = timezone.now()
    take_up(now)
    if due(now):
        look.enqueue()


@task(priority=-50)
def look() -> int:
    """A round: ask one due link of each of some hosts; how many were asked."""
    until = time.monotonic() + ROUND_SECONDS
    heard: list[Heard] = []
    for link in due(timezone.now()):
        if time.monotonic() >= until:
            break
        if _claim(link):
            heard.append(Heard(link, *_ask(link.url)))
    _note(heard)
    return len(heard)


def take_up(now: datetime, limit: int = NEW) -> None:
    """Note the links nobody has asked yet, and forget those that readers see no more."""
    known = Link.objects.filter(url=OuterRef("link"))
    new = _published().exclude(Exists(known)).values_list("link", flat=True)
    new = new.order_by().distinct()[:limit]
    rows = [Link(url=url, host=host_of(url), due_at=now) for url in new]
    Link.objects.bulk_create(rows, ignore_conflicts=True)
    idle = Link.objects.filter(due_at__lt=now - KEPT)
    idle.exclude(Exists(_published().filter(link=OuterRef("url")))).delete()


def due(now: datetime) -> list[Link]:
    """The links to be asked now, the longest due first: at most one of a host."""
    links = Link.objects.filter(Exists(_published().filter(link=OuterRef("url"))))
    links = links.filter(due_at__lte=now).exclude(
        host__in=Link.objects.filter(asked_at__gt=now - PAUSE).values("host")
    )
    hosts = links.values("host").annotate(first=Min("due_at")).order_by("first", "host")[:HOSTS]
    return [links.filter(host=row["host"]).order_by("due_at", "pk")[0] for row in list(hosts)]


def _published() -> QuerySet[Source]:
    return Source.objects.filter(story__live=True).exclude(link="")


def _claim(link: Link) -> bool:
    """Move the due time on, before it is asked: of several processes one does it."""
    now = timezone.now()
    mine = Link.objects.filter(pk=link.pk, due_at=link.due_at)
    return bool(mine.update(due_at=now + SOON, asked_at=now))


def _ask(url: str) -> tuple[Link.Answer, int | None]:
    networks = settings.load().fetch_networks
    try:
        status = fetch(url, seconds=SECONDS, most_bytes=0, also=networks).status
    except Nowhere:
        return Link.Answer.NOWHERE, None
    except Unfetched:
        return Link.Answer.TROUBLE, None
    return answer_of(status), status


def _note(heard: list[Heard]) -> None:
    """If no name at all could be found, it is rather this machine that is cut off."""
    is_cut_off = len(heard) > 2 and {one.answer for one in heard} == {Link.Answer.NOWHERE}
    for one in heard:
        answer = Link.Answer.TROUBLE if is_cut_off else one.answer
        one.link.hear(answer, one.status, timezone.now())
        one.link.save()
