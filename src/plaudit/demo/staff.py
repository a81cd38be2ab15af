"""The accounts one can sign in with."""

import secrets
from dataclasses import dataclass

from plaudit.people import roles, staff
from plaudit.people.models import User
from plaudit.stories.models import Author

EDITOR_BYLINE, AUTHOR_BYLINE = "marit-oyelaran", "tobias-fennimore"


@dataclass(frozen=True)
class SignIn:
    role: str
    mail: str
    password: str


def hire() -> tuple[User, list[SignIn]]:
    """An administrator, an editor and an author; returns the editor, and how to sign in."""
    signs = [
        SignIn(role, f"{role}@lantern.example", secrets.token_urlsafe(9))
        for role in ("administrator", "editor", "author")
    ]
    staff.make_administrator(signs[0].mail, signs[0].password)
    editor = staff.make("editor", signs[1].mail, signs[1].password, roles.EDITOR, "Marit Oyelaran")
    staff.make("author", signs[2].mail, signs[2].password, roles.AUTHOR, "Tobias Fennimore")
    return editor, signs


def give_bylines() -> None:
    """Join the accounts to the names in the paper, once those are there."""
    for username, slug in (("editor", EDITOR_BYLINE), ("author", AUTHOR_BYLINE)):
        Author.objects.filter(slug=slug).update(user=User.objects.get(username=username))
