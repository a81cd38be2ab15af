"""Tables as they are typed or pasted, and numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.stories.blocks.tables import Table, cells
from plaudit.stories.charts import numbers
from tests.support import making


def grid(rows):
    return Table().to_python({"rows": rows}).grid


@pytest.mark.parametrize(
    "typed",
    [
        " | New | Old\nMoths | 14 | 52",
        "| | New | Old |\n| Moths | 14 | 52 |",
        "\tNew\tOld\nMoths\t14\t52",
        "  | New | Old\n\n  Moths | 14 | 52\n",
    ],
)
def test_an_empty_corner_is_a_cell_and_a_frame_is_none(typed):
    assert cells(typed) == [["", "New", "Old"], ["Moths", "14", "52"]]


def test_a_cell_beyond_the_named_columns_is_not_lost():
    assert cells("Name\nHope | 0") == [["Name", ""], ["Hope", "0"]]


@given(st.lists(st.lists(st.text(alphabet="ab1 |"), min_size=1), max_size=5))
def test_all_rows_have_the_same_length(rows):
    found = cells("\n".join("\t".join(row) for row in rows))
    assert len({len(row) for row in found}) <= 1


def test_columns_of_numbers_are_marked_whatever_is_missing_in_them():
    found = grid("Name | Late | Note\nHope | 1,204 | 3 times\nFaith | – | 4")
    assert [cell.is_number for cell in found.header] == [False, True, False]
    assert [[cell.key for cell in row] for row in found.body] == [["", "1204.0", ""], ["", "", ""]]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", 12),
        ("−3", -3),
        ("-3,5", -3.5),
        ("+1 204", 1204),
        ("1,204", 1204),
        ("1.204", 1.204),
        ("0,204", 0.204),
        ("1,234,567", 1234567),
        ("12,34,567", 1234567),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1'234.50", 1234.5),
        ("40 %", 40),
        ("٣٫٥", 3.5),
        ("١٬٢٣٤٪", 1234),
    ],
)
def test_numbers_are_read_as_people_type_them(typed, value):
    assert numbers.read(typed) == value


@pytest.mark.parametrize(
    "typed",
    ["", "three", "12.11.2026", "1,2,3", "1.", "12 km", "1e9", "0x1", "2026-11-12", "9" * 25],
)
def test_what_is_no_number_is_not_read_as_one(typed):
    assert numbers.read(typed) is None


def test_a_mark_before_three_digits_means_what_it_means_in_the_language_of_the_site(settings):
    settings.LANGUAGE_CODE = "de"
    assert (numbers.read("1.204"), numbers.read("1,204")) == (1204, 1.204)


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 2)))
def test_what_was_written_with_marks_is_read_again(value):
    assert numbers.read(f"{value:,.2f}") == value
    assert numbers.read(f"{value:_.2f}".replace(".", ",").replace("_", ".")) == value


@pytest.mark.django_db
def test_the_first_column_names_the_rows_where_it_says_so(client):
    value = {"rows": "Name | Late\nHope | 0", "has_row_headers": True}
    page = client.get(making.story(body=[("table", value)]).get_absolute_url()).content.decode()
    assert '<th scope="row">Hope</th>' in page
    assert "sortable-table" not in page[: page.index("</article>")]


@pytest.mark.django_db
def test_only_pages_with_a_table_bring_the_script_that_sorts(client):
    table, plain = making.story(body=[("table", {"rows": "A | B\n1 | 2"})]), making.story("Plain")
    assert "sortable-table" in client.get(table.get_absolute_url()).content.decode()
    assert "sortable-table" not in client.get(plain.get_absolute_url()).content.decode()
