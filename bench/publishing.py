"""How soon a published story is in its list, and whether one that was taken back is gone at once.

    python -m bench.publishing URL COUNT

works on the site that PLAUDIT_HOME names: publishes so many stories one after another, each at any
moment of a second, and waits for each in the list of new ones, as strangers get it. Then an editor
takes each back in the newsroom, and the moment that is answered its page is asked for again.
"""

import json
import random
import subprocess
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import Any, NamedTuple

from bench import asking
from bench.running import Running

PATIENCE_SECONDS = 15
ASKED = 8  # times, each on a connection of its own: all workers come by


class Published(NamedTuple):
    after: list[float]  # seconds from the commit to the story in the list, sorted
    asked: int  # requests for a page that was taken back, and how many were told so
    gone: int

    @property
    def longest(self) -> float:
        return self.after[-1]


def stories(site: Running, count: int) -> Published:
    """In a process of its own, which is the newsroom's."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.publishing", site.url, str(count)],
        env=site.environment | {"DJANGO_SETTINGS_MODULE": "plaudit.django_settings"},
        capture_output=True,
        text=True,
        timeout=count * PATIENCE_SECONDS + 60,
        check=True,
    )
    return Published(*json.loads(done.stdout.splitlines()[-1]))


class Here(NamedTuple):
    """The site, for those who ask it as tests do."""

    url: str

    def database(self) -> AbstractContextManager[None]:
        return nullcontext()


def _seconds_to(url: str, slug: str) -> float:
    """Until the list has it; infinite if that takes longer than we wait."""
    began = time.monotonic()
    while slug.encode() not in asking.get(f"{url}/new").body:
        if time.monotonic() - began > PATIENCE_SECONDS:
            return float("inf")
        time.sleep(0.01)
    return time.monotonic() - began


def _taken_back(url: str, editor: Any, story: Any) -> int:
    """How many of those who ask at once are told."""
    path = story.get_absolute_url()
    if asking.get(url + path).status != 200:
        raise SystemExit(f"{path} was not there before it was taken back.")
    done = editor.fills_in(f"/newsroom/snippets/stories/story/unpublish/{story.pk}/")
    if done.status != 302:
        raise SystemExit(f"The newsroom answered {done.status}.")
    return sum(asking.get(url + path).status == 410 for _ in range(ASKED))


def main(url: str, count: str) -> None:
    import_module("django").setup()
    calling = import_module("tests.support.calling")
    making = import_module("tests.support.making")
    editor = calling.editor(Here(url))
    published, after = [], []
    for number in range(int(count)):
        time.sleep(random.random())
        story = making.story(f"Published under load {number} {time.time_ns()}")
        after.append(_seconds_to(url, story.slug))
        published.append(story)
    gone = sum(_taken_back(url, editor, story) for story in published)
    print(json.dumps([sorted(after), len(published) * ASKED, gone]))


if __name__ == "__main__":
    main(*sys.argv[1:])
