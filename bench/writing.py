"""Gives the site in PLAUDIT_HOME so many stories of different text: `python -m bench.writing N`.

The same number gives the same stories. They are published over years, in eight sections, by forty
authors, and taken into the index of the search.
"""

import json
import sys
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

from bench.vocabulary import Vocabulary
from plaudit.commands import at_work
from plaudit.commands.progress import Progress

SECTIONS, AUTHORS = 8, 40
BATCH = 1_000
FIRST_DAY = datetime(2016, 1, 1, tzinfo=UTC)
MINUTES = 50  # between two stories


def main(count: int) -> None:
    at_work.enter_site()
    models = import_module("plaudit.stories.models")
    words, progress = Vocabulary(), Progress()
    sections = [
        models.Section.objects.create(name=f"Section {place}", slug=f"section-{place}")
        for place in range(SECTIONS)
    ]
    authors = [
        models.Author.objects.create(name=f"Author {place}", slug=f"author-{place}")
        for place in range(AUTHORS)
    ]
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        made = [_story(models, words, number, sections) for number in numbers]
        models.Story.objects.bulk_create(made)
        models.Byline.objects.bulk_create(
            models.Byline(story=story, author=authors[number % AUTHORS])
            for number, story in zip(numbers, made, strict=True)
        )
        progress("Stories", numbers[-1] + 1, count)
    import_module("plaudit.search.following").rebuild(
        lambda done, total: progress("Search", done, total)
    )


def _story(models: Any, words: Vocabulary, number: int, sections: list[Any]) -> Any:
    at = FIRST_DAY + timedelta(minutes=MINUTES * number)
    paragraphs = [words.text(words.number(30, 100)) for _ in range(words.number(4, 7))]
    body = [{"type": "paragraph", "value": f"<p>{text}</p>"} for text in paragraphs]
    return models.Story(
        headline=words.text(8)[:200],
        dek=words.text(18)[:400],
        slug=f"story-{number}",
        section=sections[number % len(sections)],
        body=json.dumps(body),
        live=True,
        first_published_at=at,
        last_published_at=at,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
