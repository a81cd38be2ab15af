"""Points by day: the figures, and the picture drawn of them."""

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from plaudit.points import ballots, charts, tallies
from plaudit.points.charts import Day
from plaudit.points.models import DayTally, Tally
from tests.points.voting import guest, subject

SVG = "{http://www.w3.org/2000/svg}"
FIRST = date(2026, 10, 1)


def day(offset, up=0, down=0, total=0, **more):
    return Day(FIRST + timedelta(days=offset), up, down, total, **more)


def drawn(*days):
    picture = ET.fromstring(charts.draw(list(days)))
    assert picture.get("role") == "img"
    return picture


def bars(picture):
    """As (class, left, top, height)."""
    return [
        (bar.get("class"), bar.get("x"), float(bar.get("y")), float(bar.get("height")))
        for bar in picture.iter(f"{SVG}rect")
    ]


def words(picture):
    return [text.text for text in picture.iter(f"{SVG}text")]


# The figures


@pytest.mark.django_db
def test_days_without_a_change_are_there_too():
    about, reader = subject(), guest()
    noon = datetime(2026, 10, 1, 12, tzinfo=UTC)
    for value, later in ((1, 0), (-1, 2)):
        ballots.cast(about, reader, value, ballots.new_nonce(), noon + timedelta(days=later))
        ballots.cast(about, guest(), 1, ballots.new_nonce(), noon + timedelta(days=later))
    expected = [day(0, 2, 0, 2), day(1, 0, 0, 2), day(2, 0, 1, 1)]
    assert charts.days(about) == expected
    assert [one.net for one in expected] == [2, 0, -1]
    ballots.draw()
    assert charts.days(about) == expected
    tallies.add()
    assert charts.days(about) == expected
    assert tallies.live_one(about).total == expected[-1].total


@pytest.mark.django_db
def test_what_is_older_than_60_days_is_one_entry():
    about = subject()
    for offset, up in ((0, 5), (10, 7), (40, 1), (70, 2)):
        DayTally.objects.create(about=about, day=FIRST + timedelta(days=offset), up=up, down=1)
    days = charts.days(about)
    assert len(days) == 61
    assert days[0] == day(10, 12, 2, 10, is_earlier=True)
    assert days[1] == day(11, 0, 0, 10)
    assert days[-1] == day(70, 2, 1, 11)


@pytest.mark.django_db
def test_60_days_are_all_days():
    about = subject()
    for offset in (0, 59):
        DayTally.objects.create(about=about, day=FIRST + timedelta(days=offset), up=1)
    days = charts.days(about)
    assert len(days) == 60
    assert not any(one.is_earlier for one in days)


@pytest.mark.django_db
def test_a_total_begins_with_what_was_carried_over():
    about = subject()
    Tally.objects.create(about=about, carried=583)
    DayTally.objects.create(about=about, day=FIRST, up=3, down=1)
    assert charts.days(about) == [day(0, 3, 1, 585)]


@pytest.mark.django_db
def test_a_subject_without_ballots_has_no_days():
    assert charts.days(subject()) == []


# The picture


def test_gains_stand_above_the_line_and_losses_below_it():
    picture = drawn(day(0, up=3, down=1, total=2))
    axis = next(line for line in picture.iter(f"{SVG}line") if line.get("class") == "axis")
    zero = float(axis.get("y1"))
    assert bars(picture) == [("up", "0%", 18, zero - 18), ("down", "0%", zero, 120 - zero)]
    assert words(picture)[:2] == ["+3", "−1"]


def test_a_point_taken_back_is_a_loss_and_a_point_down_taken_back_a_gain():
    picture = drawn(day(0, up=4, total=4), day(1, up=-2, down=-1, total=3))
    assert [(name, left) for name, left, _, _ in bars(picture)] == [
        *(("up", "0%"), ("up", "7.14%"), ("down", "7.14%")),
    ]
    heights = [high for *_, high in bars(picture)]
    assert heights == pytest.approx([heights[0], heights[0] / 4, heights[0] / 2], rel=0.01)


def test_days_stand_next_to_each_other_and_stay_inside():
    picture = drawn(*(day(offset, up=1, total=offset + 1) for offset in range(60)))
    lefts = [float(left.rstrip("%")) for _, left, _, _ in bars(picture)]
    assert lefts == sorted(set(lefts))
    assert lefts[-1] + 100 / 60 <= 100.01


def test_a_reader_who_sees_no_picture_is_told_what_it_shows():
    picture = drawn(day(0, up=583, total=583), day(1, up=1, down=3, total=581))
    labels = {part.get("id"): part.text for part in picture if part.get("id")}
    assert picture.get("aria-labelledby") == " ".join(labels) == "days-title days-desc"
    assert labels["days-title"] == "Points by day"
    assert labels["days-desc"] == (
        "From Oct. 1, 2026 to Oct. 2, 2026: 581 points. Most on Oct. 1, 2026: +583."
    )


def test_few_days_have_one_label_so_that_two_do_not_touch():
    assert words(drawn(day(0, up=1, total=1))) == ["+1", "October 1"]
    many = drawn(*(day(offset, up=1, total=offset + 1) for offset in range(5)))
    assert words(many) == ["+1", "October 1", "October 5"]


def test_what_is_earlier_is_in_the_table_and_not_in_the_picture():
    picture = drawn(day(0, up=900, total=900, is_earlier=True), day(1, up=1, total=901))
    assert words(picture)[0] == "+1"
    assert len(bars(picture)) == 1


def test_nothing_is_drawn_of_no_days():
    assert charts.draw([]) == ""


def test_a_day_on_which_all_was_taken_back_can_be_drawn():
    assert bars(drawn(day(0), day(1))) == []


@pytest.mark.parametrize("language", ["en", "de", "ar", "fr"])
def test_the_picture_is_sound_in_every_language(language):
    with translation.override(language):
        picture = charts.draw([day(0, up=1500, total=1500), day(1, down=1, total=1499)])
    assert "style" not in picture
    assert "7.14%" in picture
    assert ET.fromstring(picture).get("direction") == "ltr"
