"""Moderators and administrators of sites that are there already may decide on ballots."""

from django.db import migrations

from plaudit.people import roles


def allow(apps, schema_editor):
    """Django makes permissions after the last migration: too late for ours, so we make it."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="points", model="decision"
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename="add_decision", defaults={"name": "Can add decision"}
    )
    groups = apps.get_model("auth.Group").objects
    for group in groups.filter(name__in=[roles.MODERATOR, roles.ADMINISTRATOR]):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_roles")]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
