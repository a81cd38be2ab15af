"""The editor's list of a story's sources."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel

from plaudit.stories.models import Link


class SourceState(HelpPanel):
    """Says what is known of a source's link; carries the source's key through the form, unseen."""

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["key"], "widgets": {"key": forms.HiddenInput}}

    class BoundPanel(HelpPanel.BoundPanel):
        instance: Any

        @property
        def state(self) -> Link | None:
            link = self.instance.link
            return Link.objects.filter(url=link).first() if link else None


SOURCES = InlinePanel(
    "sources",
    panels=[
        FieldPanel("title", help_text=_("What it is called, or in a few words what it is.")),
        FieldRowPanel([FieldPanel("publisher"), FieldPanel("kind")]),
        FieldPanel("link", help_text=_("Where readers can see it for themselves.")),
        FieldRowPanel(
            [
                FieldPanel(
                    "archive_link",
                    help_text=_("A copy in a web archive, for when the link is dead."),
                ),
                FieldPanel("read_on", help_text=_("Or the day of the interview.")),
            ]
        ),
        SourceState(template="newsroom/source_state.html"),
    ],
    heading=_("Sources"),
    label=_("Source"),
    help_text=_("Readers see them under the story, in this order. A quotation can point at one."),
)
