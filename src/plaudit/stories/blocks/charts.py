"""A chart, drawn by the server from a small table that readers can open beneath it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from plaudit.stories.blocks.choices import Choice
from plaudit.stories.blocks.tables import TableValue, cells
from plaudit.stories.charts import drawing, figures

KINDS = [("bar", _("Bars")), ("column", _("Columns")), ("line", _("Line"))]


class ChartValue(TableValue):
    @property
    def figures(self) -> figures.Figures | None:
        """What can be drawn; None if the rows were never looked at and nothing can."""
        try:
            return figures.read(self.lines, self["kind"])
        except figures.Wrong:
            return None

    def drawn(self, *, is_mirrored: bool) -> SafeString:
        shown = self.figures
        if shown is None:
            return SafeString()
        return drawing.draw(shown, self["kind"], self["title"], is_mirrored=is_mirrored)

    @property
    def legend(self) -> list[tuple[SafeString, str]]:
        shown = self.figures
        return drawing.legend(shown, self["kind"]) if shown else []


class Chart(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Title"), max_length=160, help_text=_("What it shows, in a sentence.")
    )
    kind = Choice(
        KINDS,
        label=_("Kind"),
        default="bar",
        help_text=_("Bars for things with names, columns for a few moments, a line for a course."),
    )
    unit = blocks.CharBlock(
        label=_("Unit"),
        required=False,
        max_length=80,
        help_text=_("What the figures count, such as “euros a month”."),
    )
    rows = blocks.TextBlock(
        label=_("Rows"),
        help_text=_(
            "A line a row, cells apart by | or a tab: a label and up to three figures. The first "
            "line names the columns. Leave a cell empty where there is no figure."
        ),
    )
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=200)
    source_link = blocks.URLBlock(label=_("Link of the source"), required=False)

    class Meta:
        icon = "order"
        label = _("Chart")
        template = "stories/blocks/chart.html"
        stylesheet = "plaudit/css/chart.css"
        value_class = ChartValue

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        try:
            figures.read(cells(cleaned["rows"]), cleaned["kind"])
        except figures.Wrong as wrong:
            raise StructBlockValidationError({"rows": ValidationError(str(wrong))}) from None
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        is_mirrored = getattr(context.get("story"), "direction", "ltr") == "rtl"
        return context | {"drawn": value.drawn(is_mirrored=is_mirrored)}
