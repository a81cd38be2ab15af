"""Makes a site ready for this version: migrations, and static files with lasting names."""

import re
import shutil
from collections.abc import Callable
from io import StringIO

from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from plaudit import settings
from plaudit.engine import prepared

Tell = Callable[[str, int, int], None]  # what is being done, how much of it, of how much


def prepare(tell: Tell) -> None:
    """Do what is not done yet. Safe to interrupt and to repeat."""
    migrate(tell)
    collect_static(tell)
    rows = MigrationRecorder(connection).applied_migrations()
    prepared.stamp(settings.load().home, [f"{app}.{name}" for app, name in rows])


def migrate(tell: Tell) -> None:
    total = len(waiting_migrations())
    if total:
        call_command("migrate", interactive=False, stdout=_Counter(tell, total), no_color=True)


def waiting_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def collect_static(tell: Tell) -> None:
    """Into a folder of this version; those of other versions go."""
    tell("Static files", 0, 1)
    root = django_settings.STATIC_ROOT
    for old in root.parent.glob("*") if root.parent.is_dir() else []:
        if old != root:
            shutil.rmtree(old, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    tell("Static files", 1, 1)


class _Counter(StringIO):
    """Reads what `migrate` prints, a line for each migration."""

    def __init__(self, tell: Tell, total: int) -> None:
        super().__init__()
        self._tell = tell
        self._total = total
        self._done = 0
        tell("Database", 0, total)

    def write(self, text: str) -> int:
        if done := len(re.findall(r"\bOK\b", text)):
            self._done += done
            self._tell("Database", min(self._done, self._total), self._total)
        return len(text)
