"""The newsroom's roles: groups with the permissions that go with them.

A role is a group and nothing else, so an administrator can change what it may do, or add roles,
under Settings → Groups. `docs/guide/newsroom.md` says what each may do.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.utils.translation import pgettext_lazy

AUTHOR = "Authors"
EDITOR = "Editors"
MODERATOR = "Moderators"
ADMINISTRATOR = "Administrators"
ALL = (AUTHOR, EDITOR, MODERATOR, ADMINISTRATOR)

# What readers are told, where a decision is shown to them; the highest first.
SHOWN = {
    ADMINISTRATOR: pgettext_lazy("role", "administrator"),
    EDITOR: pgettext_lazy("role", "editor"),
    MODERATOR: pgettext_lazy("role", "moderator"),
    AUTHOR: pgettext_lazy("role", "author"),
}

ENTER = ["wagtailadmin.access_admin"]
ADD_CHANGE_DELETE = ("add", "change", "delete")


def _all(app: str, *models: str, actions: tuple[str, ...] = ADD_CHANGE_DELETE) -> list[str]:
    return [f"{app}.{action}_{model}" for model in models for action in (*actions, "view")]


_STORY_ACTIONS = (*ADD_CHANGE_DELETE, "publish", "lock", "unlock")
_DESK = [
    *ENTER,
    *_all("stories", "story", actions=_STORY_ACTIONS),
    *_all("stories", "section", "author", "recording"),
    "stories.add_placement",  # arranges the front page
    "people.change_policy",
    *_all("masthead", "page", actions=(*ADD_CHANGE_DELETE, "publish")),
    "masthead.change_menus",
    "masthead.change_look",
]
_HOUSE = [
    *_all("people", "user"),
    *_all("auth", "group"),
    *_all("wagtailcore", "workflow", "task"),
]
_MODERATION = ["stories.view_story", "points.add_decision"]  # a decision about ballots
PERMISSIONS = {
    # Not `add_story`: Wagtail shows the records of a kind to whoever may add one, drafts included.
    AUTHOR: [*ENTER, "stories.add_byline", "stories.add_recording"],
    EDITOR: _DESK,
    MODERATOR: [*ENTER, *_MODERATION],
    ADMINISTRATOR: [*_DESK, *_HOUSE, *_MODERATION],
}
# Images are kept in collections, and permissions on them are given by collection.
_EVERY_IMAGE = ("add_image", "change_image", "delete_image", "choose_image")
IMAGES = {
    AUTHOR: ("add_image", "choose_image"),
    EDITOR: _EVERY_IMAGE,
    MODERATOR: (),
    ADMINISTRATOR: _EVERY_IMAGE,
}


def give(user: Any, role: str) -> None:
    """Make somebody one of the newsroom."""
    user.groups.add(Group.objects.get(name=role))


def shown(user: Any) -> str:
    """The role readers are told; in the site's language, as it was when it was told."""
    if user.is_superuser:
        return str(SHOWN[ADMINISTRATOR])
    held = set(user.groups.values_list("name", flat=True))
    return next((str(name) for role, name in SHOWN.items() if role in held), str(SHOWN[EDITOR]))
