"""What a story's body is made of. Shapes are promised in `docs/developers/blocks.md`."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from plaudit.stories.blocks.charts import Chart
from plaudit.stories.blocks.embeds import Embed
from plaudit.stories.blocks.inline import INLINE
from plaudit.stories.blocks.personality_quizzes import PersonalityQuiz
from plaudit.stories.blocks.pictures import BeforeAfter, Gallery, Picture
from plaudit.stories.blocks.polls import Poll
from plaudit.stories.blocks.quizzes import Quiz
from plaudit.stories.blocks.ranked_lists import RankedList
from plaudit.stories.blocks.recordings import Recorded
from plaudit.stories.blocks.tables import Table
from plaudit.stories.blocks.timelines import Timeline
from plaudit.stories.source_block import QuotationValue, SourceBlock


class Quotation(blocks.StructBlock):
    """Words of somebody, who said them, in what role, to whom or where, and where to read it."""

    text = blocks.TextBlock(label=pgettext_lazy("quotation", "Words"), rows=3)
    speaker = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("In what role"), required=False, max_length=160)
    to_whom = blocks.CharBlock(label=_("To whom, or where"), required=False, max_length=200)
    link = blocks.URLBlock(label=_("Where it can be read"), required=False)
    source = SourceBlock(label=_("Source"), help_text=_("One of the story’s own, listed below."))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "stories/blocks/quotation.html"
        value_class = QuotationValue


class BulletList(blocks.StructBlock):
    style = blocks.ChoiceBlock(
        [("bulleted", _("Bulleted")), ("numbered", _("Numbered"))], default="bulleted"
    )
    items = blocks.ListBlock(blocks.RichTextBlock(features=INLINE), label=_("Items"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("List")
        template = "stories/blocks/list.html"


class Callout(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=[*INLINE, "ul", "ol"])

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        template = "stories/blocks/callout.html"


class Divider(blocks.StaticBlock):
    class Meta:
        icon = "minus"
        label = _("Divider")
        admin_text = _("A line between two parts.")
        template = "stories/blocks/divider.html"


class Footnotes(blocks.StructBlock):
    notes = blocks.ListBlock(blocks.RichTextBlock(features=INLINE), label=_("Notes"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Footnotes")
        template = "stories/blocks/footnotes.html"


BODY: list[tuple[str, Any]] = [
    (
        "paragraph",
        blocks.RichTextBlock(
            label=_("Paragraph"), features=INLINE, template="stories/blocks/paragraph.html"
        ),
    ),
    (
        "subhead",
        blocks.CharBlock(
            label=_("Subhead"), icon="title", max_length=160, template="stories/blocks/subhead.html"
        ),
    ),
    ("quotation", Quotation()),
    ("image", Picture()),
    ("gallery", Gallery()),
    ("before_after", BeforeAfter()),
    ("embed", Embed()),
    ("recording", Recorded()),
    ("list", BulletList()),
    ("ranked_list", RankedList()),
    ("table", Table()),
    ("chart", Chart()),
    ("timeline", Timeline()),
    ("poll", Poll()),
    ("quiz", Quiz()),
    ("personality_quiz", PersonalityQuiz()),
    ("callout", Callout()),
    ("divider", Divider()),
    ("footnotes", Footnotes()),
]
