"""What must be known about running processes by the others, and by `plaudit doctor`."""

from django.db import models


class Heartbeat(models.Model):
    """When something was last known to be alive: the tick, or a process that runs tasks."""

    name = models.CharField(max_length=80, primary_key=True)
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.name}, {self.beat_at:%H:%M:%S}"


class PeriodicJob(models.Model):
    """When a job of `plaudit.engine.jobs` is due, and how it went the last time."""

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
