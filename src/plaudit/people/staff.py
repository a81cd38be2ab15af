"""Making accounts for those who work in the newsroom."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from plaudit.people.models import User


@transaction.atomic
def make_administrator(mail: str, password: str) -> bool:
    """Make an account that may do everything; False if somebody has that address already."""
    if User.objects.filter(email__iexact=mail).exists():
        return False
    user = make(free_username(mail), mail, password)
    user.is_superuser = user.is_staff = True
    user.save(update_fields=["is_superuser", "is_staff"])
    return True


@transaction.atomic
def make(username: str, mail: str, password: str, role: str = "", name: str = "") -> User:
    """Make an account whose mail address needs no confirmation, in a role if one is named."""
    user = User.objects.create_user(username, mail, password, name=name)
    EmailAddress.objects.create(user=user, email=mail, verified=True, primary=True)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def free_username(mail: str) -> str:
    base = mail.partition("@")[0][:140]
    name, number = base, 1
    while User.objects.filter(username=name).exists():
        number += 1
        name = f"{base}{number}"
    return name
