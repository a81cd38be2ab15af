"""A poll. Its options are items: each choice is a ballot in the public ledger."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from plaudit.points.tallies import CLASSES
from plaudit.stories.blocks.choices import Choice

RESULTS = [("always", _("At once")), ("after", _("Once they have chosen, or it is closed"))]


class Moment(blocks.DateTimeBlock):
    """A date and time, kept as text in UTC, so that a version of a story can hold it."""

    def get_prep_value(self, value: Any) -> Any:
        # The editor asks also of what was typed, before it is read.
        return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value or None

    def to_python(self, value: Any) -> datetime | None:
        read = parse_datetime(value) if isinstance(value, str) else value
        return read.replace(tzinfo=UTC) if read and read.tzinfo is None else read


@dataclass(frozen=True)
class Option:
    """An option as the page shows it. `bar` is None where nothing can be given or shown."""

    text: str
    bar: Any
    of_all: int  # how many choices the poll has

    @property
    def percent(self) -> int:
        return round(100 * self.bar.points.total / self.of_all) if self.of_all else 0

    @property
    def segments(self) -> list[tuple[str, float, float]]:
        """Of a bar of 100: the name of each class, where it begins, how long it is."""
        found, start = [], 0.0
        for name in CLASSES.values():
            width = 100 * max(getattr(self.bar.points, name), 0) / max(self.of_all, 1)
            found += [(name, start, width)] if width else []
            start += width
        return found


class Poll(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=300)
    options = blocks.ListBlock(
        blocks.CharBlock(label=_("Option"), max_length=200),
        label=_("Options"),
        min_num=2,
        max_num=12,
    )
    is_many = blocks.BooleanBlock(label=_("Readers may choose more than one"), required=False)
    closes_at = Moment(
        label=_("Closes at"),
        required=False,
        help_text=_("From then on nobody can choose. Left empty, it stays open with the story."),
    )
    results = Choice(
        RESULTS,
        label=_("Readers see the results"),
        default="always",
        help_text=_("On the page. In the public ledger they are at all times."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Poll")
        template = "stories/blocks/poll.html"
        stylesheet = "plaudit/css/poll.css"
        script = "plaudit/js/poll-box.js"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        texts = [text.strip().casefold() for text in cleaned["options"]]
        if len(set(texts)) != len(texts):
            message = gettext("Two options are the same. Word one of them differently.")
            raise StructBlockValidationError({"question": ValidationError(message)})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        known, policy = context.get("item_bars") or {}, context.get("policy")
        found = [(child.value, known.get(child.id)) for child in value["options"].bound_blocks]
        bars = [bar for _text, bar in found if bar]
        user = getattr(context.get("request"), "user", None)
        is_guest = not (user and user.is_authenticated)
        needs_account = is_guest and not getattr(policy, "guests_may_vote", True)
        is_open = any(bar.is_open for bar in bars)
        may_see = any(bar.has_voted or bar.is_own for bar in bars) or not is_open
        is_for_all = value["results"] == "always" and not getattr(policy, "is_blind", False)
        of_all = sum(bar.points.total for bar in bars)
        return context | {
            "options": [Option(text, bar, of_all) for text, bar in found],
            "of_all": of_all,
            "is_live": bool(bars),
            "is_over": bool(bars) and not is_open and not context.get("is_preview"),
            "can_vote": any(bar.can_vote for bar in bars) and not needs_account,
            "needs_account": needs_account and is_open,
            "shows_results": bool(bars) and (is_for_all or may_see),
        }
