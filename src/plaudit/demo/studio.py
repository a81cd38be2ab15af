"""Draws the paper's pictures in processes of their own, while the database is being made."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from multiprocessing import get_context

from PIL import Image

from plaudit.demo import pictures

QUALITY = 86
Drawings = dict[str, "Future[bytes]"]


@contextmanager
def drawing(keys: Iterable[str], authors: Iterable[str]) -> Iterator[Drawings]:
    """Yields what will be a JPEG, by key or by author's slug, in the order they are wanted."""
    # Spawned, not forked: a process that has a database open must not be copied.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        drawings = {key: pool.submit(_picture, key) for key in dict.fromkeys(keys)}
        drawings |= {slug: pool.submit(_portrait, slug) for slug in authors}
        try:
            yield drawings
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _picture(key: str) -> bytes:
    return _jpeg(pictures.draw(key))


def _portrait(slug: str) -> bytes:
    return _jpeg(pictures.portrait(slug))


def _jpeg(image: Image.Image) -> bytes:
    file = BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=QUALITY, progressive=True)
    return file.getvalue()
