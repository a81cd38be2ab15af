"""Stories in the index, and what is found of them."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from plaudit import flow
from plaudit.search import following, pages
from tests.support import making

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def settle():
    """Everything that was published or taken back is in the index, or out of it."""
    while not flow.tick(timezone.now()).is_idle:
        pass
    following.catch_up()


def put(headline="The ferry left on time", body="", *, minutes=0, **more):
    """A published story that can be found, so many minutes after noon."""
    if body:
        more["body"] = [("paragraph", f"<p>{body}</p>")]
    made = making.story(headline, at=NOON + timedelta(minutes=minutes), **more)
    settle()
    return made


def answer(q, **more):
    return pages.answer(pages.ask({"q": q, **more}))


def find(q, **more):
    """The headlines of the first page, the best first."""
    return [found.story.headline for found in answer(q, **more).found]
