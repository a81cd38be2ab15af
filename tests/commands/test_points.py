"""Carrying points over as typed: every line of the file, or nothing and the reason why."""

import pytest

from plaudit.__main__ import main
from plaudit.points import carrying, tallies
from plaudit.points.models import Carry
from plaudit.stories.models import OldSlug
from tests.support import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def ferry():
    return making.story("The ferry left on time")


@pytest.fixture
def goat():
    return making.story("A goat is elected")


@pytest.fixture
def carry(tmp_path, capfd):
    """Carries a file with this text over; answers with the status, and what was said."""

    def typed(text, *options, source="wordpress"):
        path = tmp_path / "likes.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        status = main(["points", "carry", str(path), "--from", source, *options])
        out, said = capfd.readouterr()
        return status, out if status == 0 else said.replace(f"{path}: ", "")

    return typed


def carried(story):
    while carrying.take():
        pass
    return tallies.live_one(story.about).carried


def test_points_are_carried_over_by_slug_address_and_id(carry, ferry, goat):
    third, fourth = making.story("Third"), making.story("Fourth")
    OldSlug.objects.create(slug="what-it-was-called", story=fourth)
    status, out = carry(
        "title;story;points\n"
        f"x;{ferry.slug};583\n"
        f"y;http://127.0.0.1:8000{goat.get_absolute_url()}/;-4\n"
        f"z;{third.about};+7\n"
        "z;/stories/what-it-was-called;1\n\n"
    )
    assert status == 0
    assert "Carried over +587 points from wordpress, to 4 of 4 stories." in out
    assert [carried(story) for story in (ferry, goat, third, fourth)] == [583, -4, 7, 1]


def test_again_it_changes_nothing_and_another_total_takes_the_place(carry, ferry, goat):
    text = f"story,points\n{ferry.slug},583\n{goat.slug},4\n"
    carry(text)
    assert "to 0 of 2 stories; 2 had theirs already" in carry(text)[1]
    assert "+17 the-ferry-left-on-time" in carry(text.replace("583", "600"))[1]
    carry(text, source="ghost")
    assert carried(ferry) == 1183


def test_readers_are_told_apart_from_the_other_points(carry, ferry, client):
    carry(f"story,points\n{ferry.slug},583\n")
    carry(f"story,points\n{ferry.slug},9\n", source="archive")
    assert carried(ferry) == 592
    page = client.get(f"{ferry.get_absolute_url()}/points").content.decode()
    assert "<li>WordPress: 583</li>\n<li>an archive: 9</li>" in page


def test_a_dry_run_says_it_and_does_nothing(carry, ferry):
    status, out = carry(f"story,points\n{ferry.slug},583\n", "--dry-run")
    assert (status, out.startswith("+583 the-ferry-left-on-time\nWould carry over")) == (0, True)
    assert not Carry.objects.exists()


def test_a_spreadsheets_file_is_read(carry, ferry):
    assert carry(b"\xef\xbb\xbfStory\tPoints\r\n" + f"{ferry.slug}\t9\r\n".encode())[0] == 0
    assert carried(ferry) == 9


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no text in it."),
        ("story,likes\na,1\n", "has to name the columns “story” and “points”"),
        ("story,points,points\na,1,1\n", "has to name the columns"),
        (b"story,points\nferry,1\n\xff,1\n", "It is not written in UTF-8: see line 3."),
        ("story,points\n{ferry},1\nno-such,2\n", "Line 3: there is no story “no-such”."),
        ("story,points\n{ferry},1\nhttps://elsewhere.example/stories/{ferry},2\n", "Line 3: there"),
        ("story,points\n{ferry},1\n/stories/{ferry},2\n", "Line 3 names the story of line 2 again"),
        ("story,points\n{ferry},1.5\n", "Line 2: “1.5” is no number of points"),
        ("story,points\n{ferry},٣\n", "Line 2: “٣” is no number of points"),
        ("story,points\n{ferry},1000000000000\n", "at most 99,999,999,999"),
        ("story,points\n{ferry}\n", "Line 2 has 1 columns, not 2."),
        ("story,points\n,5\n", "Line 2 names no story."),
        ('story,points\n{ferry},"5\n', "is no CSV"),
        ("story,points\n" + "".join(f"none-{n},1\n" for n in range(30)), "And 20 more lines."),
    ],
)
def test_what_cannot_be_carried_over_is_said_and_nothing_is(carry, ferry, text, sentence):
    if isinstance(text, str):
        text = text.replace("{ferry}", ferry.slug)
    status, said = carry(text)
    assert status == 1
    assert sentence in said
    assert said.endswith("Nothing was carried over.\n")
    assert not Carry.objects.exists()


def test_a_file_that_is_not_there_is_named(capfd):
    assert main(["points", "carry", "none.csv", "--from", "ghost"]) == 1
    assert (
        capfd.readouterr().err == "plaudit: none.csv cannot be read: no such file or directory.\n"
    )
