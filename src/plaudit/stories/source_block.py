"""How a quotation points at one of its story's sources."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SourceChoice(forms.TextInput):
    """A field for a source's key, in which `source-choice.js` offers those of the form."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '<source-choice data-none="{}" data-gone="{}" data-untitled="{}">{}</source-choice>',
            _("No source"),
            _("One that is in the list no more"),
            _("Not named yet"),
            super().render(name, value, attrs, renderer),
        )


class SourceBlock(blocks.FieldBlock):
    """The key of a source, or nothing. Whether the story has it, its form knows."""

    def __init__(self, required: bool = False, help_text: Any = "", **kwargs: Any) -> None:
        self.field = forms.CharField(
            required=required, help_text=help_text, max_length=26, widget=SourceChoice
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "link"


class QuotationValue(blocks.StructValue):
    """A quotation; `sources.numbered` tells it its mark, before a page shows it."""

    mark: Any = None
