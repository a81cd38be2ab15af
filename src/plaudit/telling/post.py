"""Handing letters to a mail server, and knowing what became of each."""

import logging
from enum import Enum
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any, Self

from django.core.mail import EmailMessage

log = logging.getLogger("plaudit.telling")

FOR_GOOD = 500  # reply codes from here on: it is no use to ask again (RFC 5321, 4.2.1)


class Outcome(Enum):
    SENT = "the server took it"
    REFUSED = "the server will never take it"
    LATER = "the server did not take it, and may another time"
    UNKNOWN = "the connection broke off while it was on its way"


class Round:
    """One connection for several letters, opened anew after whatever went wrong on it."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def is_ready(self) -> bool:
        """Whether the server answers; where it does not, nothing has gone to it."""
        if not self._is_open:
            try:
                self._connection.open()
            except OSError as failure:
                log.warning("The mail server cannot be reached: %s", type(failure).__name__)
                return False
            self._is_open = True
        return True

    def deliver(self, message: EmailMessage) -> Outcome:
        outcome = self._handed_over(message)
        if outcome is not Outcome.SENT:
            log.warning("A letter: %s", outcome.value)
            self._connection.close()
            self._is_open = False
        return outcome

    def _handed_over(self, message: EmailMessage) -> Outcome:
        """What is raised may hold the address: it goes no further than here."""
        try:
            self._connection.send_messages([message])
        except SMTPRecipientsRefused as refusal:
            codes = [code for code, _words in refusal.recipients.values()]
            return Outcome.REFUSED if min(codes, default=0) >= FOR_GOOD else Outcome.LATER
        except SMTPResponseException:
            return Outcome.LATER
        except OSError:
            return Outcome.UNKNOWN
        except ValueError:  # an address or a header that no mail can have
            return Outcome.REFUSED
        return Outcome.SENT
