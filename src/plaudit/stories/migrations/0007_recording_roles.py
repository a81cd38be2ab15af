"""Who works on stories works on recordings: for sites that had their roles before."""

from django.db import migrations

from plaudit.people import roles

MAY = {
    roles.AUTHOR: ["add"],
    roles.EDITOR: ["add", "change", "delete", "view"],
    roles.ADMINISTRATOR: ["add", "change", "delete", "view"],
}


def allow(apps, schema_editor):
    """Django makes permissions after the last migration: too late for ours, so we make them."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="stories", model="recording"
    )
    for name, actions in MAY.items():
        for group in apps.get_model("auth.Group").objects.filter(name=name):
            for action in actions:
                permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
                    content_type=content_type,
                    codename=f"{action}_recording",
                    defaults={"name": f"Can {action} recording"},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0006_formats"),
        ("people", "0002_roles"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
