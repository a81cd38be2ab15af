"""The witnesses of our log: asking them to cosign what we have signed, and remembering how it went.

All are asked at once, each from the size that it has last cosigned; one that knows another size is
asked once more, from there. None of them can hold up the log: who is down, slow or lying is left
out, and asked again later (`collect`). Where the site needs some of them (`witnesses_needed`), a
checkpoint waits, but for a minute at most, and not again while they stay away.
"""

import logging
import time

from django.utils import timezone

from plaudit import settings, turn
from plaudit.ledger import guard, hearing, posting, sealing, tree
from plaudit.ledger.hearing import Declined, KnowsAnother
from plaudit.ledger.models import Checkpoint as Kept
from plaudit.ledger.models import Witness
from plaudit.ledger.posting import Post
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.notes import Note, Signature
from plaudit.tlog.witnessing import AddCheckpoint

log = logging.getLogger("plaudit.witnesses")

HOLD_SECONDS = 60.0  # a receipt promises ten minutes, of which a ballot may have waited five
PAUSE = 5.0


def cosign(note: Note) -> Note:
    """A checkpoint just signed, with the cosignatures that came: a step of sealing."""
    found = known()
    needed = min(settings.load().witnesses_needed, len(found))
    until = time.monotonic() + (HOLD_SECONDS if needed and _were_enough(note, needed) else 0)
    note = ask(note, found)
    while len(by(note, found)) < needed and time.monotonic() < until:
        time.sleep(PAUSE)
        note = ask(note, found)
    if len(by(note, found)) < needed:
        log.error(
            "A checkpoint is published with the cosignatures of %d witnesses; %d are needed.",
            len(by(note, found)),
            needed,
        )
    return note


def collect() -> None:
    """Ask again for what the published checkpoint lacks, and publish it with what comes.

    Nothing happens while the log is being sealed, or before it begins. Raises Refusal.
    """
    if not Witness.objects.exists():
        return
    with turn.taken(sealing.TURN) as is_ours:
        state = guard.check() if is_ours else None
        if state is None or state.published < state.size:
            return
        note = sealing.sign(state)
        more = ask(note, known())
        if more != note:
            sealing.render(state)
            sealing.publish(state, more)


def known() -> list[Witness]:
    return list(Witness.objects.order_by("name"))


def by(note: Note, witnesses: list[Witness]) -> list[Witness]:
    """Those who have cosigned it."""
    return [one for one in witnesses if hearing.has_cosigned(note, one.verifier())]


def ask(note: Note, witnesses: list[Witness]) -> Note:
    """Ask those who have not cosigned it; the note with what came."""
    checkpoint, done = checkpoints.parse(note.text), by(note, witnesses)
    sizes = {
        one: min(one.size if one.origin == checkpoint.origin else 0, checkpoint.size)
        for one in witnesses
        if one not in done
    }
    found, others = _asked(note, sizes)
    more, stubborn = _asked(note, {one: other.size for one, other in others.items()})
    for witness, other in stubborn.items():
        _note_trouble(witness, str(other))
    return note.with_signatures(found + more)


def _asked(
    note: Note, sizes: dict[Witness, int]
) -> tuple[list[Signature], dict[Witness, KnowsAnother]]:
    """The cosignatures that came, and who knows another size than it was asked from."""
    questions = {witness: _question(note, old) for witness, old in sizes.items()}
    posts = [Post(one.address, asked.encoded()) for one, asked in questions.items()]
    answers = posting.post_all(posts)
    found, others = [], {}
    for (witness, question), answer in zip(questions.items(), answers, strict=True):
        try:
            found.append(hearing.heard(question, answer, witness.verifier()))
        except KnowsAnother as other:
            others[witness] = other
        except Declined as refusal:
            _note_trouble(witness, str(refusal))
        else:
            _note_cosigned(witness, question)
    return found, others


def _question(note: Note, old: int) -> AddCheckpoint:
    size = checkpoints.parse(note.text).size
    return AddCheckpoint(old, tuple(tree.consistency(old, size)) if old else (), note)


def _note_cosigned(witness: Witness, question: AddCheckpoint) -> None:
    """At once, whatever becomes of the checkpoint: it will be asked from there."""
    new = question.checkpoint
    witness.origin, witness.size, witness.trouble = new.origin, new.size, ""
    Witness.objects.filter(name=witness.name).update(
        origin=new.origin, size=new.size, trouble="", cosigned_at=timezone.now()
    )


def _note_trouble(witness: Witness, sentence: str) -> None:
    if witness.trouble != sentence:
        log.warning("The witness %s has not cosigned. %s", witness.name, sentence)
    witness.trouble = sentence
    Witness.objects.filter(name=witness.name).update(trouble=sentence)


def _were_enough(note: Note, needed: int) -> bool:
    """Whether the checkpoint before this one had what it needed; while not, none waits for more."""
    size = checkpoints.parse(note.text).size
    last = Kept.objects.filter(size__lt=size).order_by("-size").first()
    return last is None or len(by(notes.parse(last.text.encode()), known())) >= needed
