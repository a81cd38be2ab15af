"""Timelines: dates for people, and for programs if they are known."""

import pytest
from django.core.exceptions import ValidationError

from plaudit.stories.blocks.timelines import Moment, is_date
from tests.support import making


@pytest.mark.parametrize("text", ["1954", "1954-03", "1954-03-28", "0988", "2024-02-29"])
def test_a_year_a_month_or_a_day_is_a_date_for_programs(text):
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "54", "1954-13", "1954-02-30", "19540328", "1954-3", "spring", "1954-W12", "0000"]
)
def test_anything_else_is_none(text):
    assert not is_date(text)


def test_a_wrong_date_for_programs_is_refused_with_what_to_write():
    block = Moment()
    value = block.to_python({"date": "March 1954", "when": "3/1954", "title": "It is built"})
    with pytest.raises(ValidationError) as caught:
        block.clean(value)
    [message] = caught.value.block_errors["when"].messages
    assert message == (
        "“3/1954” is no date for programs: write 1954, 1954-03 or 1954-03-28, or leave it empty."
    )


@pytest.mark.django_db
def test_moments_stand_in_the_order_they_were_given_in(client):
    items = [
        {"date": "Spring 1954", "when": "1954-03", "title": "Built", "text": "Of <b>oak</b>."},
        {"date": "Long ago", "title": "Thought of", "text": "By whom?"},
    ]
    story = making.story(body=[("timeline", {"items": items})])
    page = client.get(story.get_absolute_url()).content.decode()
    found = page[page.index('<ol class="timeline"') :]
    assert found.index('<time datetime="1954-03">Spring 1954</time>') < found.index("Long ago")
    assert "<b>oak</b>" in found
    assert "css/timeline" in page


def test_what_programs_read_is_not_searched_for():
    block = Moment()
    value = block.to_python({"date": "Spring", "when": "1954-03", "title": "Built", "text": ""})
    assert [text for text in block.get_searchable_content(value) if text] == ["Spring", "Built"]
