"""Logs of others, in memory: what a witness is asked by a site, honest or not."""

from plaudit.tlog import notes, proofs
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import leaf_hashes, root_hash
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.witnessing import AddCheckpoint


class Log:
    def __init__(self, origin: str = "rival.example", size: int = 0) -> None:
        self.key = SignerKey.generate(origin)
        self.entries = [b"entry %d of %s" % (n, origin.encode()) for n in range(size)]

    @property
    def vkey(self) -> str:
        return str(self.key.verifier)

    def forked(self, at: int) -> "Log":
        """The same log with another history from there on."""
        other = Log(self.key.name)
        other.key = self.key
        other.entries = self.entries[:at] + [b"other " + one for one in self.entries[at:]]
        return other

    def note(self, size: int, *extensions: str) -> notes.Note:
        root = root_hash(leaf_hashes(self.entries[:size]))
        return notes.signed(Checkpoint(self.key.name, size, root, extensions).text(), self.key)

    def adds(self, old: int, size: int) -> AddCheckpoint:
        """The request of an honest log."""
        proof = proofs.consistency_proof(old, size, self._node) if old else []
        return AddCheckpoint(old, tuple(proof), self.note(size))

    def _node(self, level: int, index: int) -> bytes:
        return root_hash(leaf_hashes(self.entries[index << level : (index + 1) << level]))
