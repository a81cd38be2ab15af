"""What happened, one thing after another."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from plaudit.stories.blocks.inline import INLINE


class Moment(blocks.StructBlock):
    """`date` is for people, `when` the same for programs: a year, a month of it, or a day."""

    date = blocks.CharBlock(
        label=_("Date"), max_length=60, help_text=_("As readers see it, such as “spring 1954”.")
    )
    when = blocks.CharBlock(
        label=_("Date for programs"),
        required=False,
        max_length=10,
        help_text=_("If it is known: 1954, 1954-03 or 1954-03-28. Readers do not see it."),
    )
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE, required=False)
    image = ImageChooserBlock(label=_("Image"), required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["when"] and not is_date(cleaned["when"]):
            message = gettext(
                "“%(text)s” is no date for programs: write 1954, 1954-03 or 1954-03-28, or leave "
                "it empty."
            )
            wrong = ValidationError(message % {"text": cleaned["when"]})
            raise StructBlockValidationError({"when": wrong})
        return cleaned

    def get_searchable_content(self, value: Any) -> list[str]:
        return super().get_searchable_content({**value, "when": ""})


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day of the calendar, as ISO 8601 writes them."""
    whole = text + "0000-01-01"[len(text) :]
    try:
        return len(text) in {4, 7, 10} and date.fromisoformat(whole).isoformat() == whole
    except ValueError:
        return False


class Timeline(blocks.StructBlock):
    items = blocks.ListBlock(Moment(), label=_("Moments"), min_num=1, max_num=100)

    class Meta:
        icon = "history"
        label = _("Timeline")
        template = "stories/blocks/timeline.html"
        stylesheet = "plaudit/css/timeline.css"
