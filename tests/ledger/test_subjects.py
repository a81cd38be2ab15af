"""What the log has of one story: on the page of its points, and as text to be taken along."""

import re

import pytest

from plaudit.ledger import batches, renewing, sealing, standing, subjects
from plaudit.ledger.models import Leaf, Subject
from plaudit.points import ballots, carrying, waiting
from plaudit.press import keys as pages
from plaudit.press import stale
from plaudit.press.models import Stale
from plaudit.recount import leaves
from tests.ledger import reading
from tests.rankings.making import NOON, cast, give, settle, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(ledger_home):
    """Two stories: one with five voters, of whom one took it back, one with three."""
    made = stories(2)
    give(made[0], 5)
    cast(made[0], 0, 0)
    give(made[1], 3)
    settle()
    return made


def seal():
    ballots.draw()
    while sealing.seal().is_more:
        pass


def figures(client, story):
    """The section's figures by their words."""
    page = client.get(f"{story.get_absolute_url()}/points").content.decode()
    section = page[page.index('id="in-ledger"') :]
    found = re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", section[: section.index("</section>")])
    return {words: int(figure.replace(",", "")) for words, figure in found}


def text(client, story, query=""):
    answer = client.get(f"{story.get_absolute_url()}/points.txt{query}")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    return answer.content.decode()


def entries(said):
    """By index, as a stranger reads them."""
    head, *rest = said.split("\n\n")
    found = {}
    for part in rest:
        first, _, data = part.partition("\n")
        if first.startswith("index "):
            found[int(first.removeprefix("index "))] = data.removesuffix("\n").encode() + b"\n"
    return head, found


def test_the_page_says_what_is_in_the_log_and_what_is_not_yet(client, two):
    one, other = two
    assert figures(client, one) == {}
    assert "has not begun yet" in client.get(f"{one.get_absolute_url()}/points").content.decode()
    seal()
    theirs = Leaf.objects.filter(about=one.about).order_by("index").values_list("index", flat=True)
    assert figures(client, one) == {
        "ballots in the ledger": 6,
        "not in it yet": 0,
        "first entry": theirs[0],
        "last entry": list(theirs)[-1],
    }
    give(other, 1, voters=[100])
    assert figures(client, other)["ballots in the ledger"] == 3
    assert figures(client, other)["not in it yet"] == 1
    seal()
    assert figures(client, other)["ballots in the ledger"] == 4


def test_the_text_has_every_leaf_about_the_story_and_no_other(client, ledger_home, two):
    seal()
    log = reading.entries(ledger_home / "ledger")
    checkpoint = reading.published(ledger_home / "ledger")
    for story in two:
        head, found = entries(text(client, story))
        assert head.splitlines()[0] == "plaudit/leaves/v1"
        assert head.splitlines()[2] == f"size {checkpoint.size}"
        mine = {i: data for i, data in enumerate(log) if f"about {story.about}\n".encode() in data}
        assert found == mine


def test_what_is_carried_over_is_in_the_text_and_is_no_ballot(client, two):
    one, _ = two
    data = leaves.Carried(one.about, 40, "wordpress").encoded()
    carrying.carry({one.about: 40}, "wordpress", NOON)
    settle()
    seal()
    _, found = entries(text(client, one))
    assert data in found.values()
    assert len(found) == 7
    assert figures(client, one)["ballots in the ledger"] == 6


def test_a_long_text_is_in_parts_that_lead_to_each_other(client, two, monkeypatch):
    one, _ = two
    seal()
    monkeypatch.setattr(subjects, "MOST", 4)
    _, whole = entries(text(client, one))
    first = text(client, one)
    address = re.search(r"\nnext (\S+)\n$", first)[1]
    second = client.get(address).content.decode()
    assert len(whole) == 4
    assert "\nnext " not in second
    together = whole | entries(second)[1]
    assert sorted(together) == list(
        Leaf.objects.filter(about=one.about).order_by("index").values_list("index", flat=True)
    )


@pytest.mark.parametrize("start", ["", "-1", "01", "x", "٣", "1e3", "9" * 19])
def test_a_start_that_is_no_index_is_refused_with_a_sentence(client, two, start):
    answer = client.get(f"{two[0].get_absolute_url()}/points.txt", {"from": start})
    assert answer.status_code == 400
    assert answer.content.decode() == "from is the number of an entry, counted from 0.\n"


def test_a_start_behind_the_end_has_nothing_after_the_checkpoint(client, two):
    seal()
    assert entries(text(client, two[0], f"?from={'9' * 18}"))[1] == {}


def test_what_is_not_published_yet_is_in_no_figure_and_in_no_text(client, two):
    one, _ = two
    seal()
    give(one, 2, voters=[100, 101])
    ballots.draw()
    batches.take()
    assert figures(client, one)["ballots in the ledger"] == 6
    assert figures(client, one)["not in it yet"] == 2
    assert len(entries(text(client, one))[1]) == 6


def test_no_figure_is_counted_over_what_grows_with_the_log(two, django_assert_num_queries):
    one, _ = two
    seal()
    at = standing.published()
    with django_assert_num_queries(5) as seen:
        subjects.presence(one.about, at)
    counted = [query["sql"] for query in seen if "COUNT(" in query["sql"]]
    # Those that wait, and those of a batch that is just being published.
    assert len(counted) == 2
    assert all(f"{waiting.PLACE} >=" in sql or '"index" >= ' in sql for sql in counted)


def test_a_new_log_is_counted_anew(two, ledger_home):
    seal()
    before = dict(Subject.objects.values_list("about", "ballots"))
    renewing.begin_anew(batches.state_of().origin)
    assert dict(Subject.objects.values_list("about", "ballots")) == before


def test_sealing_makes_the_page_of_the_points_stale_and_no_other(two):
    while stale.mark(NOON):
        pass
    before = stale.latest()
    seal()
    stale.mark(NOON)
    touched = set(Stale.objects.filter(number__gt=before).values_list("key", flat=True))
    assert touched == {pages.sealed(story.ulid) for story in two}
    assert stale.mark(NOON) == 0
