from django.db import migrations, models

from plaudit.search import tables


def make(apps, schema_editor):
    tables.make(schema_editor.execute, schema_editor.connection.vendor)


def drop(apps, schema_editor):
    tables.drop(schema_editor.execute)


class Migration(migrations.Migration):
    """The tables. `search.following` fills them, of a site that has stories too."""

    initial = True

    dependencies = [
        ('points', '0001_initial'),
        ('stories', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('place', models.BigIntegerField(primary_key=True, serialize=False)),
                ('ulid', models.CharField(max_length=26, unique=True)),
                ('headline', models.TextField()),
                ('dek', models.TextField(blank=True)),
                ('config', models.CharField(blank=True, db_index=True, max_length=20)),
                ('text', models.TextField(blank=True)),
            ],
        ),
        migrations.RunPython(make, drop),
    ]
