"""Work that comes round by itself: what, how often, and the one table that says when next."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import NamedTuple

from django.core.management import call_command
from django.utils import timezone

from plaudit.engine.models import Heartbeat, PeriodicJob
from plaudit.ledger import mapping, tidying, witnesses
from plaudit.points import keeping
from plaudit.refusal import Refusal
from plaudit.stories import links
from plaudit.telling import bulletins, letters

log = logging.getLogger("plaudit.jobs")

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


class Job(NamedTuple):
    every: timedelta
    do: Callable[[], object]


def publish_scheduled() -> None:
    call_command("publish_scheduled", verbosity=0)


def clear_sessions() -> None:
    call_command("clearsessions", verbosity=0)


def prune_tasks() -> None:
    call_command("prune_db_task_results", queue_name="*", verbosity=0)


def forget_voters() -> None:
    keeping.forget(timezone.now())


def tidy_ledger() -> None:
    tidying.tidy(timezone.now())


def sum_up_ledger() -> None:
    if mapping.is_due(timezone.now()):
        mapping.add_soon.enqueue()


def ask_witnesses() -> None:
    with suppress(Refusal):  # the sealer says why it does not seal
        witnesses.collect()


def forget_the_dead() -> None:
    Heartbeat.objects.filter(beat_at__lt=timezone.now() - DAY).delete()


JOBS = {
    "publish_scheduled": Job(timedelta(seconds=15), publish_scheduled),
    "clear_sessions": Job(DAY, clear_sessions),
    "prune_tasks": Job(DAY, prune_tasks),
    "forget_voters": Job(HOUR, forget_voters),
    "tidy_ledger": Job(HOUR, tidy_ledger),
    "sum_up_ledger": Job(timedelta(minutes=10), sum_up_ledger),
    "ask_witnesses": Job(timedelta(minutes=5), ask_witnesses),
    "tell_readers": Job(timedelta(seconds=15), bulletins.look_out),
    "send_letters_again": Job(HOUR, letters.try_again),
    "forget_letters": Job(HOUR, letters.forget),
    "look_at_links": Job(timedelta(minutes=5), links.look_out),
    "forget_the_dead": Job(DAY, forget_the_dead),
}


def run_due(jobs: dict[str, Job] = JOBS) -> list[str]:
    """Run what is due; returns the names. A job that fails is noted and waits for its next time."""
    return [name for name, job in jobs.items() if _claim(name, job) and _run(name, job)]


def _claim(name: str, job: Job) -> bool:
    """Move the due time on, before the work: of several processes one gets it."""
    now = timezone.now()
    PeriodicJob.objects.get_or_create(name=name, defaults={"due_at": now})
    due = PeriodicJob.objects.filter(name=name, due_at__lte=now)
    return bool(due.update(due_at=now + job.every))


def _run(name: str, job: Job) -> bool:
    error = ""
    try:
        job.do()
    except Exception as failure:
        log.exception("The job %s failed", name)
        error = f"{type(failure).__name__}: {failure}"
    PeriodicJob.objects.filter(name=name).update(finished_at=timezone.now(), error=error)
    return True
