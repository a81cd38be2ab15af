"""The one way this room says no."""


class Refused(Exception):
    """The message says what is wrong with which bytes, in one plain sentence."""


class Malformed(Refused):
    """These bytes are not the canonical form of anything."""


class NotProved(Refused):
    """Well formed, but it does not follow from what is known: a proof, a signature, a root."""
