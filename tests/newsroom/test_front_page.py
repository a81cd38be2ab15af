"""The front-page desk: arranged by buttons, put on the front page in one step, nothing lost."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from plaudit.search import following
from plaudit.stories import newsdesk, placements
from plaudit.stories.models import Placement
from plaudit.stories.models.placement import SLOTS
from plaudit.stories.newsroom import arranging
from plaudit.stories.newsroom.arranging import EMPTY, Slot

URL = "/newsroom/front-page/"


@pytest.fixture
def publish(write):
    return lambda headline, **more: newsdesk.publish(write(headline, **more))


def form(*stories, seen=None, do="save", **more):
    """The desk's form with these stories, or None, in its places."""
    fields = {"seen": placements.state() if seen is None else seen, "do": do}
    for number, story in enumerate(stories):
        fields |= {f"slot-{number}": story.pk if story else "", f"until-{number}": ""}
    return fields | {name.replace("_", "-"): value for name, value in more.items()}


def slots(answer):
    """The headlines on the screen, by place."""
    return [row["story"].headline if row["story"] else "" for row in answer.context["slots"]]


def placed():
    return [(it.slot, it.ulid) for it in placements.running(timezone.now())]


@pytest.mark.django_db
def test_what_is_arranged_is_on_the_front_page_once_it_is_saved(as_, cast, publish):
    one, two = publish("One"), publish("Two")
    alice = as_("alice")
    answer = alice.post(URL, form(do=f"put-{one.pk}"))
    assert slots(answer) == ["One", "", "", "", ""]
    assert answer.context["desk"].said == "“One”: The lead."
    answer = alice.post(URL, form(one, do=f"put-{two.pk}"))
    answer = alice.post(URL, form(one, two, do="up-1"))
    assert slots(answer) == ["Two", "One", "", "", ""]
    assert placed() == []
    answer = alice.post(URL, form(two, one), follow=True)
    assert "The front page is as you have arranged it." in answer.content.decode()
    assert placed() == [(0, two.ulid), (1, one.ulid)]
    assert {it.by for it in Placement.objects.all()} == {cast.alice}
    alice.post(URL, form(None, one))
    assert placed() == [(1, one.ulid)]


@pytest.mark.django_db
def test_an_end_is_kept_to_the_second_unless_it_is_changed(as_, publish):
    story = publish("One")
    ends = timezone.now().replace(microsecond=0) + timedelta(days=1, seconds=7)
    Placement.objects.create(slot=0, ulid=story.ulid, role="editor", at=timezone.now(), until=ends)
    alice = as_("alice")
    shown = re.search(r'name="until-0" value="([^"]+)"', alice.get(URL).content.decode())
    alice.post(URL, form(story, until_0=shown[1]))
    assert Placement.objects.count() == 1
    alice.post(URL, form(story, until_0="2099-01-01T10:00"))
    assert Placement.objects.latest("pk").until.year == 2099


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "Give the time as in 2026-03-31 18:00"),
        ("2020-01-01T10:00", "Choose a time that is still to come."),
    ],
)
def test_an_end_that_cannot_be_is_refused_and_stays_in_its_field(as_, publish, typed, said):
    answer = as_("alice").post(URL, form(publish("One"), until_0=typed))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert said in page
    assert f'value="{typed}"' in page
    assert placed() == []


@pytest.mark.django_db
def test_a_change_by_somebody_else_is_told_and_nothing_is_lost(as_, publish):
    one, two, three = publish("One"), publish("Two"), publish("Three")
    alice, dora = as_("alice"), as_("dora")
    seen = placements.state()
    dora.post(URL, form(three))
    answer = alice.post(URL, form(one, two, seen=seen))
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 409
    assert "The front page was changed while you were arranging it." in page
    assert "The lead: “<bdi>Three</bdi>” (<bdi>Dora</bdi>, " in page
    assert slots(answer)[:2] == ["One", "Two"]
    assert placed() == [(0, three.ulid)]
    alice.post(URL, form(one, two, seen=answer.context["desk"].seen))
    assert placed() == [(0, one.ulid), (1, two.ulid)]


