"""A page to look at while what stands on every page is being changed."""

from typing import Any

from plaudit.stories.models import Story

TEMPLATE = "masthead/specimen.html"
SHOWN = 3


def context() -> dict[str, Any]:
    newest = Story.objects.standing().for_cards().order_by("-first_published_at", "-pk")
    return {"stories": list(newest[:SHOWN]), "is_front": True}
