"""Charts of small tables: what can be drawn, what is refused, and where things stand."""

import re
from xml.etree import ElementTree as ET

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from plaudit.stories.blocks.charts import Chart
from plaudit.stories.blocks.tables import cells
from plaudit.stories.charts import drawing, figures, widths
from tests.support import making

SVG = "{http://www.w3.org/2000/svg}"
FERRIES = "Ferry | Minutes late\nHope | 12\nFaith | −4\nCharity | \nJoy | 8"


def shown(rows, kind="bar"):
    return figures.read(cells(rows), kind)


def drawn(rows, kind, **more):
    return ET.fromstring(drawing.draw(shown(rows, kind), kind, "Ferries", **more))


def parts(picture, name):
    return [
        {key: float(value.rstrip("%")) for key, value in one.attrib.items() if key in PLACES}
        for one in picture.iter(f"{SVG}{name}")
        if one.get("class", "").startswith("series")
    ]


PLACES = {"x", "y", "width", "height", "x1", "x2", "y1", "y2", "cx", "cy"}


def words(picture):
    return [text.text for text in picture.iter(f"{SVG}text")]


def refusal(rows, kind="bar"):
    block = Chart()
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python({"title": "Ferries", "kind": kind, "rows": rows}))
    [message] = caught.value.block_errors["rows"].messages
    return message


@pytest.mark.parametrize("rows", ["Ferry | Minutes late", "Ferry\nHope", "12"])
def test_a_chart_of_nothing_is_refused_with_what_to_do(rows):
    assert refusal(rows).startswith("There is nothing to draw: give a line with the names")


def test_a_word_among_the_figures_is_named_with_its_row():
    assert "“about 3” in the row “Hope” is not a number" in refusal("Ferry | Late\nHope | about 3")


def test_rows_without_a_figure_are_refused():
    assert refusal("Ferry | Late\nHope | –\nFaith |") == (
        "There is not a single figure in these rows."
    )


def test_more_than_can_be_told_apart_is_refused():
    assert "At most 3 columns" in refusal("Year | A | B | C | D\n1 | 1 | 2 | 3 | 4")
    many = "Ferry | Late\n" + "\n".join(f"No. {n} | {n}" for n in range(41))
    assert refusal(many) == "A chart of this kind has room for 40 rows, and these are 41."
    assert shown(many, "line").labels[-1] == "No. 40"


def test_bars_are_as_long_as_their_figures_on_both_sides_of_zero():
    hope, faith, joy = parts(drawn(FERRIES, "bar"), "rect")
    assert hope["width"] == pytest.approx(3 * faith["width"], abs=0.02)
    assert joy["width"] == pytest.approx(2 * faith["width"], abs=0.02)
    assert faith["x"] + faith["width"] == pytest.approx(hope["x"], abs=0.02)
    assert "–" in words(drawn(FERRIES, "bar"))  # what Charity has


def test_bars_of_a_story_from_the_right_are_mirrored():
    for one, other in zip(
        parts(drawn(FERRIES, "bar"), "rect"),
        parts(drawn(FERRIES, "bar", is_mirrored=True), "rect"),
        strict=True,
    ):
        assert other["x"] == pytest.approx(100 - one["x"] - one["width"], abs=0.02)


def test_columns_stand_on_zero_or_hang_from_it():
    hope, faith, joy = parts(drawn(FERRIES, "column"), "rect")
    assert hope["y"] + hope["height"] == pytest.approx(faith["y"], abs=0.02)
    assert hope["height"] == pytest.approx(3 * faith["height"], abs=0.05)
    assert joy["x"] - faith["x"] == pytest.approx(2 * (faith["x"] - hope["x"]), abs=0.05)


