"""A quiz about the readers themselves. What they answer stays in their browser.

Answers and outcomes are joined by letters, which readers see: without a script they count them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from plaudit.stories.blocks.choices import Choice
from plaudit.stories.blocks.inline import INLINE

LETTERS = [
    ("a", pgettext_lazy("letter of an outcome", "A")),
    ("b", pgettext_lazy("letter of an outcome", "B")),
    ("c", pgettext_lazy("letter of an outcome", "C")),
    ("d", pgettext_lazy("letter of an outcome", "D")),
    ("e", pgettext_lazy("letter of an outcome", "E")),
    ("f", pgettext_lazy("letter of an outcome", "F")),
    ("g", pgettext_lazy("letter of an outcome", "G")),
    ("h", pgettext_lazy("letter of an outcome", "H")),
]
SIGNS = dict(LETTERS)
LEAST = 2  # outcomes


class Letter(Choice):
    """Which outcome it is. Readers see it, so a changed one is a change to the story."""

    choices = LETTERS


class Lettered(blocks.StructValue):
    @property
    def sign(self) -> str:
        return sign(self.get("letter"))


def sign(letter: str | None) -> str:
    """A letter as readers see it; nothing in a draft that has none yet."""
    return str(SIGNS.get(letter or "", ""))


class Outcome(blocks.StructBlock):
    letter = Letter(label=_("Letter"))
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE)
    image = ImageChooserBlock(label=_("Image"), required=False)

    class Meta:
        value_class = Lettered


class LetteredAnswer(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Answer"), max_length=200)
    letter = Letter(label=_("Leads to"), help_text=_("The letter of an outcome."))

    class Meta:
        value_class = Lettered


class LetteredQuestion(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=300)
    answers = blocks.ListBlock(LetteredAnswer(), label=_("Answers"), min_num=2, max_num=8)


class PersonalityQuiz(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    outcomes = blocks.ListBlock(
        Outcome(),
        label=_("Outcomes"),
        default=[{"letter": "a"}, {"letter": "b"}],
        max_num=len(LETTERS),
        help_text=_(
            "Two to eight. A reader’s outcome is the one whose letter they chose most often; of "
            "those chosen equally often, the one that stands first here."
        ),
    )
    questions = blocks.ListBlock(LetteredQuestion(), label=_("Questions"), min_num=1, max_num=30)

    class Meta:
        icon = "user"
        label = _("Personality quiz")
        template = "stories/blocks/personality_quiz.html"
        stylesheet = "plaudit/css/quiz.css"
        script = "plaudit/js/personality-quiz.js"

    def clean(self, value: Any) -> Any:
        """An unfinished one may be saved as a draft; not be published."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        answers = [answer for one in cleaned["questions"] for answer in one["answers"]]
        wrong = {
            "outcomes": list(_wrong_outcomes(cleaned["outcomes"], answers)),
            "questions": list(_wrong_answers(cleaned["outcomes"], answers)),
        }
        errors = {
            name: ListBlockValidationError(non_block_errors=[ValidationError(messages)])
            for name, messages in wrong.items()
            if messages
        }
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned


def _wrong_outcomes(outcomes: Iterable[Any], answers: Iterable[Any]) -> Iterator[str]:
    times = Counter(outcome["letter"] for outcome in outcomes)
    if times.total() < LEAST:
        yield gettext("There must be two outcomes at least. Add one.")
    for letter, number in times.items():
        if number > 1:
            message = gettext("Two outcomes have the letter %(letter)s. Give one of them another.")
            yield message % {"letter": SIGNS[letter]}
    reached = {answer["letter"] for answer in answers}
    for outcome in outcomes:
        if outcome["letter"] not in reached:
            message = gettext(
                "No answer leads to %(letter)s, “%(title)s”. Let one lead there, or take the "
                "outcome out."
            )
            yield message % {"letter": outcome.sign, "title": outcome["title"]}


def _wrong_answers(outcomes: Iterable[Any], answers: Iterable[Any]) -> Iterator[str]:
    known = {outcome["letter"] for outcome in outcomes}
    for answer in answers:
        if answer["letter"] not in known:
            message = gettext(
                "“%(text)s” leads to %(letter)s, but no outcome has that letter. Choose another, "
                "or add the outcome."
            )
            yield message % {"letter": answer.sign, "text": answer["text"]}
