"""What every page knows: the site, its policy, its ledger and its menus."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from plaudit import settings
from plaudit.ledger import standing
from plaudit.masthead.models import Look, Menus
from plaudit.people import menu as readers
from plaudit.people.models import Policy
from plaudit.rankings import catalogue
from plaudit.stories.models import Section


def menu() -> list[dict[str, Any]]:
    """The site's lists, as the masthead names them."""
    return [
        {"key": found.key, "name": found.name, "url": reverse(found.key)}
        for found in catalogue.MENU
    ]


def everywhere(request: HttpRequest) -> dict[str, Any]:
    return {
        "site": settings.load(),
        "policy": SimpleLazyObject(Policy.load),
        "ledger": SimpleLazyObject(standing.published),
        "reader_kind": SimpleLazyObject(lambda: readers.kind(request)),
        "reader_menu": SimpleLazyObject(lambda: readers.menu(request.user)),
        "lists": SimpleLazyObject(menu),
        "look": SimpleLazyObject(Look.worn),
        "menus": SimpleLazyObject(Menus.standing),
        "sections": SimpleLazyObject(lambda: list(Section.objects.all())),
    }
