from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plaudit.stories.models.source import LONGEST_LINK

DAY = timedelta(days=1)
AGAIN = 7 * DAY  # a link that answered, or that is known to be dead
SOON = DAY  # one that failed once, or could not be asked
LONGEST_HOST = 255
GONE = {404, 410}
REFUSED = {401, 403, 407, 429, 451}


class LinkQuerySet(models.QuerySet["Link"]):
    def dead(self) -> LinkQuerySet:
        """Failed at least twice, a day apart, and was not seen alive since."""
        return self.filter(failed_at__gte=models.F("failing_since") + DAY)


class Link(models.Model):
    """What is known of an address that sources lead to. No revision has it: it is no wording."""

    class Answer(models.TextChoices):
        ALIVE = "alive", _("It answers.")
        GONE = "gone", _("The page is not there.")
        NOWHERE = "nowhere", _("There is no such site.")
        REFUSED = "refused", _("It does not let programs look.")
        TROUBLE = "trouble", _("It could not be reached, or is in trouble.")

    url = models.CharField(max_length=LONGEST_LINK, unique=True)
    host = models.CharField(max_length=LONGEST_HOST)
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    asked_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(default=timezone.now)
    alive_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="link_due"),
            models.Index(fields=["host", "due_at"], name="link_host_due"),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def is_dead(self) -> bool:
        first, last = self.failing_since, self.failed_at
        return bool(first and last and last - first >= DAY)

    def hear(self, answer: str, status: int | None, now: datetime) -> None:
        """Note what it answered. Trouble and refusals say nothing about whether it is there."""
        self.answer, self.status, self.asked_at = answer, status, now
        if answer == self.Answer.ALIVE:
            self.alive_at, self.failing_since, self.failed_at = now, None, None
        elif answer in {self.Answer.GONE, self.Answer.NOWHERE}:
            self.failing_since, self.failed_at = self.failing_since or now, now
        is_settled = answer in {self.Answer.ALIVE, self.Answer.REFUSED} or self.is_dead
        self.due_at = now + (AGAIN if is_settled else SOON)


def answer_of(status: int) -> Link.Answer:
    """What an HTTP status says about a link."""
    if status < 400:
        return Link.Answer.ALIVE
    if status in GONE:
        return Link.Answer.GONE
    return Link.Answer.REFUSED if status in REFUSED else Link.Answer.TROUBLE


def host_of(url: str) -> str:
    """Whom an address asks; nothing where it is none."""
    try:
        return (urlsplit(url).hostname or "")[:LONGEST_HOST]
    except ValueError:
        return ""
