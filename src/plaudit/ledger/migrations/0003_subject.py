from django.db import migrations, models

COUNT = """
INSERT INTO ledger_subject (about, ballots)
SELECT about, COUNT(*) FROM ledger_leaf
WHERE about IS NOT NULL AND number IS NOT NULL GROUP BY about
"""


class Migration(migrations.Migration):

    dependencies = [
        ("ledger", "0002_witnessedlog"),
    ]

    operations = [
        migrations.CreateModel(
            name="Subject",
            fields=[
                ("about", models.CharField(max_length=28, primary_key=True, serialize=False)),
                ("ballots", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
