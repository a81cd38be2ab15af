"""What the database tells: how far it is migrated, whether the tick goes, what waits or failed."""

from collections.abc import Iterator

from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plaudit.checkup import witnesses
from plaudit.checkup.finding import Finding, bad, ok, warn
from plaudit.engine import heartbeats, preparing
from plaudit.engine.models import PeriodicJob
from plaudit.ledger import reporting
from plaudit.people.models import User
from plaudit.points.models import Ballot

MANY = 50_000  # ballots: some seconds' work for the tick
LATE_SECONDS = 60


def database() -> Iterator[Finding]:
    waiting = preparing.waiting_migrations()
    if waiting:
        yield bad(
            "Database", f"{len(waiting)} migrations are not applied", "`plaudit run` applies them"
        )
        return
    yield ok("Database", f"{_engine()}, migrated")
    if not User.objects.filter(is_superuser=True, is_active=True).exists():
        yield warn("People", "there is no administrator", "Run `plaudit manage createsuperuser`")
    yield from _tick()
    yield from _ballots()
    yield from _ledger()
    yield from witnesses.witnessing()
    yield from _tasks()
    yield from _jobs()


def _engine() -> str:
    if connection.vendor == "postgresql":
        return f"PostgreSQL {connection.pg_version // 10000}"  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        return f"SQLite in {str(cursor.fetchone()[0]).upper()} mode"


def _tick() -> Iterator[Finding]:
    last = heartbeats.last(heartbeats.TICK)
    start = "Start `plaudit run`"
    if last is None:
        yield warn("Tick", "has never gone: the site was not started yet", start)
        return
    ago = (timezone.now() - last).total_seconds()
    if ago > LATE_SECONDS:
        yield warn("Tick", f"last went {_words(ago)} ago: points wait to be counted", start)
    else:
        yield ok("Tick", "goes, as it should")


def _ballots() -> Iterator[Finding]:
    waiting = Ballot.objects.filter(number=None)[: MANY + 1].count()
    if waiting > MANY:
        yield warn("Ballots", f"more than {MANY:,} wait to be counted", "See the log of the tick")
    else:
        yield ok("Ballots", f"{waiting:,} wait to be counted")


def _ledger() -> Iterator[Finding]:
    found = reporting.condition()
    if found.trouble:
        yield bad("Ledger", found.trouble, "See docs/operators/ledger.md")
    elif not found.origin:
        yield ok("Ledger", "begins with the first `plaudit run`")
    else:
        yield ok("Ledger", f"{found.published:,} entries sealed, {found.waiting:,} wait")


def _tasks() -> Iterator[Finding]:
    failed = DBTaskResult.objects.failed().count()
    if failed:
        last = DBTaskResult.objects.failed().order_by("-finished_at").first()
        path = last.task_path if last else ""
        yield warn("Tasks", f"{failed} failed for good, last {path}", "See the log for why")
    else:
        yield ok("Tasks", f"{DBTaskResult.objects.ready().count()} waiting, none failed")


def _jobs() -> Iterator[Finding]:
    for job in PeriodicJob.objects.exclude(error=""):
        yield warn("Jobs", f"{job.name} failed: {job.error}", "It is tried again by itself")


def _words(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"