def test_a_line_is_broken_by_a_gap_and_a_figure_alone_is_a_point():
    picture = drawn(FERRIES, "line")
    [line] = parts(picture, "line")
    assert line["y1"] < line["y2"]  # from 12 down to -4
    assert len(parts(picture, "circle")) == 3
    many = "Day | Late\n" + "\n".join(f"{n} | {'' if n == 38 else n}" for n in range(40))
    assert len(parts(drawn(many, "line"), "circle")) == 1


def test_the_scale_names_the_highest_and_the_lowest_as_they_were_written():
    assert {"12", "−4"} <= set(words(drawn(FERRIES, "line")))
    assert "0" not in words(drawn("A | B\nx | 5\ny | 5", "line"))


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
@pytest.mark.parametrize("rows", ["A | B\nx | 5", "A | B\nx | 0", "A | B\nx | -5", "A|B|C\nx|1|2"])
def test_one_row_is_drawn_like_any_other(kind, rows):
    picture = drawn(rows, kind)
    assert len(parts(picture, "rect") + parts(picture, "circle")) == rows.count("|") // 2


FIGURE = st.one_of(st.just(""), st.integers(-(10**9), 10**9).map(str))
LABEL = st.text(alphabet="aé漢م w<&\"'", max_size=80)


@given(
    st.lists(st.tuples(LABEL, FIGURE, FIGURE), min_size=1, max_size=40),
    st.sampled_from(["bar", "column", "line"]),
    st.booleans(),
)
def test_nothing_is_drawn_outside_of_the_picture(rows, kind, is_mirrored):
    table = [["Label", "One", "Two"], *map(list, rows)]
    try:
        found = figures.read(table, kind)
    except figures.Wrong:
        return
    picture = ET.fromstring(drawing.draw(found, kind, "T", is_mirrored=is_mirrored))
    height = float(picture.get("height"))
    for one in parts(picture, "rect"):
        assert -0.01 <= one["x"] <= one["x"] + one["width"] <= 100.02
        assert -0.01 <= one["y"] <= one["y"] + one["height"] <= height
    for text in picture.iter(f"{SVG}text"):
        assert -0.01 <= reach(text)[0] <= reach(text)[1] <= widths.NARROWEST + 0.5


def reach(text):
    """From where to where a text goes on the smallest screen, in pixels."""
    x = float(text.get("x").rstrip("%")) * widths.NARROWEST / 100
    wide = widths.of(text.text or "")
    back = {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
    return x - back, x - back + wide


def test_a_reader_who_does_not_see_it_is_told_what_it_says():
    said = drawn(FERRIES, "bar").get("aria-label")
    assert said == (
        "Ferries. Lowest: −4 (Faith). Highest: 12 (Hope). The table below holds all figures."
    )


@pytest.mark.django_db
def test_a_page_has_the_drawing_its_source_and_the_table_and_no_way_out_of_them(client):
    value = {
        "title": "Ferries <late>",
        "kind": "column",
        "unit": "minutes",
        "rows": 'Ferry | Late\n<b>Hope</b> | 3\n"><script> | 4',
        "source": "The harbour & office",
        "source_link": "https://harbour.example/",
    }
    page = client.get(making.story(body=[("chart", value)]).get_absolute_url()).content.decode()
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert "<b>" not in figure
    assert "<script" not in figure
    assert (
        '<a href="https://harbour.example/" rel="noopener">The harbour &amp; office</a>' in figure
    )
    assert '<th scope="row">&lt;b&gt;Hope&lt;/b&gt;</th>' in figure
    assert "css/chart" in page
    ET.fromstring(re.search(r"<svg.*?</svg>", figure, re.DOTALL)[0])


@pytest.mark.django_db
def test_a_chart_that_was_stored_unseen_and_cannot_be_drawn_is_a_table(client):
    value = {"title": "Ferries", "kind": "bar", "rows": "Ferry | Late\nHope | very"}
    page = client.get(making.story(body=[("chart", value)]).get_absolute_url()).content.decode()
    assert '<details class="figures" open>' in page
    assert "<td>very</td>" in page
