"""The editor's list of a story's sources."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel


class SourceKey(HelpPanel):
    """Carries a source's key through the form, unseen."""

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["key"], "widgets": {"key": forms.HiddenInput}}


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
                FieldPanel("read_on"),
            ]
        ),
        SourceKey(template="newsroom/source_key.html"),
    ],
    heading=_("Sources"),
    label=_("Source"),
    help_text=_("Readers see them under the story, in this order. A quotation can point at one."),
)
