"""Blocks as they were read become a body, as the newsroom would accept it."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamValue

from plaudit.stories.models import Story
from plaudit.stories.reading import Block
from plaudit.stories.refused import Refused, reasons

NEVER_WRONG = ("paragraph", "divider")


def made_of(blocks: list[Block]) -> StreamValue:
    """The body; each block but the plain paragraphs is checked. Raises Refused."""
    stream = Story._meta.get_field("body").stream_block
    raw = [{"type": name, "value": value, "id": str(uuid4())} for name, value in blocks]
    body = stream.to_python(raw)
    for place, (name, _) in enumerate(blocks):
        if name not in NEVER_WRONG:
            _check(name, body[place])
    return body


def _check(name: str, bound: StreamValue.StreamChild) -> None:
    try:
        bound.block.clean(bound.value)
    except ValidationError as error:
        causes = getattr(error, "block_errors", None)
        cause = (causes and next(iter(causes.values()), error)) or error
        raise Refused(f"A {name} in the text cannot be saved: {reasons(cause)}") from None
