"""A site, over HTTP: its log, and what its figures and pages show right now."""

import json

import pytest

from plaudit.auditor.sources import Unreachable
from plaudit.auditor.web import Web
from plaudit.recount.leaves import Policy, Void
from tests.auditor import logs
from tests.auditor.logs import ABOUTS, ballot

FIRST = ABOUTS[0]


def test_a_site_that_shows_the_sum_of_its_log_agrees(auditor, gazette, said):
    found = auditor.audit(gazette.url)
    assert (found.status, auditor.waits) == (0, []), found.found
    assert said(found, "points", "agrees") == [
        "The live figures of 40 subjects are those of the log."
    ]
    assert said(found, "pages", "agrees") == [
        "What the pages show is the log's figure: 25 stories, drawn at random."
    ]


@pytest.mark.parametrize(
    "name", ["total", "up", "down", "members", "guests", "set_aside", "carried"]
)
def test_a_live_figure_that_is_not_the_log_s_is_named(auditor, gazette, said, name):
    gazette.points[FIRST][name] += 1
    shown = gazette.points[FIRST][name]
    found = auditor.audit(gazette.url, pages=0)
    assert found.status == 1
    assert said(found, "points") == [f"{FIRST} shows {name} {shown:,} for {shown - 1:,}."]


def test_a_page_that_shows_another_figure_is_named(auditor, gazette, said):
    gazette.page_totals[FIRST] += 500
    found = auditor.audit(gazette.url, pages=40)
    total = gazette.points[FIRST]["total"]
    assert said(found, "pages") == [
        f"/stories/story-0 ({FIRST}) shows {total + 500:,} on its page for {total:,}."
    ]


def test_so_is_a_story_s_json(auditor, gazette, said):
    gazette.answers["points.json"] = honest_figures
    gazette.points[FIRST] = gazette.points[FIRST] | {"total": 9_999}
    found = auditor.audit(gazette.url, pages=40)
    assert (found.status, len(said(found, "pages"))) == (1, 1)
    assert "shows total 9,999 for" in said(found, "pages")[0]


def honest_figures(paper):
    """What the log gives, whatever `points` says."""
    from plaudit.recount.replay import Replay

    log = logs.entries(300)
    replay = Replay(log.__getitem__)
    replay.feed(log)
    figures = {about: replay.points(about).as_json() for about in ABOUTS}
    return 200, {}, json.dumps(figures).encode()


def test_a_story_with_points_that_no_leaf_is_about_is_found(auditor, gazette, said):
    unknown = "s/01JD3Z5K8R2M7N4Q6T9V0W1XZZ"
    gazette.stories = {"invented": unknown}
    gazette.points[unknown] = dict.fromkeys(gazette.points[FIRST], 0) | {"total": 12, "up": 12}
    gazette.page_totals[unknown], gazette.unsealed[unknown] = 12, 0
    found = auditor.audit(gazette.url)
    assert said(found, "pages") == [
        f"/stories/invented ({unknown}) shows total 12 for 0, up 12 for 0."
    ]


def test_ballots_on_their_way_into_the_log_are_allowed_for(auditor, gazette, said):
    gazette.show([*logs.entries(300), ballot(1_000).encoded(), ballot(1_001, value=-1).encoded()])
    gazette.unsealed[FIRST] = 2
    found = auditor.audit(gazette.url, pages=40)
    assert found.status == 0, found.found
    assert "but for 2 ballots on the way into it" in said(found, "points", "agrees")[0]


def test_a_figure_may_not_be_further_off_than_these_ballots_reach(auditor, gazette, said):
    gazette.points[FIRST]["total"] += 5
    gazette.unsealed[FIRST] = 2
    found = auditor.audit(gazette.url, pages=0)
    assert "(2 ballots on the way into the log)" in said(found, "points")[0]
    gazette.points[FIRST]["total"] -= 1  # from -1 to +1, twice
    assert auditor.audit(gazette.url, pages=0).status == 0


def test_weights_reach_further(auditor, gazette):
    log = [*logs.entries(300), Policy(m=1, g=7, f=1).encoded()]
    gazette.seal(log)
    gazette.show(log)
    gazette.points[FIRST]["total"] += 14
    gazette.unsealed[FIRST] = 1
    assert auditor.audit(gazette.url, pages=0).status == 0


def test_what_is_sealed_while_the_site_is_asked_is_counted_too(auditor, gazette):
    """The figures are newer than the checkpoint: in the next round the log is as well."""
    log = [*logs.entries(300), *(ballot(number).encoded() for number in range(1_000, 1_250))]
    gazette.show(log)
    auditor.during = [lambda: gazette.seal(log)]
    found = auditor.audit(gazette.url, pages=40)
    assert (found.status, len(auditor.waits)) == (0, 1), found.found


def test_so_is_what_moderators_set_aside(auditor, gazette):
    index = next(at for at, data in enumerate(logs.entries(300)) if FIRST.encode() in data)
    log = [*logs.entries(300), Void(index, "ring").encoded()]
    gazette.show(log)
    auditor.during = [lambda: None, lambda: gazette.seal(log)]
    assert auditor.audit(gazette.url, pages=40).status == 0


