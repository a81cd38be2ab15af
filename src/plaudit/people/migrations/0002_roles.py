"""The roles as groups. Safe to repeat: what an administrator has added since stays."""

from django.db import migrations

from plaudit.people import roles


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    for name in roles.ALL:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*[_permission(apps, wanted) for wanted in roles.PERMISSIONS[name]])
        _give_images(apps, group, roles.IMAGES[name])


def clear_wagtails_own(apps, schema_editor):
    """Wagtail comes with groups named Editors and Moderators, for pages and documents."""
    groups = apps.get_model("auth.Group").objects.filter(name__in=roles.ALL)
    apps.get_model("wagtailcore.GroupPagePermission").objects.filter(group__in=groups).delete()
    apps.get_model("wagtailcore.GroupCollectionPermission").objects.filter(
        group__in=groups
    ).delete()
    for group in groups:
        group.permissions.clear()


def _permission(apps, wanted):
    """Django makes permissions after the last migration: too late for ours, so we make them."""
    app_label, codename = wanted.split(".")
    action, model = codename.split("_", 1)
    if model == "admin":
        codename, model = "access_admin", "admin"
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": f"Can {action} {model}"},
    )
    return permission


def _give_images(apps, group, codenames):
    Collection = apps.get_model("wagtailcore.Collection")
    root = Collection.objects.get(depth=1)
    for codename in codenames:
        apps.get_model("wagtailcore.GroupCollectionPermission").objects.get_or_create(
            group=group, collection=root, permission=_permission(apps, f"wagtailimages.{codename}")
        )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        migrations.RunPython(clear_wagtails_own, migrations.RunPython.noop),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
