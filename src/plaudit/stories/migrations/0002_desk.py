"""A workflow for stories, in place of what Wagtail makes for a site of pages."""

from django.db import migrations

from plaudit.people import roles

DESK = "Desk"


def make_desk(apps, schema_editor):
    """A story goes to the desk; an editor publishes it or sends it back."""
    ContentType = apps.get_model("contenttypes.ContentType")
    task_type, _ = ContentType.objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    task, _ = apps.get_model("wagtailcore.GroupApprovalTask").objects.get_or_create(
        name="An editor reads it", defaults={"content_type": task_type, "active": True}
    )
    groups = apps.get_model("auth.Group").objects
    task.groups.add(*groups.filter(name__in=[roles.EDITOR, roles.ADMINISTRATOR]))
    workflow, _ = apps.get_model("wagtailcore.Workflow").objects.get_or_create(
        name=DESK, defaults={"active": True}
    )
    apps.get_model("wagtailcore.WorkflowTask").objects.get_or_create(
        workflow=workflow, task=task, defaults={"sort_order": 0}
    )
    story, _ = ContentType.objects.get_or_create(app_label="stories", model="story")
    apps.get_model("wagtailcore.WorkflowContentType").objects.get_or_create(
        content_type=story, defaults={"workflow": workflow}
    )


def clear_pages(apps, schema_editor):
    """There are no pages here: not Wagtail's welcome, nor its site on localhost, nor a workflow."""
    apps.get_model("wagtailcore.Site").objects.all().delete()
    Page = apps.get_model("wagtailcore.Page")
    Page.objects.filter(depth__gt=1).delete()
    Page.objects.filter(depth=1).update(numchild=0)
    apps.get_model("wagtailcore.Workflow").objects.filter(name="Moderators approval").delete()
    apps.get_model("wagtailcore.Task").objects.filter(name="Moderators approval").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0001_initial"),
        ("people", "0002_roles"),
    ]

    operations = [
        migrations.RunPython(make_desk, migrations.RunPython.noop),
        migrations.RunPython(clear_pages, migrations.RunPython.noop),
    ]
