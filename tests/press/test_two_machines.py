"""Two machines on one database: each drops by itself what went stale on the other."""

import pytest
from django.db import connection

from plaudit.stories import newsdesk
from tests.support import making
from tests.support.calling import Caller, editor, soon


@pytest.fixture
def machines(own_site, tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("A SQLite file is for one machine.")
    with own_site.another_machine(tmp_path / "other") as other:
        own_site.start()
        other.start()
        yield own_site, other


def test_what_happens_on_one_shows_on_the_other(machines):
    here, there = machines
    with here.database():
        story = making.story("Seen from both", tags=["both"])
    path = story.get_absolute_url()
    for site in machines:
        soon(lambda site=site: "Seen from both" in Caller(site).get("/tags/both").text)
        assert 'value="0"' in Caller(site).get(path).text
    assert Caller(here).gives(path).status == 200
    soon(lambda: 'value="1"' in Caller(there).get(path).text)
    with here.database():
        story.headline = "Worded anew"
        newsdesk.publish(story)
    soon(lambda: "Worded anew" in Caller(there).get(path).text)
    soon(lambda: "Worded anew" in Caller(there).get("/tags/both").text)


def test_what_is_taken_back_on_one_is_gone_on_the_other_within_a_second(machines):
    here, there = machines
    with here.database():
        story = making.story("Soon gone")
    path = story.get_absolute_url()
    assert [Caller(site).get(path).status for site in machines] == [200, 200]
    alice = editor(here)
    assert alice.fills_in(f"/newsroom/snippets/stories/story/unpublish/{story.pk}/").status == 302
    assert Caller(here).get(path).status == 410
    soon(lambda: Caller(there).get(path).status == 410)


def test_when_the_one_that_ticks_dies_the_other_goes_on(machines):
    here, there = machines
    with here.database():
        story = making.story("Still counted")
    path = story.get_absolute_url()
    soon(lambda: Caller(there).get(path).status == 200)
    here.kill()
    voter = Caller(there)
    assert voter.ask("POST", f"{path}/point", '{"value": 1}', Content_Type="application/json",
                     Accept="application/json").status == 200  # fmt: skip
    soon(lambda: 'value="1"' in Caller(there).get(path).text)
