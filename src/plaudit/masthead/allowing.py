"""For migrations: who keeps the house's own, on sites whose roles were made before it was."""

from collections.abc import Collection
from typing import Any

from plaudit.people import roles


def allow(apps: Any, model: str, actions: Collection[str]) -> None:
    """Django makes permissions after the last migration: too late for ours, so we make them."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="masthead", model=model
    )
    for group in apps.get_model("auth.Group").objects.filter(
        name__in=[roles.EDITOR, roles.ADMINISTRATOR]
    ):
        for action in actions:
            permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {model}"},
            )
            group.permissions.add(permission)
