"""A site that had pins keeps them as placements, and who might pin may arrange the front page."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from plaudit.people import roles
from plaudit.stories import placements
from plaudit.stories.models import Placement
from tests.support import cast, making

pytestmark = pytest.mark.usefixtures("racing_db")
BEFORE, AFTER = [("stories", "0008_photo")], [("stories", "0009_placements")]


def migrate(to):
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return MigrationExecutor(connection).loader.project_state(to).apps


def test_pins_become_placements_and_back():
    alice, now = cast.alice(), timezone.now()
    made = [making.story(f"Story {number}") for number in range(4)]
    making.draft("A draft")
    old = migrate(BEFORE)
    pin = old.get_model("stories.Pin").objects.create
    ends = now + timedelta(hours=1)
    pin(story_id=made[0].pk, by_id=alice.pk, role="editor", pinned_at=now - timedelta(hours=2))
    pin(story_id=made[1].pk, role="administrator", pinned_at=now, until=ends)
    pin(story_id=made[2].pk, role="editor", pinned_at=now, until=now - timedelta(hours=1))
    keepers = old.get_model("auth.Group").objects.create(name="Keepers of the front page")
    content_type, _ = old.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="stories", model="pin"
    )
    may_pin, _ = old.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename="add_pin", defaults={"name": "Can add pin"}
    )
    keepers.permissions.add(may_pin)
    migrate(AFTER)
    found = [(it.slot, it.ulid, it.role, it.until) for it in placements.running(now)]
    assert found == [(0, made[1].ulid, "administrator", ends), (1, made[0].ulid, "editor", None)]
    assert Placement.objects.count() == 2
    holders = Group.objects.filter(permissions__codename="add_placement")
    assert set(holders.values_list("name", flat=True)) == {
        "Keepers of the front page",
        roles.EDITOR,
        roles.ADMINISTRATOR,
    }
    assert not Permission.objects.filter(codename__endswith="_pin").exists()
    older = migrate(BEFORE)
    pins = older.get_model("stories.Pin").objects
    assert pins.filter(story_id=made[1].pk, until=ends).exists()
    assert pins.count() == 2
    migrate(AFTER)
