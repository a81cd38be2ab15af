"""Background tasks fail, are tried again later each time, and outlive their worker."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from plaudit.engine import heartbeats, tasks

# A worker commits, and looks after its connections: this is no place for a test that rolls back.
pytestmark = pytest.mark.usefixtures("racing_db")
runs: list[str] = []


@task()
def well():
    runs.append("well")


@task()
def badly():
    raise RuntimeError("the mail server is asleep")


@pytest.fixture(autouse=True)
def _none_ran():
    runs.clear()


def stored(result):
    return DBTaskResult.objects.get(pk=result.id)


def test_a_task_is_run_once():
    result = well.enqueue()
    assert tasks.work() == 1
    assert tasks.work() == 0
    assert runs == ["well"]
    assert stored(result).status == TaskResultStatus.SUCCESSFUL


def test_nothing_to_do_is_seen_without_a_claim(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert tasks.work() == 0


def test_a_failed_task_waits_and_is_tried_again():
    result = badly.enqueue()
    before = timezone.now()
    tasks.work()
    assert stored(result).status == TaskResultStatus.READY
    assert stored(result).run_after - before >= tasks.FIRST_DELAY
    assert not tasks.is_any_ready()


def test_each_wait_is_four_times_as_long_and_the_last_failure_is_final():
    result = badly.enqueue()
    waits = []
    while stored(result).status == TaskResultStatus.READY:
        DBTaskResult.objects.update(run_after=timezone.now())
        before = timezone.now()
        tasks.work()
        waits.append(round((stored(result).run_after - before) / tasks.FIRST_DELAY))
    assert waits[:-1] == [1, 4, 16, 64, 256]
    assert stored(result).status == TaskResultStatus.FAILED
    assert "the mail server is asleep" in stored(result).traceback


def test_the_task_of_a_dead_worker_is_put_back():
    result = well.enqueue()
    stored(result).claim("worker-that-died")
    assert tasks.reap() == 1
    assert stored(result).status == TaskResultStatus.READY


def test_the_task_of_a_living_worker_is_left_alone():
    result = well.enqueue()
    heartbeats.beat("worker-at-work")
    stored(result).claim("worker-at-work")
    assert tasks.reap() == 0
    assert stored(result).status == TaskResultStatus.RUNNING


def test_a_task_that_kills_its_workers_is_given_up():
    result = well.enqueue()
    for number in range(tasks.ATTEMPTS):
        stored(result).claim(f"victim {number}")
        tasks.reap()
    assert stored(result).status == TaskResultStatus.FAILED


def test_who_is_silent_for_long_is_dead(time_machine_at):
    heartbeats.beat("somebody")
    assert heartbeats.is_alive("somebody")
    with time_machine_at(timezone.now() + heartbeats.SILENCE + timedelta(seconds=1)):
        assert not heartbeats.is_alive("somebody")


@pytest.fixture
def time_machine_at():
    import time_machine

    return lambda moment: time_machine.travel(moment, tick=False)
