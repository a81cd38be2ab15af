"""What an editor does at the front-page desk: rearranging, and putting it on the front page."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from plaudit.people.models import User
from plaudit.refusal import Refusal
from plaudit.stories import placements
from plaudit.stories.models import Placement, Story
from plaudit.stories.newsroom import arranging
from plaudit.stories.newsroom.arranging import Board
from plaudit.stories.placements import Wanted


@dataclass
class Desk:
    """What the screen shows. `seen` is the state of the front page it was rearranged from."""

    board: Board
    seen: int
    said: str = ""
    query: str = ""
    errors: dict[int, str] = field(default_factory=dict)
    is_changed: bool = False
    is_refused: bool = False
    meanwhile: list[Placement] = field(default_factory=list)


def rearrange(desk: Desk, asked: str) -> None:
    try:
        board, pk = arranging.do(desk.board, asked)
    except arranging.NoRoomError:
        desk.said = _("Every place is taken. Take a story off first.")
        return
    story = Story.objects.standing().filter(pk=pk).first() if pk else None
    if story is None and asked.startswith("put"):
        desk.said = _("Readers do not have this story, so it cannot be placed.")
        return
    desk.board = board
    if story:
        slot = next((number for number, it in enumerate(board) if it.pk == pk), None)
        if slot is None:
            said = _("“%(story)s” is taken off.") % {"story": story.headline}
        else:
            named = {"story": story.headline, "place": slot_name(slot)}
            said = _("“%(story)s”: %(place)s.") % named
        desk.said = said


def is_saved(desk: Desk, user: User) -> bool:
    """Put it on the front page; else say in the desk what stands in the way, and keep the board."""
    stories = stories_on(desk.board)
    wanted: list[Wanted | None] = []
    now = timezone.now()
    for number, slot in enumerate(desk.board):
        try:
            until = arranging.until(slot) if slot.pk else None
        except ValidationError:
            desk.errors[number] = _("Give the time as in 2026-03-31 18:00, or leave it empty.")
            until = None
        if until and until <= now:
            desk.errors[number] = _("Choose a time that is still to come.")
        if slot.pk and slot.pk not in stories:
            desk.errors[number] = _("Readers do not have this story any more. Take it off.")
        wanted.append(Wanted(stories[slot.pk].ulid, until) if slot.pk in stories else None)
    if desk.errors:
        desk.said, desk.is_refused = _("The front page is unchanged: see below."), True
        return False
    return _is_arranged(desk, wanted, user)


def _is_arranged(desk: Desk, wanted: list[Wanted | None], user: User) -> bool:
    now = timezone.now()
    try:
        placements.arrange(_exactly(wanted), desk.seen, user, now)
    except placements.ChangedMeanwhileError:
        since, desk.seen = desk.seen, placements.state()
        found = Placement.objects.last_words().filter(pk__gt=since)
        desk.meanwhile = list(found.select_related("by").order_by("slot"))
        desk.is_refused = True
        desk.said = _(
            "The front page was changed while you were arranging it. Nothing of yours is lost: "
            "look at what was changed, then save yours or take over what is there now."
        )
        return False
    except Refusal:
        desk.said = _("The front page is unchanged: a story was taken off the site just now.")
        desk.is_refused = True
        return False
    return True


def _exactly(wanted: list[Wanted | None]) -> list[Wanted | None]:
    """A form knows minutes. What was not touched keeps its seconds, and so stays what it is."""
    running = placements.running(timezone.now())
    held = {(it.ulid, arranging.typed(it.until)): it.until for it in running}
    return [
        it and it._replace(until=held.get((it.ulid, arranging.typed(it.until)), it.until))
        for it in wanted
    ]


def slot_name(slot: int) -> str:
    if slot == 0:
        return _("The lead")
    return _("Secondary story %(number)s") % {"number": slot}


def stories_on(board: Board) -> dict[int, Story]:
    keys = [slot.pk for slot in board if slot.pk]
    return Story.objects.standing().select_related("section").in_bulk(keys)
