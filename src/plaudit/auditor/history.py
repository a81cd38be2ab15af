"""Whether the log is still the one that was seen before."""

from collections.abc import Callable

from plaudit.auditor.findings import many
from plaudit.auditor.memory import Memory
from plaudit.auditor.opening import Opened, read_note
from plaudit.auditor.sources import Source, Unreachable
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.refused import Malformed, NotProved

PAUSES = (3.0, 6.0)  # seconds: a cache in front of the site may keep a checkpoint that long


def kept(memory: Memory) -> Checkpoint | None:
    """The checkpoint that the last audit had proved, if there was one."""
    data = memory.checkpoint()
    if not data:
        return None
    try:
        return checkpoints.parse(notes.parse(data).text)
    except Malformed as refusal:
        raise Unreachable(
            f"{memory.path / 'checkpoint'} is damaged: {refusal} It is what was seen of the log "
            "before; move it away to begin anew."
        ) from None


def not_shrunk(
    source: Source, opened: Opened, before: Checkpoint | None, wait: Callable[[float], None]
) -> Opened:
    """A checkpoint that is no smaller than the one before; an older one may come out of a cache
    for a while. Raises NotProved."""
    least = before.size if before else 0
    for pause in PAUSES:
        if opened.checkpoint.size >= least:
            return opened
        wait(pause)
        opened = opened.by(read_note(source))
    if opened.checkpoint.size < least:
        raise NotProved(
            f"The log has {many(opened.checkpoint.size, 'leaf')}; at the last audit it had "
            f"{least:,}. A log never becomes shorter. {evidence(opened)}"
        )
    return opened


def evidence(opened: Opened) -> str:
    """Keep the checkpoint that contradicts the one before; where the two are, in words."""
    path = opened.memory.write(f"contradiction-{opened.checkpoint.size}", opened.note.encoded())
    before = path.with_name("checkpoint")
    return f"Both are signed, and both are kept: {before} and {path}. Show them to others."
