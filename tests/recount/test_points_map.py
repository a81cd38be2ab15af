"""The points map is the tree over its sorted entries, however it came to be."""

from hypothesis import given
from hypothesis import strategies as st

from plaudit.recount.points import Points
from plaudit.recount.points_map import PointsMap
from plaudit.tlog import proofs
from plaudit.tlog.hashes import EMPTY_ROOT, leaf_hash
from tests.recount.samples import ABOUT
from tests.tlog import reference

names = st.text("abc", min_size=1, max_size=3)
updates = st.lists(st.dictionaries(names, st.binary(max_size=2), max_size=12), max_size=6)


@given(updates)
def test_its_root_is_that_of_the_sorted_entries_after_every_update(changes):
    found, entries = PointsMap(), {}
    assert found.root() == EMPTY_ROOT
    for change in changes:
        entries |= change
        found.update(change)
        assert found.root() == reference.root([entries[about] for about in sorted(entries)])
        assert found.abouts == sorted(entries)


@given(updates.filter(any), st.data())
def test_every_entry_of_it_can_be_proved(changes, data):
    found, entries = PointsMap(), {}
    for change in changes:
        entries |= change
        found.update(change)
    about = data.draw(st.sampled_from(sorted(entries)))
    index, size = found.index(about), len(found.abouts)
    proof = proofs.inclusion_proof(size, index, found.node)
    proofs.verify_inclusion(leaf_hash(entries[about]), index, size, proof, found.root())
    assert found.index(about + "x") is None or about + "x" in entries


def test_an_entry_says_every_figure():
    points = Points(590, 7, 301, 282, 0, set_aside=2, carried=-5)
    assert points.entry(ABOUT).decode() == (
        f"about {ABOUT}\nup 590\ndown 7\nmembers 301\nguests 282\nfediverse 0\nset_aside 2\n"
        "carried -5\n"
    )
    assert points.as_json()["total"] == 578
