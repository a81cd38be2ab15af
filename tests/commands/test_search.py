"""Building the index anew, as typed."""

import pytest

from plaudit.__main__ import main
from plaudit.search import index
from tests.search.making import find, put

pytestmark = pytest.mark.django_db


def test_the_index_is_built_anew_with_a_bar_and_says_how_many_can_be_found(capfd):
    story = put("The ferry left on time")
    put("A goat is elected", body="A kid is not.")
    index.drop([story.ulid])
    assert not find("left")
    assert main(["search", "rebuild"]) == 0
    out, said = capfd.readouterr()
    assert out == "Stories that can be found: 2.\n"
    assert "Stories: 2 of 2" in said
    assert find("ferry")


def test_without_a_verb_it_says_which_there_is(capfd):
    with pytest.raises(SystemExit):
        main(["search"])
    assert "rebuild" in capfd.readouterr().err
