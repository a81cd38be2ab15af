"""Letters survive crashes and mail servers: each goes once, or is tried again if it did not go."""

import os
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from plaudit import flow
from plaudit.points.models import Progress
from plaudit.stories import newsdesk
from plaudit.telling import bulletins, letters, watches
from plaudit.telling.models import Bulletin, Letter
from tests.stories.test_versions import RIGHT
from tests.support import cast
from tests.support.killing import KILLED, dying_after, in_a_child
from tests.telling.conftest import carry, take_up

pytestmark = pytest.mark.usefixtures("racing_db")


@pytest.fixture
def readers(story):
    """Three who asked, in the order of their accounts."""
    people = [cast.alice(), cast.bob(), cast.charlie()]
    for one in people:
        watches.begin(one, story)
    newsdesk.publish(story, change=RIGHT)
    return [one.email for one in people]


class Server:
    """A mail server that does with each letter what its script says, and then takes all."""

    def __init__(self, *script):
        self.script = list(script)
        self.took = []

    def __call__(self, *_args, **_options):
        return self

    def open(self):
        if self.script and self.script[0] == "away":
            self.script.pop(0)
            raise ConnectionRefusedError

    def close(self):
        pass

    def send_messages(self, messages):
        (message,) = messages
        if self.script and (failure := self.script.pop(0)):
            raise failure
        self.took.append(message.to[0])


@pytest.fixture
def served_by(monkeypatch):
    def serve(*script):
        server = Server(*script)
        monkeypatch.setattr(letters, "get_connection", server)
        return server

    return serve


def later():
    """Every try that the engine makes by itself."""
    for hours in (1, 2):
        carry(after=timedelta(hours=hours))


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_everybody_is_told_once_however_large_the_batches_are(readers, limit, monkeypatch):
    monkeypatch.setattr(bulletins.make_out, "__defaults__", (limit,))
    for _ in range(3):
        carry()
    assert sorted(to for it in mail.outbox for to in it.to) == sorted(readers)
    assert Bulletin.objects.get().batches == -(-3 // limit)


def test_a_process_that_dies_between_two_letters_sends_none_twice(readers, served_by, tmp_path):
    """The letter in hand may or may not have gone: it is not sent again. The others are."""
    log = tmp_path / "log"
    server = served_by()

    def note(messages):
        with log.open("a") as file:
            file.write(f"{messages[0].to[0]}\n")
        if len(log.read_text().split()) == 1:
            os._exit(KILLED)

    server.send_messages = note
    take_up()
    change = Bulletin.objects.get().change
    assert in_a_child(lambda: letters.send.func(change.pk, 1)) == KILLED
    assert letters.send.func(change.pk, 1) == 2
    assert letters.send.func(change.pk, 1) == 0
    assert log.read_text().split() == readers


@pytest.mark.parametrize("statement", range(1, 12))
def test_killed_anywhere_while_letters_are_made_out_everybody_has_one_in_the_end(
    readers, statement
):
    flow.tick(timezone.now())

    def work():
        with dying_after(statement):
            bulletins.look_out()

    in_a_child(work)
    carry()
    assert sorted(to for it in mail.outbox for to in it.to) == sorted(readers)
    assert Progress.objects.get(name=bulletins.EVENTS).number > 0


def test_a_server_that_is_away_is_asked_again(readers, served_by):
    server = served_by("away")
    later()
    assert server.took == readers


def test_who_is_put_off_is_tried_again_and_the_others_need_not_wait(readers, served_by):
    put_off = smtplib.SMTPRecipientsRefused({readers[0]: (450, b"greylisted")})
    server = served_by(put_off)
    carry()
    assert server.took == readers[1:]
    later()
    assert server.took == [*readers[1:], readers[0]]


def test_an_address_that_takes_no_mail_is_not_tried_again(readers, served_by):
    server = served_by(smtplib.SMTPRecipientsRefused({readers[0]: (550, b"unknown")}))
    later()
    assert server.took == readers[1:]


def test_a_letter_whose_connection_broke_off_may_have_gone_and_is_not_sent_again(
    readers, served_by
):
    server = served_by(None, smtplib.SMTPServerDisconnected("gone"))
    later()
    assert server.took == [readers[0], readers[2]]


def test_what_is_kept_of_a_failure_names_nobody(readers, served_by):
    served_by(smtplib.SMTPRecipientsRefused({readers[0]: (450, b"greylisted")}))
    carry()
    (task,) = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    said = f"{task.exception_class_path} {task.traceback} {task.args_kwargs}"
    assert "Undelivered" in said
    assert not any(one in said for one in readers)


def test_after_a_night_without_a_server_what_was_given_up_is_sent(readers, served_by, time_machine):
    take_up()
    DBTaskResult.objects.all().delete()
    letters.try_again()
    assert not DBTaskResult.objects.exists()  # its task would still be at it
    time_machine.move_to(timezone.now() + timedelta(hours=3))
    server = served_by()
    letters.try_again()
    carry()
    assert server.took == readers


def test_that_somebody_was_told_is_forgotten_and_nobody_is_told_again(readers, time_machine):
    carry()
    time_machine.move_to(timezone.now() + letters.KEPT + timedelta(minutes=1))
    letters.forget()
    assert not Letter.objects.exists()
    carry()
    assert len(mail.outbox) == 3
