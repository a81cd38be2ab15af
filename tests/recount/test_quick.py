"""Reading a ballot in place gives what the strict parser gives."""

from hypothesis import given

from plaudit.recount import quick, subjects
from plaudit.recount.leaves import BALLOT
from tests.recount import samples


@given(samples.ballots)
def test_a_ballot_read_in_place_is_the_ballot(ballot):
    data = ballot.encoded()
    assert BALLOT.fullmatch(data)
    assert (data[quick.ABOUT], data[quick.TAG]) == (ballot.about.encode(), ballot.tag.encode())
    assert quick.rev_of(data) == ballot.rev
    assert quick.CODES[data[quick.WHAT]] == subjects.code(ballot.kind, ballot.value)
