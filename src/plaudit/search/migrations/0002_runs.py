from django.db import migrations

from plaudit.search import tables


def make(apps, schema_editor):
    """An empty table, to be filled again by `search.following`; SQLite's stays as it is."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    tables.make(schema_editor.execute, connection.vendor)
    apps.get_model("search", "Entry").objects.using(connection.alias).all().delete()
    progress = apps.get_model("points", "Progress").objects.using(connection.alias)
    progress.filter(name="search.fill").delete()


class Migration(migrations.Migration):
    """The table of words on PostgreSQL has the words side by side, so that phrases are found fast."""

    dependencies = [
        ('points', '0001_initial'),
        ('search', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
