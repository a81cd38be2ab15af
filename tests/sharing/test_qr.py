"""The QR code of a story: its address, and nothing a stranger could put into it."""

import re
from xml.etree import ElementTree as ET

import pytest
import segno

from plaudit.stories import newsdesk, slugs
from tests.sharing.passing import AWKWARD, SITE, xml
from tests.support import making

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
QUIET = 2  # light modules around the code


def code_of(client, story, query=""):
    return client.get(f"{story.get_absolute_url()}/qr.svg{query}")


def drawn(picture: ET.Element) -> set[tuple[int, int]]:
    """The dark modules of the picture, as (row, column), from its strokes."""
    [dark] = [path for path in picture.iter(f"{SVG}path") if path.get("stroke")]
    x = y = 0.0
    found: set[tuple[int, int]] = set()
    for command, numbers in re.findall(r"([MmhH])([-\d. ]*)", dark.get("d") or ""):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        match command, values:
            case "M", [to_x, to_y]:
                x, y = to_x, to_y
            case "m", [by_x, by_y]:
                x, y = x + by_x, y + by_y
            case "h", [length]:
                cells = range(int(x), int(x + length))
                found |= {(int(y) - QUIET, column - QUIET) for column in cells}
                x += length
            case _:
                raise AssertionError(command)
    return found


def meant(address: str) -> set[tuple[int, int]]:
    """The dark modules of the code that says this address."""
    rows = segno.make(address, error="m").matrix
    return {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell}


@pytest.mark.parametrize("headline", AWKWARD.values(), ids=AWKWARD)
def test_it_says_the_address_of_the_story(client, headline):
    story = making.story(headline)
    assert drawn(xml(code_of(client, story))) == meant(SITE + story.get_absolute_url())


def test_the_longest_address_has_one_as_well(client):
    story = making.story("w" * 200, slug="w" * slugs.LONGEST)
    assert drawn(xml(code_of(client, story))) == meant(SITE + story.get_absolute_url())


def test_two_stories_have_two(client, story):
    assert code_of(client, story).content != code_of(client, making.story("Another")).content


@pytest.mark.parametrize(
    "query",
    ["?url=https://elsewhere.example", "?text=a", "?scale=9999", "?data=%0A", "?" + "a" * 5000],
)
def test_nobody_else_decides_what_it_says_or_how_large_it_is(client, story, query):
    assert code_of(client, story, query).content == code_of(client, story).content


def test_another_host_that_reaches_the_site_is_not_what_it_says(client, story):
    address = f"{story.get_absolute_url()}/qr.svg"
    assert client.get(address, headers={"Host": "localhost:9"}).content == (
        code_of(client, story).content
    )


def test_it_is_a_picture_that_runs_nothing_and_is_light_behind(client, story):
    answer = code_of(client, story)
    assert answer["Content-Type"] == "image/svg+xml"
    picture = xml(answer)
    drawn_with = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert drawn_with == {"svg", "g", "path"}
    assert b"#fff" in answer.content
    assert b"style=" not in answer.content
    assert len(answer.content) < 20_000
    assert "'unsafe" not in answer["Content-Security-Policy"]


def test_it_is_the_same_for_all_and_may_be_kept_for_a_day(client, charlie, story):
    client.force_login(charlie)
    answer = code_of(client, story)
    assert answer["Cache-Control"] == "max-age=86400, public"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_who_has_it_is_told_that_it_is_the_same(client, story):
    tag = code_of(client, story)["ETag"]
    again = client.get(f"{story.get_absolute_url()}/qr.svg", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_what_cannot_be_read_has_none(client, story):
    assert code_of(client, making.draft("A secret plan")).status_code == 404
    assert client.get("/stories/nothing-here/qr.svg").status_code == 404
    newsdesk.unpublish(story)
    gone = code_of(client, story)
    assert gone.status_code == 410
    assert "max-age=86400" not in gone.get("Cache-Control", "")  # it may come back
