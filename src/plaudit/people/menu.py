"""What the masthead offers a reader: to come in, or what is theirs."""

from typing import Literal

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from plaudit.people import guests
from plaudit.people.models import User

Kind = Literal["member", "guest", ""]


def kind(request: HttpRequest) -> Kind:
    """Whom the site knows this reader as; empty for a stranger."""
    if request.user.is_authenticated:
        return "member"
    return "guest" if guests.secret_of(request) else ""


def menu(user: User | AnonymousUser) -> list[dict[str, str]]:
    """The entries, each with `name` and `url`."""
    if not isinstance(user, User):
        return [
            _entry(_("Sign in"), "account_login"),
            _entry(_("Become a reader"), "account_signup"),
        ]
    newsroom = [_entry(_("Newsroom"), "wagtailadmin_home")] if user.is_newsroom else []
    return [
        *newsroom,
        _entry(_("Your account"), "account_email"),
        _entry(_("Sign out"), "account_logout"),
    ]


def _entry(name: str, page: str) -> dict[str, str]:
    return {"name": name, "url": reverse(page)}
