"""Lists whose items take points, and giving those, for tests."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from plaudit.points import ballots
from plaudit.points.parsing import FORM
from plaudit.stories import items
from plaudit.stories.models import Item, Story


def ranked(*titles: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """A ranked list whose items take points, unless told otherwise."""
    rows = [{"title": title, "text": "", "image": None} for title in titles]
    return "ranked_list", {"items": rows, "takes_points": True, "order": "given"} | more


def poll(*options: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """A poll in which one of the options can be chosen, unless told otherwise."""
    said = {"question": "Which is best?", "options": list(options), "closes_at": None}
    return "poll", said | {"is_many": False, "results": "always"} | more


def items_of(story: Story) -> dict[str, Item]:
    """Those that take points as it was published last, by title, in the order of the body."""
    story = Story.objects.get(pk=story.pk)
    rows = {row.key: row for row in story.items.select_related("story")}
    return {one.title: rows[one.key] for one in items.wanted(story.body)}


def address(item: Item) -> str:
    return reverse("item_point", args=[item.story.slug, item.ulid])


def choose(client: Client, item: Item, value: int = 1, at: str = "", **more: Any) -> HttpResponse:
    """As the page's script does."""
    response: Any = client.post(
        at or address(item),
        {"value": value, "nonce": ballots.new_nonce()} | more,
        content_type="application/json",
        headers={"Accept": "application/json", "Sec-Fetch-Site": "same-origin"},
    )
    return response


def press(client: Client, item: Item, value: str) -> HttpResponse:
    """As the page's form does in a browser without JavaScript."""
    headers = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}
    response: Any = client.post(address(item), f"value={value}", FORM, headers=headers)
    return response
