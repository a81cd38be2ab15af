"""What the body of a page is made of: the blocks of stories that need no story around them.

Not quotations (their sources are a story's), nor what a reader plays, nor what lies elsewhere.
"""

from typing import Any

from plaudit.stories.blocks import BODY

PLAIN = (
    "paragraph", "subhead", "image", "gallery", "list", "table", "callout", "divider", "footnotes",
)  # fmt: skip
PAGE_BODY: list[tuple[str, Any]] = [(name, block) for name, block in BODY if name in PLAIN]
