"""Small pictures in place of the demo's real ones, which take half a second each."""

import io
from concurrent.futures import Future

from PIL import Image

from plaudit.demo import archive, paper
from plaudit.demo.studio import Drawings


def drawings(stories: int) -> Drawings:
    """All that the first so many stories and all authors want."""
    file = io.BytesIO()
    Image.new("RGB", (80, 50), "#8899aa").save(file, "JPEG")
    drawn: Drawings = {}
    keys = archive.picture_keys(archive.stories(stories))
    for name in [*keys, *(author.slug for author in paper.AUTHORS)]:
        drawn[name] = Future()
        drawn[name].set_result(file.getvalue())
    return drawn
