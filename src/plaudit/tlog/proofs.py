"""Inclusion and consistency proofs: made as RFC 6962, sections 2.1.1 and 2.1.2, defines them,
verified as RFC 9162, sections 2.1.3.2 and 2.1.4.2, goes about it.

A proof is the list of hashes from the leaf's side up. What proves nothing is refused: an index
that is not in the tree, an empty tree, a tree that shrinks.
"""

from collections.abc import Sequence

from plaudit.tlog.hashes import HASH_SIZE, MOST_LEAVES, edge_levels, fold, node_hash
from plaudit.tlog.refused import NotProved
from plaudit.tlog.tiles import NodeReader

MOST_HASHES = 63  # in a consistency proof between trees of up to MOST_LEAVES


def inclusion_proof(size: int, index: int, node: NodeReader) -> list[bytes]:
    """PATH(index, D[size]). Raises NotProved if there is no such leaf."""
    _check_index(size, index)
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = _middle(start, end)
        if index < middle:
            path.append(range_root(middle, end, node))
            end = middle
        else:
            path.append(range_root(start, middle, node))
            start = middle
    return path[::-1]


def consistency_proof(old: int, new: int, node: NodeReader) -> list[bytes]:
    """PROOF(old, D[new]); empty for equal sizes. Raises NotProved for sizes that prove nothing."""
    _check_sizes(old, new)
    path: list[bytes] = []
    start, end = 0, new
    while old != end:
        middle = _middle(start, end)
        if old <= middle:
            path.append(range_root(middle, end, node))
            end = middle
        else:
            path.append(range_root(start, middle, node))
            start = middle
    if start:  # the old tree does not end with a subtree whose root is the old root
        path.append(range_root(start, end, node))
    return path[::-1]


def range_root(start: int, end: int, node: NodeReader) -> bytes:
    """MTH(D[start:end]) where the range is a subtree, at the right edge perhaps an incomplete one.

    `range_root(0, size, node)` is the tree's root.
    """
    hashes: list[bytes] = []
    for level in edge_levels(end - start):
        hashes.append(node(level, start >> level))
        start += 1 << level
    return fold(hashes)


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """That the tree of this size and root has this leaf hash at the index; raises NotProved."""
    _check_index(size, index)
    _check_hashes(leaf, root, *proof)
    at, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise NotProved("The inclusion proof has more hashes than the tree has levels.")
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            at, last = _up_to_a_right_child(at, last)
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    if last != 0:
        raise NotProved("The inclusion proof has fewer hashes than the tree has levels.")
    if found != root:
        raise NotProved(f"The inclusion proof of leaf {index} leads to another root.")


def verify_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """That the new tree begins with all leaves of the old one, in their order; raises NotProved."""
    _check_sizes(old, new)
    _check_hashes(old_root, new_root, *proof)
    if old == new:
        if proof:
            raise NotProved("Between trees of one size there is nothing to prove.")
        if old_root != new_root:
            raise NotProved(f"There are two trees of size {old} with different roots.")
        return
    first, second = _roots(old, new, proof, old_root)
    if first != old_root:
        raise NotProved(f"The consistency proof leads to another root for the old size {old}.")
    if second != new_root:
        raise NotProved(f"The consistency proof leads to another root for the new size {new}.")


def _roots(old: int, new: int, proof: Sequence[bytes], old_root: bytes) -> tuple[bytes, bytes]:
    """The two roots that a consistency proof leads to."""
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    if not proof:
        raise NotProved("The consistency proof is empty.")
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise NotProved("The consistency proof has more hashes than the tree has levels.")
        if at & 1 or at == last:
            first = node_hash(sibling, first)
            second = node_hash(sibling, second)
            at, last = _up_to_a_right_child(at, last)
        else:
            second = node_hash(second, sibling)
        at, last = at >> 1, last >> 1
    if last != 0:
        raise NotProved("The consistency proof has fewer hashes than the tree has levels.")
    return first, second


def _up_to_a_right_child(at: int, last: int) -> tuple[int, int]:
    """Skip the levels at which the last node of the row has no neighbour."""
    while not at & 1 and at:
        at, last = at >> 1, last >> 1
    return at, last


def _middle(start: int, end: int) -> int:
    """Where a tree is split: at the largest power of two smaller than its size."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _check_index(size: int, index: int) -> None:
    if not 0 <= index < size <= MOST_LEAVES:
        raise NotProved(f"A tree of size {size} has no leaf {index}.")


def _check_sizes(old: int, new: int) -> None:
    if old == 0:
        raise NotProved("Every tree is consistent with the empty tree; that proves nothing.")
    if not 0 < old <= new <= MOST_LEAVES:
        raise NotProved(f"A tree of size {new} cannot have grown from one of size {old}.")


def _check_hashes(*hashes: bytes) -> None:
    if any(len(value) != HASH_SIZE for value in hashes):
        raise NotProved(f"Not every hash of the proof has {HASH_SIZE} bytes.")
