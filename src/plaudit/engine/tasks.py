"""Background tasks: runs them, tries again those that failed, frees those whose worker died."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from plaudit.engine import heartbeats

ATTEMPTS = 6
FIRST_DELAY = timedelta(seconds=10)  # then four times as long: 10 s, 40 s, 3 min, 11 min, 43 min


class PatientWorker(Worker):
    """django-tasks-db's worker, which takes a failure for final; this one tries again."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=heartbeats.ME,
            excluded_queue_names=[],
        )

    def run_task(self, db_task_result: DBTaskResult[..., Any]) -> None:
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            try_again(db_task_result)


def is_any_ready() -> bool:
    """To look does not lock the database; to claim does."""
    return bool(DBTaskResult.objects.ready().exists())


def work() -> int:
    """Run the tasks that are ready, a bounded number; returns how many there were."""
    if not is_any_ready():
        return 0
    worker = PatientWorker()
    worker.run()
    return int(worker._run_tasks)  # noqa: SLF001  (it says so only in its log)


def try_again(failed: DBTaskResult[..., Any]) -> bool:
    """Put a failed task back, later each time; after the last attempt it stays failed."""
    attempts = len(failed.worker_ids)
    if attempts >= ATTEMPTS:
        return False
    failed.status = TaskResultStatus.READY
    failed.run_after = timezone.now() + FIRST_DELAY * 4 ** (attempts - 1)
    failed.save(update_fields=["status", "run_after"])
    return True


def reap() -> int:
    """Put back the tasks of workers that were not heard of lately; returns how many."""
    running = DBTaskResult.objects.running()
    orphans = [task for task in running if not heartbeats.is_alive(task.worker_ids[-1])]
    for orphan in orphans:
        if not try_again(orphan):
            orphan.set_failed(RuntimeError(f"its worker died, {ATTEMPTS} times"))
    return len(orphans)
