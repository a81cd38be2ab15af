"""A ranked list. Where the editor says so, readers give points to its items."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from plaudit.stories.blocks.choices import Choice
from plaudit.stories.blocks.inline import INLINE

ORDERS = [("given", _("As they stand here")), ("points", _("By their points, the most first"))]


class RankedItem(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE, required=False)
    image = ImageChooserBlock(label=_("Image"), required=False)


class RankedListValue(blocks.StructValue):
    def rows(self, item_bars: dict[str, Any], *, is_blind: bool) -> list[tuple[Any, Any]]:
        """Each item with its point bar, or with None; in the order that readers see."""
        rows = [(child.value, item_bars.get(child.id)) for child in self["items"].bound_blocks]
        if self.get("order") == "points" and not is_blind:
            rows.sort(key=lambda row: -row[1].points.total if row[1] else 0)
        return rows


class RankedList(blocks.StructBlock):
    items = blocks.ListBlock(RankedItem(), label=_("Items"), min_num=1, max_num=100)
    takes_points = blocks.BooleanBlock(
        label=_("Readers give points to the items"),
        required=False,
        help_text=_("Each item then has points of its own, which are in the public ledger."),
    )
    order = Choice(
        ORDERS,
        label=_("Order for readers"),
        default="given",
        help_text=_("By points only where readers give them."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Ranked list")
        template = "stories/blocks/ranked_list.html"
        value_class = RankedListValue

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        # Where figures are hidden until one votes, their order must not tell them either.
        is_blind = bool(getattr(context.get("policy"), "is_blind", False))
        return context | {"rows": value.rows(context.get("item_bars") or {}, is_blind=is_blind)}
