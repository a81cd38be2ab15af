from hypothesis import given
from hypothesis import strategies as st

from plaudit.points import ballots
from plaudit.rankings import formulas

POINTS = st.integers(0, 20_000)
SECONDS = st.integers(0, 4_000_000_000)


def exactly(points):
    """The largest n with 2^n <= (1 + points)^10800."""
    return ((1 + points) ** 10800).bit_length() - 1


@given(POINTS)
def test_the_head_start_is_the_exact_whole_part_of_the_logarithm(points):
    assert formulas.head_start(points) == exactly(points)


def test_every_doubling_is_worth_exactly_three_hours():
    assert [formulas.head_start(2**n - 1) for n in range(41)] == [n * 10800 for n in range(41)]


@given(POINTS)
def test_points_below_zero_count_as_much_against_a_story(points):
    assert formulas.head_start(-points) == -formulas.head_start(points)


@given(SECONDS, POINTS)
def test_a_point_never_moves_a_story_down(published_at, points):
    before = formulas.freshness(published_at, points)
    assert formulas.freshness(published_at, points + 1) >= before


@given(SECONDS, SECONDS, POINTS, POINTS)
def test_the_order_of_two_stories_is_that_of_time_plus_head_start(first, second, some, others):
    is_above = formulas.freshness(first, some) > formulas.freshness(second, others)
    assert is_above == (first - second > exactly(others) - exactly(some))


def test_slots_are_those_that_ballots_carry():
    assert formulas.SLOT_SECONDS == ballots.SLOT_SECONDS


@given(SECONDS, st.sampled_from(sorted(formulas.SLOTS)))
def test_a_window_holds_its_slots_and_ends_with_the_running_one(second, window):
    first = formulas.first_slot(window, second)
    assert len(range(first, formulas.slot_of(second) + 1)) == formulas.SLOTS[window]


@given(SECONDS)
def test_the_last_24_hours_are_the_ten_minutes_that_run_and_those_before(second):
    start = formulas.first_slot("trending", second) * 600
    assert 24 * 3600 - 600 <= second - start < 24 * 3600


@given(SECONDS)
def test_the_last_hour_is_six_slots(second):
    assert formulas.slot_of(second) - formulas.last_hour(second) + 1 == 6
