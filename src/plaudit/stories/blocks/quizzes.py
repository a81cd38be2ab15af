"""A quiz about what readers know. What they answer stays in their browser."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from plaudit.stories.blocks.inline import INLINE


class Answer(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=200)
    is_right = blocks.BooleanBlock(label=_("This one is right"), required=False)


class Question(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=300)
    answers = blocks.ListBlock(Answer(), label=_("Answers"), min_num=2, max_num=8)
    explanation = blocks.RichTextBlock(
        label=_("Explanation"),
        features=INLINE,
        required=False,
        help_text=_("Why it is so. Readers see it with the answer."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if sum(answer["is_right"] for answer in cleaned["answers"]) != 1:
            message = gettext("Say of one answer that it is right, and of no other.")
            raise StructBlockValidationError({"question": ValidationError(message)})
        return cleaned


class Quiz(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    questions = blocks.ListBlock(Question(), label=_("Questions"), min_num=1, max_num=30)

    class Meta:
        icon = "help"
        label = _("Quiz")
        template = "stories/blocks/quiz.html"
        stylesheet = "plaudit/css/quiz.css"
        script = "plaudit/js/knowledge-quiz.js"
