"""Erasing an account, so that nothing is left that says whose it was.

What hangs on the account goes with it, by the rules of the database: the secret from which a
member's tags follow, the links that join ballots to members, the mail addresses. Here goes what
hangs on it by nothing that a database knows.
"""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.storage import Storage
from django.db import transaction
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from plaudit.people.models import User

AT_ONCE = 500  # sessions


def erase(user: User) -> None:
    """Delete an account and every trace of it. There is no way back.

    Its ballots stay and count: once the secret is gone, nobody can say whose they were.
    """
    _end_sessions(user)
    with transaction.atomic():
        # Wagtail's record of changes names the account even where the account is what was changed.
        of_users = ContentType.objects.get_for_model(User)
        ModelLogEntry.objects.filter(content_type=of_users, object_id=str(user.pk)).delete()
        for profile in UserProfile.objects.filter(user=user).exclude(avatar=""):
            transaction.on_commit(_deleting(profile.avatar.storage, profile.avatar.name))
        user.delete()


def _end_sessions(user: User) -> None:
    """On every device. A session says in its data whose it is, so all have to be looked at; that
    is done before anything is locked."""
    wanted = str(user.pk)
    theirs = [
        session.session_key
        for session in Session.objects.iterator(AT_ONCE)
        if session.get_decoded().get(SESSION_KEY) == wanted
    ]
    for start in range(0, len(theirs), AT_ONCE):
        Session.objects.filter(session_key__in=theirs[start : start + AT_ONCE]).delete()


def _deleting(storage: Storage, name: str) -> Any:
    return lambda: storage.delete(name)
