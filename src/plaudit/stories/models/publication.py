"""What a publication leaves behind: a version, and a change if readers had the story before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from plaudit.stories import lines, snapshots
from plaudit.stories.models import version
from plaudit.stories.models.change import LONGEST, OF_WORDING, Change, ChangeKind, Said

if TYPE_CHECKING:
    from plaudit.stories.models.story import Story

# A revision keeps times in JSON, which knows no microseconds.
SAME = timedelta(milliseconds=1)


class SaysWhatChanged(ClusterableModel):
    """A story's own part of it: what is to be said of the next publication.

    It goes with the revision, and so waits with it for its hour or for an editor's approval.
    """

    change_kind = models.CharField(
        _("what kind of change"),
        max_length=13,
        blank=True,
        choices=[(kind.value, kind.label) for kind in OF_WORDING],
    )
    change_wrong = models.CharField(_("what was wrong"), max_length=LONGEST, blank=True)
    change_text = models.CharField(_("what is right"), max_length=LONGEST, blank=True)
    # Since when readers are told that the story does not stand. No revision changes it.
    retracted_at = models.DateTimeField(_("retracted"), null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def said(self) -> Said:
        kind = self.change_kind or ChangeKind.MINOR.value
        return Said(kind, lines.clean(self.change_text), lines.clean(self.change_wrong))

    @said.setter
    def said(self, said: Said) -> None:
        self.change_kind, self.change_text, self.change_wrong = said

    def say_nothing(self) -> None:
        self.said = Said(kind="")


class Publication:
    """What is kept when a story is saved. Made before the row is written, `keep` comes after."""

    def __init__(self, story: Story, before: dict[str, Any] | None) -> None:
        last = before["last_published_at"] if before else None
        is_now = story.live and story.last_published_at not in (None, last)
        self._story = story
        self._former = _former(story) if before and before["live"] else None
        self._is_now = is_now
        self._said = story.said if is_now and last else None
        if is_now:
            story.say_nothing()

    def keep(self) -> None:
        """In the transaction of the row, whose lock lets one at a time count the versions."""
        number = self._story.versions.latest_number()
        if self._former and not number:
            number = 1
            self._former.save()
        if not self._is_now:
            return
        content = snapshots.of(self._story)
        version.of(self._story, number + 1, content).save()
        if self._said:
            kind, text, wrong = self._said
            Change.objects.create(
                story=self._story,
                kind=kind,
                text=text,
                wrong=wrong,
                at=self._story.last_published_at,
                version=number + 1,
            )


def is_another(one: datetime | None, other: datetime | None) -> bool:
    """Whether two times of publication, one of them from a revision, are of two publications."""
    if one is None or other is None:
        return one is not other
    return abs(one - other) >= SAME


def _former(story: Story) -> version.Version | None:
    """What readers have now of a story that has no version yet; not saved.

    Sites are older than versions, and what is brought in by the million has none at first.
    """
    if story.versions.exists():
        return None
    row = type(story)._default_manager.get(pk=story.pk)
    return version.of(row, 1, snapshots.of(row)) if row.last_published_at else None