def test_a_log_that_goes_wrong_meanwhile_is_found(auditor, gazette, said):
    gazette.points[FIRST]["total"] += 1
    log = [*logs.entries(299), *(ballot(number).encoded() for number in range(1_000, 1_250))]
    auditor.during = [lambda: gazette.seal(log)]
    found = auditor.audit(gazette.url)
    assert said(found, "log") == ["tile/entries/001 does not begin as it did when it was shorter."]


def test_a_page_may_be_late_for_a_moment(auditor, gazette):
    gazette.page_totals[FIRST] -= 3
    right = gazette.points[FIRST]["total"]
    auditor.during = [lambda: gazette.page_totals.update({FIRST: right})]
    assert auditor.audit(gazette.url, pages=40).status == 0


def test_figures_that_are_hidden_until_one_votes_are_no_lie(auditor, gazette, said):
    gazette.page_totals[FIRST] = ""
    found = auditor.audit(gazette.url, pages=40)
    assert found.status == 0
    assert "(1 hide it until one votes)" in said(found, "pages", "agrees")[0]


def test_a_story_that_was_taken_back_meanwhile_is_passed_over(auditor, gazette):
    gazette.answers["stories/story-0.json"] = lambda _: (410, {}, b"gone")
    assert auditor.audit(gazette.url, pages=40).status == 0


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"points": 1}', b"\xff", b"[" * 100_000, b"1" * 2_000_000]
)
def test_figures_that_cannot_be_read_are_not_checked(auditor, gazette, said, data):
    gazette.answers["points.json"] = lambda _: (200, {}, data)
    found = auditor.audit(gazette.url)
    assert found.status == 2
    assert "cannot be compared: " in said(found, "points", "unchecked")[0]


@pytest.mark.parametrize("value", ["1e5", "12.5", "x", "1" * 30])
def test_a_page_s_figure_that_is_none_is_not_checked(auditor, gazette, value):
    gazette.page_totals[FIRST] = value
    assert auditor.audit(gazette.url, pages=40).status == 2


def test_a_site_without_a_log_is_not_checked(auditor, gazette, said):
    gazette.files = {}
    found = auditor.audit(gazette.url)
    assert found.status == 2
    assert said(found, "checkpoint", "unchecked")[0].startswith("There is no log: ")


def test_a_tile_that_the_site_has_not_is_named(auditor, gazette, said):
    del gazette.files["tile/0/000"]
    found = auditor.audit(gazette.url)
    assert found.status == 1
    assert said(found, "log")[0].endswith("/ledger/tile/0/000 is not there (404).")


def test_what_differs_is_all_in_the_json_and_not_without_end_in_words(auditor, gazette, said):
    for about in ABOUTS:
        gazette.points[about]["total"] += 1
    found = auditor.audit(gazette.url, pages=0)
    assert len(found.as_json()["points_wrong"]) == 40
    assert len(said(found, "points")) == 21
    assert said(found, "points")[-1] == "And 20 more; --json names them all."


def test_a_partial_tile_that_gave_way_to_the_full_one_is_cut_out_of_it(auditor, gazette):
    log = logs.entries(600)
    at_300 = dict(gazette.files)
    gazette.seal(log)
    gazette.files |= {"checkpoint": at_300["checkpoint"]}
    assert "tile/0/001.p/44" not in gazette.files
    gazette.show(logs.entries(300))
    found = auditor.audit(gazette.url, pages=0)
    assert (found.status, found.facts["size"]) == (1, 300)
    # The node above them is of a row that has grown on: it stays.
    assert "tile/1/000.p/1 is not there" in found.found[-1].text
    gazette.files["tile/1/000.p/1"] = at_300["tile/1/000.p/1"]
    assert auditor.audit(gazette.url, pages=0).status == 0


