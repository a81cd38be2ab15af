"""What every page knows: the site, its policy and its menus."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from plaudit import settings
from plaudit.people.models import Policy
from plaudit.stories.models import Section


def everywhere(request: HttpRequest) -> dict[str, Any]:
    return {
        "site": settings.load(),
        "policy": SimpleLazyObject(Policy.load),
        "sections": SimpleLazyObject(lambda: list(Section.objects.all())),
    }
