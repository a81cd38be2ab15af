"""Editors and administrators keep the pages."""

from django.db import migrations

from plaudit.masthead.allowing import allow


def allow_pages(apps, schema_editor):
    allow(apps, "page", ("add", "change", "delete", "publish", "view"))


class Migration(migrations.Migration):
    dependencies = [("masthead", "0001_initial"), ("people", "0003_deciding_on_ballots")]

    operations = [migrations.RunPython(allow_pages, migrations.RunPython.noop)]