@pytest.mark.django_db
def test_a_story_that_is_taken_off_the_site_meanwhile_is_named(as_, publish):
    one, two = publish("One"), publish("Two")
    newsdesk.unpublish(one)
    answer = as_("alice").post(URL, form(one, two))
    assert answer.status_code == 400
    assert "Readers do not have this story any more. Take it off." in answer.content.decode()
    assert placed() == []


@pytest.mark.django_db
def test_drafts_and_retracted_stories_cannot_be_placed(as_, publish, write):
    draft, retracted = write("Draft"), publish("Retracted")
    newsdesk.retract(retracted, "It was not so.")
    for story in (draft, retracted):
        answer = as_("alice").post(URL, form(do=f"put-{story.pk}"))
        assert slots(answer) == [""] * SLOTS
        assert "cannot be placed" in answer.content.decode()
    page = as_("alice").get(URL).content.decode()
    assert "Draft" not in page
    assert "Retracted" not in page


@pytest.mark.django_db
def test_a_full_front_page_says_what_to_do(as_, publish):
    made = [publish(f"Story {number}") for number in range(6)]
    answer = as_("alice").post(URL, form(*made[:5], do=f"put-{made[5].pk}"))
    assert "Every place is taken. Take a story off first." in answer.content.decode()
    assert slots(answer) == [f"Story {number}" for number in range(5)]


@pytest.mark.django_db
def test_stories_are_found_by_search_and_what_is_arranged_stays(as_, publish):
    one, _ = publish("The bridge opens"), publish("A harbour closes")
    while following.follow():
        pass
    answer = as_("alice").post(URL, form(one, do="find", q="harbour"))
    assert [story.headline for story in answer.context["found"]] == ["A harbour closes"]
    assert slots(answer)[0] == "The bridge opens"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"seen": "9" * 40, "do": "save"},
        {"slot-0": "x", "do": "up-0"},
        {"slot-0": "9" * 18, "do": "save"},
        {"do": "move-7-9"},
        {"do": "off-99999999999"},
        {"do": f"put-{'9' * 18}-9"},
    ],
)
def test_a_form_of_nonsense_places_nothing(as_, fields):
    assert as_("alice").post(URL, fields).status_code in (200, 302, 400, 409)
    assert placed() == []


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["", "charlie", "bob", "boris", "mo"])
def test_who_may_not_arrange_the_front_page_changes_nothing(as_, publish, who):
    as_(who).post(URL, form(publish("One")))
    assert placed() == []


BOARDS = st.permutations([*range(1, SLOTS + 1)]).flatmap(
    lambda keys: st.tuples(*[st.sampled_from([EMPTY, Slot(key, str(key))]) for key in keys])
)
ASKED = st.one_of(
    st.from_regex(r"\A(up|down|off)-[0-5]\Z"),
    st.from_regex(r"\Amove-[0-5]-[0-5]\Z"),
    st.from_regex(r"\Aput-[1-9](-[0-9])?\Z"),
)


@given(BOARDS, ASKED)
def test_no_button_loses_a_story_but_the_one_that_takes_it_off(board, asked):
    try:
        after, pk = arranging.do(board, asked)
    except arranging.NoRoomError:
        assert EMPTY not in board
        return
    expected = {slot for slot in board if slot.pk}
    if asked.startswith("off"):
        expected = {slot for slot in expected if slot.pk != pk}
    elif asked.startswith("put") and pk not in {slot.pk for slot in expected}:
        expected |= {Slot(pk)}
    assert len(after) == SLOTS
    assert {slot for slot in after if slot.pk} == expected
    assert len([slot for slot in after if slot.pk]) == len(expected)


@given(BOARDS, st.integers(0, SLOTS - 2))
def test_down_and_up_are_each_others_undoing(board, number):
    down, _ = arranging.do(board, f"down-{number}")
    assert down[number + 1] == board[number]
    assert arranging.do(down, f"up-{number + 1}")[0] == board
