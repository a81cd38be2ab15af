"""How long a story takes to read."""

import math
import re
from typing import Any

from django.utils.html import strip_tags

# Mean silent reading of English non-fiction, M. Brysbaert, Journal of Memory and Language 2019.
WORDS_A_MINUTE = 238


def minutes(body: Any) -> int:
    """Minutes for a StreamField's value, at least one."""
    words = sum(len(_words(block.block.get_searchable_content(block.value))) for block in body)
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def _words(texts: list[Any]) -> list[str]:
    return re.findall(r"\w+", strip_tags(" ".join(str(text) for text in texts)))
