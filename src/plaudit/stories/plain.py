"""A story's body in plain words, as it is searched and quoted from."""

from itertools import chain
from typing import Any

from wagtail.blocks import ChoiceBlock, StructBlock


def text(body: Any) -> str:
    """A StreamField's value, a line a block; what only tells how a block looks is left out."""
    lines = (" ".join(map(str, _texts(child.block, child.value))) for child in body)
    return "\n".join(line for line in lines if line.strip())


def _texts(block: Any, value: Any) -> list[Any]:
    if not isinstance(block, StructBlock):
        return list(block.get_searchable_content(value))
    said = (
        child.get_searchable_content(value.get(name))
        for name, child in block.child_blocks.items()
        if not isinstance(child, ChoiceBlock)
    )
    return list(chain.from_iterable(said))
