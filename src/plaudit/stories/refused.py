"""The newsroom's no to what somebody wants to add."""


class Refused(Exception):
    """It cannot be added: one sentence that says what is wrong and what to do."""
