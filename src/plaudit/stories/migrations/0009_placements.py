"""Pins become the first entries of the record of placements; who might pin may arrange."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

SLOTS = 5


def take_over_pins(apps, schema_editor):
    """The pins that hold now stand where they stood: the latest first, five at most.

    A pin beyond those was never shown, and one that had ended is over: neither is recorded.
    """
    Pin, Placement = apps.get_model("stories.Pin"), apps.get_model("stories.Placement")
    now = timezone.now()
    holding = models.Q(until=None) | models.Q(until__gt=now)
    found = Pin.objects.filter(holding, story__live=True, story__retracted_at=None)
    for slot, pin in enumerate(found.order_by("-pinned_at").select_related("story")[:SLOTS]):
        Placement.objects.create(
            slot=slot,
            ulid=pin.story.ulid,
            by_id=pin.by_id,
            role=pin.role,
            at=pin.pinned_at,
            until=pin.until,
        )


def give_back_pins(apps, schema_editor):
    """Backwards: the stories that are placed are pinned again, in the order of their slots."""
    Pin, Placement = apps.get_model("stories.Pin"), apps.get_model("stories.Placement")
    Story = apps.get_model("stories.Story")
    for slot in range(SLOTS):
        it = Placement.objects.filter(slot=slot).order_by("-pk").first()
        story = Story.objects.filter(ulid=it.ulid).first() if it and it.ulid else None
        if story and not Pin.objects.filter(story=story).exists():
            Pin.objects.create(
                story=story, by_id=it.by_id, role=it.role, pinned_at=it.at, until=it.until
            )


def hand_over_permissions(apps, schema_editor):
    """Whoever might add a pin may arrange the front page; the permissions of pins go."""
    Permission = apps.get_model("auth.Permission")
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="stories", model="placement"
    )
    arrange, _ = Permission.objects.get_or_create(
        content_type=content_type,
        codename="add_placement",
        defaults={"name": "May arrange the front page"},
    )
    pins = Permission.objects.filter(content_type__app_label="stories", content_type__model="pin")
    for pin in pins.filter(codename="add_pin"):
        for holder in (*pin.group_set.all(), *pin.user_set.all()):
            held = getattr(holder, "permissions", None) or holder.user_permissions
            held.add(arrange)
    pins.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0008_photo"),
        ("people", "0002_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slot", models.PositiveSmallIntegerField()),
                ("ulid", models.CharField(blank=True, max_length=26)),
                ("role", models.CharField(blank=True, max_length=40)),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "permissions": [("add_placement", "May arrange the front page")],
                "default_permissions": (),
                "indexes": [models.Index(fields=["slot", "-id"], name="placement_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("slot__lt", 5)), name="placement_slot"
                    )
                ],
            },
        ),
        migrations.RunPython(take_over_pins, give_back_pins),
        migrations.RunPython(hand_over_permissions, migrations.RunPython.noop),
        migrations.DeleteModel(name="Pin"),
    ]
