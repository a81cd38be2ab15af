"""RFC 6962, section 2.1, word for word: slow, recursive, and independent of what it tests."""

from hashlib import sha256


def split(size):
    """The largest power of two that is smaller."""
    power = 1
    while power * 2 < size:
        power *= 2
    return power


def root(entries):
    """MTH(D[n])"""
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\0" + entries[0]).digest()
    at = split(len(entries))
    return sha256(b"\1" + root(entries[:at]) + root(entries[at:])).digest()


def inclusion(index, entries):
    """PATH(m, D[n])"""
    if len(entries) == 1:
        return []
    at = split(len(entries))
    if index < at:
        return [*inclusion(index, entries[:at]), root(entries[at:])]
    return [*inclusion(index - at, entries[at:]), root(entries[:at])]


def consistency(old, entries, is_known=True):
    """PROOF(m, D[n]), which is SUBPROOF(m, D[n], true)"""
    if old == len(entries):
        return [] if is_known else [root(entries)]
    at = split(len(entries))
    if old <= at:
        return [*consistency(old, entries[:at], is_known), root(entries[at:])]
    return [*consistency(old - at, entries[at:], False), root(entries[:at])]


def entries(size):
    return [b"leaf %d" % number for number in range(size)]


class Tree:
    """All nodes of a tree of these entries, and a reader that refuses those that are not there."""

    def __init__(self, entries):
        self.entries = entries
        row = [sha256(b"\0" + entry).digest() for entry in entries]
        self.rows = [row]
        while len(row) > 1:
            row = [
                sha256(b"\1" + row[at] + row[at + 1]).digest() for at in range(0, len(row) - 1, 2)
            ]
            self.rows.append(row)

    def node(self, level, index):
        return self.rows[level][index]
