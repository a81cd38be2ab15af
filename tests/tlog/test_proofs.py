"""Proofs: what a certificate log published verifies, ours are those of the reference, and
nothing that differs from a proof by a bit is one."""

from base64 import b64decode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plaudit.tlog import hashes, proofs, tiles
from plaudit.tlog.refused import NotProved
from tests.tlog import published, reference

LARGEST = 300
ENTRIES = reference.entries(LARGEST)
LEAVES = hashes.leaf_hashes(ENTRIES)
TREE = reference.Tree(ENTRIES)
ROOTS = [hashes.root_hash(LEAVES[:size]) for size in range(LARGEST + 1)]
ARGON_ROOT = b64decode(published.ARGON_ROOT)
ARGON_LEAF = hashes.leaf_hash(b64decode(published.ARGON_ENTRY))
ARGON_INCLUSION = [b64decode(line) for line in published.ARGON_INCLUSION.split()]
ARGON_CONSISTENCY = [b64decode(line) for line in published.ARGON_CONSISTENCY.split()]
ARGON_SIZES = (published.ARGON_OLD_SIZE, published.ARGON_SIZE)
ARGON_OLD_ROOT = b64decode(published.ARGON_OLD_ROOT)


def of_size(size):
    """Reads the nodes of a tree of this size, and none that only a larger one has."""

    def node(level, index):
        assert (index + 1) << level <= size
        return TREE.node(level, index)

    return node


def flipped(value, bit):
    return bytes(byte ^ (1 << bit % 8 if at == bit // 8 else 0) for at, byte in enumerate(value))


def test_the_published_proofs_verify():
    proofs.verify_inclusion(
        ARGON_LEAF, published.ARGON_INDEX, published.ARGON_SIZE, ARGON_INCLUSION, ARGON_ROOT
    )
    proofs.verify_consistency(*ARGON_SIZES, ARGON_CONSISTENCY, ARGON_OLD_ROOT, ARGON_ROOT)


@given(st.integers(0, 29), st.integers(0, 255))
def test_the_published_proofs_with_a_bit_changed_do_not_verify(at, bit):
    inclusion, consistency = list(ARGON_INCLUSION), list(ARGON_CONSISTENCY)
    inclusion[at] = flipped(inclusion[at], bit)
    consistency[at] = flipped(consistency[at], bit)
    with pytest.raises(NotProved):
        proofs.verify_inclusion(
            ARGON_LEAF, published.ARGON_INDEX, published.ARGON_SIZE, inclusion, ARGON_ROOT
        )
    with pytest.raises(NotProved):
        proofs.verify_consistency(*ARGON_SIZES, consistency, ARGON_OLD_ROOT, ARGON_ROOT)


@pytest.mark.parametrize("size", range(1, 66))
def test_every_proof_is_that_of_the_reference(size):
    entries = ENTRIES[:size]
    for index in range(size):
        proof = proofs.inclusion_proof(size, index, of_size(size))
        assert proof == reference.inclusion(index, entries)
    for old in range(1, size + 1):
        proof = proofs.consistency_proof(old, size, of_size(size))
        assert proof == reference.consistency(old, entries)


def test_every_proof_of_every_size_verifies():
    for size in range(1, LARGEST + 1):
        node = of_size(size)
        assert proofs.range_root(0, size, node) == ROOTS[size]
        for at in range(size):
            proof = proofs.inclusion_proof(size, at, node)
            proofs.verify_inclusion(LEAVES[at], at, size, proof, ROOTS[size])
            proof = proofs.consistency_proof(at + 1, size, node)
            proofs.verify_consistency(at + 1, size, proof, ROOTS[at + 1], ROOTS[size])


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 70_000])
def test_proofs_of_large_trees_come_out_of_their_tiles(size):
    tree = reference.Tree(reference.entries(size))
    stored = {tile: tiles.rendered(tile, tree.node) for tile in tiles.of_size(size)}
    node = tiles.node_reader(stored.__getitem__, size)
    root = hashes.root_hash(tree.rows[0])
    for index in (0, 1, 255, 256, 65_534, size - 1):
        proof = proofs.inclusion_proof(size, index, node)
        proofs.verify_inclusion(tree.rows[0][index], index, size, proof, root)
    for old in (1, 2, 255, 256, 257, 65_535, size):
        proof = proofs.consistency_proof(old, size, node)
        old_root = hashes.root_hash(tree.rows[0][:old])
        proofs.verify_consistency(old, size, proof, old_root, root)


SIZE = st.integers(1, LARGEST)
PLACE = st.tuples(SIZE, SIZE).map(sorted)


