"""Sound or film of the paper's own."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class Recorded(blocks.StructBlock):
    """Nothing of it is loaded before a reader presses play."""

    recording = SnippetChooserBlock("stories.Recording", label=_("Recording"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=400, help_text=_("In place of its title.")
    )

    class Meta:
        icon = "media"
        label = _("Recording")
        template = "stories/blocks/recording.html"
        stylesheet = "plaudit/css/recording.css"

    def get_searchable_content(self, value: Any) -> list[str]:
        title = value["recording"].title if value["recording"] else ""
        return [title, *super().get_searchable_content(value)]
