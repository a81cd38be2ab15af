from django.db import migrations

from plaudit.search import tables


def make(apps, schema_editor):
    """An empty table, to be filled again by `search.following`."""
    connection = schema_editor.connection
    tables.make(schema_editor.execute, connection.vendor)
    apps.get_model("search", "Entry").objects.using(connection.alias).all().delete()
    progress = apps.get_model("points", "Progress").objects.using(connection.alias)
    progress.filter(name="search.fill").delete()


class Migration(migrations.Migration):
    """Phrases are found fast on PostgreSQL, and other forms of a word on every database."""

    dependencies = [
        ('points', '0001_initial'),
        ('search', '0001_initial'),
    ]

    operations = [
        migrations.RenameField('entry', 'config', 'rules'),
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