def spoilt(proof, data):
    """A list of hashes that is not the proof: one changed, dropped, doubled, added or swapped."""
    made = list(proof)
    kind = data.draw(st.sampled_from(["bit", "drop", "double", "add", "swap"]), label="kind")
    if kind == "add" or not made:
        made.insert(data.draw(st.integers(0, len(made))), data.draw(st.sampled_from(LEAVES)))
        return made
    at = data.draw(st.integers(0, len(made) - 1), label="at")
    if kind == "bit":
        made[at] = flipped(made[at], data.draw(st.integers(0, 255)))
    elif kind == "drop":
        del made[at]
    elif kind == "double":
        made.insert(at, made[at])
    else:
        made.reverse()
    return made


@given(PLACE, st.data())
@example([1, 1], None)
def test_an_inclusion_proof_holds_for_one_leaf_at_one_place_in_one_tree(place, data):
    index, size = place[0] - 1, place[1]
    proof = proofs.inclusion_proof(size, index, of_size(size))
    root, leaf = ROOTS[size], LEAVES[index]
    wrong = [
        (flipped(leaf, 77), index, size, proof, root),
        (leaf, index, size, proof, flipped(root, 200)),
        (leaf, index, size, [*proof, root], root),
        (leaf, index, size, proof[:-1], root) if proof else (root, 1, size, proof, root),
        (leaf, size, size, proof, root),
        (leaf, -1, size, proof, root),
        (leaf, index, 0, proof, root),
        (leaf[:-1], index, size, proof, root),
        (leaf, index, size, proof, root + b"\0"),
        (leaf, index, size, [*proof, b""], root),
    ]
    if data and (changed := spoilt(proof, data)) != proof:
        wrong.append((leaf, index, size, changed, root))
    if size > 1:
        wrong += [
            (leaf, index ^ 1, size, proof, root),
            (leaf, (index + 1) % size, size, proof, root),
        ]
    for arguments in wrong:
        with pytest.raises(NotProved):
            proofs.verify_inclusion(*arguments)


@given(PLACE, st.data())
@example([256, 256], None)
def test_a_consistency_proof_holds_for_two_trees(place, data):
    old, new = place
    proof = proofs.consistency_proof(old, new, of_size(new))
    before, after = ROOTS[old], ROOTS[new]
    wrong = [
        (old, new, proof, flipped(before, 3), after),
        (old, new, proof, before, flipped(after, 100)),
        (old, new, [*proof, after], before, after),
        (old, new, proof[:-1] if proof else [after], before, after),
        (0, new, proof, before, after),
        (0, 0, [], hashes.EMPTY_ROOT, hashes.EMPTY_ROOT),
        (new + 1, new, proof, before, after),
        (-1, new, proof, before, after),
        (old, new, [*proof, b""], before, after),
        (old, new, proof, before[:-1], after),
    ]
    if data and (changed := spoilt(proof, data)) != proof:
        wrong.append((old, new, changed, before, after))
    if old < new:
        wrong.append((old, new, proof, after, before))
        wrong.append((new, old, proof, after, before))
    for arguments in wrong:
        with pytest.raises(NotProved):
            proofs.verify_consistency(*arguments)


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_no_proof_reconciles_two_histories(old, more, data):
    other = hashes.leaf_hashes(b"other %d" % number for number in range(old))
    new = old + more
    at = data.draw(st.integers(0, old - 1))
    forked = [*LEAVES[:at], *other[at:]]
    proof = proofs.consistency_proof(old, new, of_size(new))
    with pytest.raises(NotProved, match="another root"):
        proofs.verify_consistency(old, new, proof, hashes.root_hash(forked), ROOTS[new])


@pytest.mark.parametrize(("size", "index"), [(0, 0), (1, 1), (5, -1), (2**63, 0)])
def test_what_is_not_in_the_tree_is_not_proved(size, index):
    with pytest.raises(NotProved, match="has no leaf"):
        proofs.inclusion_proof(size, index, TREE.node)


@pytest.mark.parametrize(("old", "new"), [(0, 5), (0, 0), (6, 5), (-1, 5), (1, 2**63)])
def test_between_what_sizes_nothing_is_proved(old, new):
    with pytest.raises(NotProved):
        proofs.consistency_proof(old, new, TREE.node)


def test_the_longest_proofs_are_within_the_limit():
    size = hashes.MOST_LEAVES
    assert len(proofs.inclusion_proof(size, 0, lambda *_: bytes(32))) == 62
    assert len(proofs.consistency_proof(1, size, lambda *_: bytes(32))) == 62
    assert len(proofs.consistency_proof(size - 1, size, lambda *_: bytes(32))) == 63
    assert proofs.MOST_HASHES == 63
