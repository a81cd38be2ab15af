"""The newsroom's no to what somebody wants to add."""

from django.core.exceptions import ValidationError


class Refused(Exception):
    """It cannot be added: one sentence that says what is wrong and what to do."""


def reasons(error: Exception) -> str:
    """What Django or Wagtail found wrong, as sentences."""
    messages = error.messages if isinstance(error, ValidationError) else [str(error)]
    return " ".join(f"{str(message).rstrip('.')}." for message in messages)
