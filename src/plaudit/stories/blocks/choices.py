"""A choice between ways to show a thing: no words of the story."""

from typing import Any

from wagtail import blocks


class Choice(blocks.ChoiceBlock):
    def get_searchable_content(self, value: Any) -> list[str]:
        return []
