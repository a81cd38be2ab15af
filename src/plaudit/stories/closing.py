"""Polls close by themselves: their stories' pages are to say so."""

from datetime import datetime

from django.db import transaction

from plaudit.stories.models import Event, Item


def tell(now: datetime) -> int:
    """Say of each published story with a poll that has closed that it changed. A step of the tick;
    returns how many stories these are.
    """
    over = Item.objects.filter(is_over=False, closes_at__lte=now)
    if not over.exists():
        return 0
    with transaction.atomic():
        rows = list(over.values_list("pk", "story__ulid", "story__live"))
        over.filter(pk__in=[pk for pk, _ulid, _live in rows]).update(is_over=True)
        ulids = sorted({ulid for _pk, ulid, is_live in rows if is_live})
        Event.objects.bulk_create(Event(ulid=ulid) for ulid in ulids)
    return len(ulids)
