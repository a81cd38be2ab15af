"""However points, stories and time come in, the lists equal a recount from nothing."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaudit.points import ballots, carrying, decisions
from plaudit.rankings import lists
from plaudit.stories import events
from plaudit.stories.models import Story
from tests.rankings import recount
from tests.rankings.making import NOON, byline, cast, settle, stories
from tests.support import making

pytestmark = pytest.mark.django_db

STORIES, VOTERS = 4, 3
story = st.integers(0, STORIES - 1)
# Spans of minutes that lie around the edges of the windows as well as anywhere.
span = st.one_of(
    st.integers(0, 45_000),
    st.sampled_from([10, 60, 1430, 1440, 1450, 10_080, 43_190, 43_200, 43_210, 44_650]),
)
step = st.one_of(
    st.tuples(st.just("vote"), story, st.integers(0, VOTERS - 1), st.integers(-1, 1), span),
    st.tuples(st.just("wait"), span),
    st.tuples(st.just("edit"), story, st.booleans(), st.booleans()),
    st.tuples(st.just("draw"), st.integers(1, 5)),
    st.tuples(st.just("decide"), story, st.sets(st.integers(0, 8)), st.booleans()),
    st.tuples(st.just("carry"), story, st.integers(-3, 40)),
    st.tuples(st.sampled_from(["place", "move", "slide"]), st.integers(1, 5)),
)


class Paper:
    """A few stories, and a clock that only this test moves."""

    def __init__(self):
        self.now = NOON
        self.stories = stories(STORIES)
        self.sections = [making.section("Town"), making.section("Harbour")]
        self.authors = [making.author("Bea Writer"), making.author("Cem Writer")]

    def vote(self, which, who, value, minutes):
        cast(self.stories[which], who, value, self.now - timedelta(minutes=minutes))

    def wait(self, minutes):
        self.now += timedelta(minutes=minutes)

    def edit(self, which, is_live, is_second):
        changed = self.stories[which]
        section, author = self.sections[is_second], self.authors[is_second]
        Story.objects.filter(pk=changed.pk).update(live=is_live, section=section)
        byline(changed, author)

    def draw(self, limit):
        ballots.draw(limit), events.draw(limit)

    def decide(self, which, numbers, is_void):
        about = self.stories[which].about
        if is_void:
            decisions.set_aside(about, numbers, "ring", "moderator", self.now)
        else:
            decisions.let_count(about, numbers, "moderator", self.now)
        decisions.take(2)

    def carry(self, which, total):
        carrying.carry({self.stories[which].about: total}, "ghost", self.now)
        carrying.take()

    def place(self, limit):
        lists.place(self.now, limit)

    def move(self, limit):
        lists.move(self.now, limit)

    def slide(self, limit):
        lists.slide(self.now, limit)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(step, max_size=40))
def test_the_lists_equal_a_recount(steps):
    with transaction.atomic():
        paper = Paper()
        for name, *rest in steps:
            getattr(paper, name)(*rest)
        settle(paper.now)
        assert recount.kept_places() == recount.places(paper.now)
        gained = recount.gains()
        scores = recount.kept_scores()
        for kept in Story.objects.filter(ulid__in=scores):
            assert scores[kept.ulid] == recount.windows(kept, paper.now, gained)
        transaction.set_rollback(True)
