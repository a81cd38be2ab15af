"""Periodic jobs come round when they are due, once, whatever else goes wrong."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plaudit.engine import jobs
from plaudit.engine.jobs import Job
from plaudit.engine.models import PeriodicJob

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def fail():
    raise RuntimeError("no room left")


def test_a_job_runs_at_once_and_then_when_it_is_due():
    done = []
    table = {"sweep": Job(HOUR, lambda: done.append(timezone.now()))}
    with time_machine.travel("2026-11-24T12:00Z", tick=False) as clock:
        assert jobs.run_due(table) == ["sweep"]
        assert jobs.run_due(table) == []
        clock.shift(HOUR)
        assert jobs.run_due(table) == ["sweep"]
    assert len(done) == 2


def test_a_job_that_fails_is_noted_and_the_others_run():
    done = []
    table = {"fails": Job(HOUR, fail), "works": Job(HOUR, lambda: done.append(1))}
    assert jobs.run_due(table) == ["fails", "works"]
    assert done == [1]
    assert PeriodicJob.objects.get(name="fails").error == "RuntimeError: no room left"


def test_a_job_that_works_again_is_well():
    jobs.run_due({"sweep": Job(timedelta(0), fail)})
    jobs.run_due({"sweep": Job(timedelta(0), lambda: None)})
    assert PeriodicJob.objects.get(name="sweep").error == ""


def test_every_job_of_a_site_runs_on_an_empty_one():
    assert set(jobs.run_due()) == set(jobs.JOBS)
    assert not PeriodicJob.objects.exclude(error="").exists()
