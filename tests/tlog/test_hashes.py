"""Roots and growth, against published roots and the naive reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.tlog import hashes
from plaudit.tlog.refused import Malformed
from tests.tlog import reference

# The entries and roots of the Certificate Transparency test suite, as in transparency-dev/merkle,
# testonly/constants.go: LeafInputs, NodeHashes and RootHashes.
ENTRIES = [
    bytes.fromhex(entry)
    for entry in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
EDGE_OF_SEVEN = [
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
]


@pytest.mark.parametrize("size", range(9))
def test_the_published_roots_come_out(size):
    leaves = hashes.leaf_hashes(ENTRIES[:size])
    frontier = hashes.Frontier()
    frontier.extend(leaves)
    assert hashes.root_hash(leaves).hex() == frontier.root().hex() == ROOTS[size]


def test_the_published_edge_of_seven_leaves_comes_out():
    frontier = hashes.Frontier()
    frontier.extend(hashes.leaf_hashes(ENTRIES[:7]))
    assert [edge.hex() for edge in frontier.hashes] == EDGE_OF_SEVEN


@pytest.mark.parametrize("size", range(130))
def test_every_root_is_that_of_the_reference(size):
    entries = reference.entries(size)
    assert hashes.root_hash(hashes.leaf_hashes(entries)) == reference.root(entries)


@given(st.lists(st.integers(0, 70), max_size=6))
def test_a_tree_grown_in_steps_is_the_tree_grown_at_once(steps):
    entries = reference.entries(sum(steps))
    frontier, at = hashes.Frontier(), 0
    for step in steps:
        frontier.extend(hashes.leaf_hashes(entries[at : at + step]))
        frontier = hashes.Frontier(frontier.size, frontier.hashes)
        at += step
        assert frontier.size == at
        assert frontier.root() == reference.root(entries[:at])


@given(st.lists(st.integers(0, 70), max_size=6))
def test_the_new_nodes_of_all_steps_are_the_nodes_of_the_tree_each_once(steps):
    entries = reference.entries(sum(steps))
    frontier, at, seen = hashes.Frontier(), 0, []
    for step in steps:
        leaves = hashes.leaf_hashes(entries[at : at + step])
        seen += [node for run in frontier.extend(leaves) for node in run.nodes()]
        at += step
    rows = reference.Tree(entries).rows
    nodes = [
        (level, index, value) for level, row in enumerate(rows) for index, value in enumerate(row)
    ]
    assert sorted(seen) == sorted(nodes)


def test_one_leaf_at_a_time_gives_the_nodes_it_completes():
    frontier = hashes.Frontier()
    levels = [
        [(level, index) for level, index, _ in frontier.append(hashes.leaf_hash(entry))]
        for entry in reference.entries(8)
    ]
    assert levels[0] == [(0, 0)]
    assert levels[1] == [(0, 1), (1, 0)]
    assert levels[5] == [(0, 5), (1, 2)]
    assert levels[7] == [(0, 7), (1, 3), (2, 1), (3, 0)]


@pytest.mark.parametrize(
    ("size", "edge"),
    [
        (1, []),
        (0, [bytes(32)]),
        (2, [bytes(32), bytes(32)]),
        (1, [bytes(31)]),
        (-1, []),
        (2**63, [bytes(32)]),
        (2**62 + 1, [bytes(32), bytes(32)]),
    ],
)
def test_an_edge_that_no_tree_of_the_size_has_is_refused(size, edge):
    with pytest.raises(Malformed):
        hashes.Frontier(size, edge)


def test_a_leaf_that_is_no_hash_is_refused_and_changes_nothing():
    frontier = hashes.Frontier()
    with pytest.raises(Malformed, match="32 bytes"):
        frontier.extend([bytes(32), bytes(33)])
    assert (frontier.size, frontier.hashes) == (0, ())


def test_no_tree_grows_beyond_the_largest_size():
    levels = hashes.edge_levels(hashes.MOST_LEAVES)
    frontier = hashes.Frontier(hashes.MOST_LEAVES, [bytes(32)] * len(levels))
    with pytest.raises(Malformed, match="at most"):
        frontier.append(bytes(32))
