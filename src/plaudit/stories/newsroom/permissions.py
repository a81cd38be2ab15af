"""Who may do what to which story: the one place that knows.

`stories.add_byline` makes an author: somebody who writes stories and may do with the own ones what
is in OWN, and with those of the sections where they are named as an editor what is in DESK. The
permissions of the story itself (`change_story`, `publish_story`, …) are about all
stories; an author has none of them, because Wagtail shows the records of a model (its log, its
reports) to everybody with any permission on it.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from plaudit.people.models import User
from plaudit.stories import section_desks
from plaudit.stories.models import Section, Story
from plaudit.stories.section_desks import AUTHORSHIP

OWN = frozenset({"view", "change", "delete"})
DESK = OWN | {"publish", "lock", "unlock"}


class StoryPolicy(ModelPermissionPolicy):
    """Wagtail asks this for lists, buttons and choosers; `guard` asks it for every view."""

    def may_with_all(self, user: Any, action: str) -> bool:
        """May do this to any story at all. Whoever may change a story may read it."""
        granted: bool = super().user_has_permission(user, action)
        return granted or (action == "view" and super().user_has_permission(user, "change"))

    def user_has_permission(self, user: Any, action: str) -> bool:
        """May do this to at least some stories."""
        if self.may_with_all(user, action) or (action in {*OWN, "add"} and _is_author(user)):
            return True
        return action in DESK and bool(section_desks.of(user))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Story) -> bool:
        if self.may_with_all(user, action) or _may_at_desk(user, action, instance):
            return True
        if action == "unlock":
            return instance.locked_by_id == user.pk and user.pk is not None
        if action not in OWN or not _is_author(user) or not instance.is_by(user):
            return False
        # What readers have seen is for an editor to delete.
        return action != "delete" or not (instance.live or instance.first_published_at)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Story]:
        if any(self.may_with_all(user, action) for action in actions):
            return Story.objects.all()
        theirs = Q(section__in=section_desks.of(user)) if DESK.intersection(actions) else Q(pk=None)
        if _is_author(user) and OWN.intersection(actions):
            theirs |= Q(pk__in=Story.objects.behind(user).values("pk"))
        return Story.objects.filter(theirs)

    def may_publish_in(self, user: Any, story: Story, section: Section | None) -> bool:
        """Publish a version of a story that belongs into this section."""
        if self.may_with_all(user, "publish") or section is None:
            return True
        return section_desks.may_publish(user, story, section.pk)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        users: QuerySet[Any] = super().users_with_any_permission(actions)
        if not {*DESK, "add"}.intersection(actions):
            return users
        app_label, codename = AUTHORSHIP.split(".")
        authors = User.objects.filter(
            is_active=True,
            groups__permissions__codename=codename,
            groups__permissions__content_type__app_label=app_label,
        )
        if not {*OWN, "add"}.intersection(actions):
            authors = authors.filter(edited_sections__isnull=False)
        return User.objects.filter(Q(pk__in=users.values("pk")) | Q(pk__in=authors.values("pk")))

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Story
    ) -> QuerySet[Any]:
        users = self.users_with_any_permission(actions)
        allowed = [
            user.pk
            for user in users
            if self.user_has_any_permission_for_instance(user, actions, instance)
        ]
        return users.filter(pk__in=allowed)


policy = StoryPolicy(Story)


def _may_at_desk(user: Any, action: str, story: Story) -> bool:
    if action == "publish":
        return section_desks.may_publish(user, story)
    return action in DESK and section_desks.may_edit(user, story)


def _is_author(user: Any) -> bool:
    return bool(user.has_perm(AUTHORSHIP))
