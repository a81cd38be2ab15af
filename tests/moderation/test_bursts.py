"""Groups stand out that are much larger than the others of their story."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plaudit.moderation.bursts import FEWEST, SHOWN, TIMES, Group, bursts, usual


def groups(*counts):
    return [Group(slot, "g", 1, count) for slot, count in enumerate(counts)]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([], []),
        ([4], []),
        ([5], [5]),
        ([3, 40], [40]),
        ([1, 1, 1, 4], []),
        ([100, 90, 110, 250], [250]),
        ([2, 2, 9, 3, 30], [30, 9]),
    ],
)
def test_what_stands_out(counts, found):
    assert [group.size for group in bursts(groups(*counts))] == found


@given(some.lists(some.integers(1, 500), min_size=2, max_size=60))
def test_half_of_the_groups_are_usual_and_none_of_those_stands_out(counts):
    found = groups(*counts)
    assert sum(count <= usual(found) for count in counts) * 2 >= len(counts)
    shown = bursts(found)
    assert len(shown) <= SHOWN
    assert all(group.size >= max(FEWEST, TIMES * usual(found)) for group in shown)


@given(some.integers(0, 10**9), some.sampled_from("mgf"), some.sampled_from([1, -1]))
def test_a_group_is_read_as_it_was_written(slot, kind, value):
    assert Group.read(Group(slot, kind, value).key) == Group(slot, kind, value)


@pytest.mark.parametrize("key", ["", "1-g", "1-x-1", "1-g-0", "-1-g-1", "1-g-1 ", "٣-g-1"])
def test_what_is_no_group_is_none(key):
    assert Group.read(key) is None
