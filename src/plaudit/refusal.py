"""The one way to say no to whoever typed a command."""


class Refusal(Exception):
    """It cannot be done. The message is one plain sentence: what is wrong and what to do."""
