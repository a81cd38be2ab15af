"""The editor's form: whoever publishes a change to what readers have says what it is."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plaudit.stories import lines
from plaudit.stories.models import ChangeKind
from plaudit.stories.newsroom.permissions import policy
from plaudit.stories.newsroom.source_form import SourcesForm

_NOT_YOURS = gettext_lazy(
    "You publish in the sections that you edit. Choose one of them, or hand the story in."
)


class StoryForm(SourcesForm):
    # Set by the view: whether the story is to go out, now or later, rather than only be saved.
    goes_out = False
    # And whether that is decided now, by whoever saves it, and not by an editor later.
    is_decided = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        section = cleaned.get("section")
        if self.is_decided and not policy.may_publish_in(self.for_user, self.instance, section):
            self.add_error("section", _NOT_YOURS)
        if self.goes_out and self.instance.last_published_at:
            for field, sentence in _missing(cleaned):
                self.add_error(field, sentence)
        return cleaned


def _missing(cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind = cleaned.get("change_kind") or ""
    has = {
        name: lines.is_visible(lines.clean(cleaned.get(name) or ""))
        for name in ("change_text", "change_wrong")
    }
    if not kind:
        yield "change_kind", _("Readers have this story. Choose what kind of change this is.")
    elif kind == ChangeKind.CORRECTION:
        if not has["change_wrong"]:
            yield "change_wrong", _("Say what was wrong, in a sentence readers can read.")
        if not has["change_text"]:
            yield "change_text", _("Say what is right, in a sentence readers can read.")
    elif kind != ChangeKind.MINOR and not has["change_text"]:
        yield "change_text", _("Say what has changed, in a sentence readers can read.")