class TestAsking:
    """How it asks: patiently, within bounds, and this site alone."""

    def test_a_busy_site_is_asked_again(self, auditor, gazette):
        answers = [(503, {"Retry-After": "7"}, b""), (429, {}, b"")]
        checkpoint = gazette.files["checkpoint"]

        def busy(_):
            return answers.pop() if answers else (200, {}, checkpoint)

        gazette.answers["ledger/checkpoint"] = busy
        assert auditor.audit(gazette.url).status == 0
        assert auditor.waits == [0.5, 7.0]

    def test_but_not_for_ever(self, auditor, gazette, said):
        gazette.answers["ledger/checkpoint"] = lambda _: (503, {"Retry-After": "9999999"}, b"")
        found = auditor.audit(gazette.url)
        assert found.status == 2
        assert "it answers 503" in said(found, "checkpoint", "unchecked")[0]
        assert auditor.waits == [30.0, 30.0, 30.0]

    def test_an_answer_that_ends_early_is_asked_for_again(self, auditor, gazette):
        short = [(200, {"Content-Length": "9000"}, b"half")]
        right = gazette.files["checkpoint"]
        gazette.answers["ledger/checkpoint"] = lambda _: short.pop() if short else (200, {}, right)
        assert auditor.audit(gazette.url).status == 0
        assert len(auditor.waits) == 1

    def test_nobody_at_home_is_not_checked(self, auditor, said):
        found = auditor.audit("http://127.0.0.1:9")
        assert found.status == 2
        assert "refused" in said(found, "checkpoint", "unchecked")[0]

    @pytest.mark.parametrize("status", [400, 403, 405])
    def test_an_answer_that_is_no_answer_is_said(self, auditor, gazette, said, status):
        gazette.answers["ledger/checkpoint"] = lambda _: (status, {}, b"")
        found = auditor.audit(gazette.url)
        assert said(found, "checkpoint", "unchecked")[0].endswith(f"answers {status}.")

    @pytest.mark.parametrize("elsewhere", ["http://127.0.0.1:9/x", "https://other.example/"])
    def test_it_is_not_led_to_another_host(self, auditor, gazette, said, elsewhere):
        gazette.answers["ledger/checkpoint"] = lambda _: (302, {"Location": elsewhere}, b"")
        found = auditor.audit(gazette.url)
        assert found.status == 2
        assert "leads to another host" in said(found, "checkpoint", "unchecked")[0]

    def test_nor_to_a_file(self, auditor, gazette):
        elsewhere = (302, {"Location": "file:///etc/passwd"}, b"")
        gazette.answers["ledger/checkpoint"] = lambda _: elsewhere
        assert auditor.audit(gazette.url).status == 2

    def test_on_the_same_host_it_follows(self, auditor, gazette):
        gazette.answers["ledger/checkpoint"] = lambda _: (302, {"Location": "/ledger/moved"}, b"")
        gazette.files["moved"] = gazette.files["checkpoint"]
        assert auditor.audit(gazette.url).status == 0

    def test_but_not_in_circles(self, auditor, gazette):
        gazette.answers["ledger/checkpoint"] = lambda _: (
            302,
            {"Location": "/ledger/checkpoint"},
            b"",
        )
        assert auditor.audit(gazette.url).status == 2

    def test_too_much_is_refused(self, auditor, gazette, said):
        gazette.answers["ledger/tile/1/000.p/1"] = lambda _: (200, {}, b"x" * 100_000)
        found = auditor.audit(gazette.url)
        assert said(found, "log")[0].endswith("/ledger/tile/1/000.p/1 has more than 8,192 bytes.")

    @pytest.mark.parametrize(
        "url",
        ["ftp://gazette.example", "file:///etc", "https://", "https://me:secret@gazette.example",
         "https://gazette.example/?a=b", "https://gazette.example/#x", "http://[bad"],
    )  # fmt: skip
    def test_what_is_no_address_of_a_site_is_refused(self, url):
        with pytest.raises(Unreachable):
            Web(url)


# Items of stories, as of a ranked list


@pytest.fixture
def ranking(gazette):
    """The first story, in whose text the second and third subject have points of their own."""
    gazette.stories = {"story-0": FIRST}
    gazette.items = {"story-0": {one: gazette.page_totals[one] for one in ABOUTS[1:3]}}
    return gazette


def test_items_that_show_the_sum_of_the_log_agree(auditor, ranking, said):
    found = auditor.audit(ranking.url)
    assert found.status == 0, found.found
    assert len(said(found, "pages", "agrees")) == 1


def test_an_item_whose_page_shows_another_figure_is_named(auditor, ranking, said):
    ranking.items["story-0"][ABOUTS[2]] += 7
    counted = ranking.points[ABOUTS[2]]["total"]
    assert said(auditor.audit(ranking.url), "pages") == [
        f"/stories/story-0 ({ABOUTS[2]}) shows {counted + 7:,} on its page for {counted:,}."
    ]


def test_an_item_whose_data_has_another_figure_is_named(auditor, ranking, said):
    ranking.answers["points.json"] = honest_figures
    ranking.points[ABOUTS[1]] = ranking.points[ABOUTS[1]] | {"guests": 4_444}
    (found,) = said(auditor.audit(ranking.url), "pages")
    assert found.startswith(f"/stories/story-0 ({ABOUTS[1]}) shows guests 4,444 for ")


def test_an_item_that_only_the_page_shows_is_named(auditor, ranking, said):
    extra = "i/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"
    bar = f'<point-bar about="{extra}"><data class="points" value="9">9</data></point-bar>'
    real = ranking.page
    ranking.page = lambda slug: real(slug) + bar
    assert said(auditor.audit(ranking.url), "pages") == [
        f"/stories/story-0 ({extra}) shows an item whose points its data does not have."
    ]


@pytest.mark.parametrize("items", ["none", [1], [{"id": 5}], [{"id": "i/x", "points": {}}]])
def test_items_that_are_none_are_refused(auditor, ranking, items):
    def answer(paper):
        told = json.loads(paper.story_json("story-0")) | {"items": items}
        return 200, {}, json.dumps(told).encode()

    ranking.answers["stories/story-0.json"] = answer
    found = auditor.audit(ranking.url)
    assert found.status == 2, found.found
