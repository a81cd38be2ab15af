"""A log that is rebuilt: one byte changed anywhere is found, named, and laid to the right door."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.tlog import bundles, hashes, tiles
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import Frontier
from plaudit.tlog.rebuilding import Rebuilding
from plaudit.tlog.refused import Malformed, NotProved
from plaudit.tlog.tiles import ENTRIES, Tile
from tests.tlog import reference


def log(size):
    """A log as it is stored, and its checkpoint."""
    tree = reference.Tree(reference.entries(size))
    stored = {tile: tiles.rendered(tile, tree.node) for tile in tiles.of_size(size)}
    for bundle in tiles.bundles_between(0, size):
        end = bundle.start + bundle.width
        stored[bundle] = bundles.encode(tree.entries[bundle.start : end])
    return stored, Checkpoint("example.com/log", size, hashes.root_hash(tree.rows[0]))


SMALL = log(300)
LARGE = log(66_000)


def rebuild(stored, checkpoint, tree=None):
    rebuilding = Rebuilding(stored.__getitem__, tree)
    entries = []
    for bundle in tiles.bundles_between(rebuilding.tree.size, checkpoint.size):
        entries += rebuilding.take(bundle, stored[bundle])
    rebuilding.finish(checkpoint)
    return entries


def changed(stored, tile, at):
    data = stored[tile]
    return stored | {tile: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]}


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000])
def test_a_log_that_is_as_it_says_gives_its_entries(size):
    assert rebuild(*log(size)) == reference.entries(size)


@given(st.data())
def test_a_byte_of_a_tile_is_found_and_the_tile_is_to_blame(data):
    stored, checkpoint = SMALL
    tile = data.draw(st.sampled_from([tile for tile in stored if tile.level != ENTRIES]))
    at = data.draw(st.integers(0, len(stored[tile]) - 1))
    named = f"^{re.escape(tile.path)} differs at byte {at} .* the tile is wrong"
    with pytest.raises(NotProved, match=named):
        rebuild(changed(stored, tile, at), checkpoint)


@pytest.mark.parametrize("tile", [Tile(1, 0), Tile(1, 1, 1), Tile(2, 0, 1), Tile(0, 257, 208)])
def test_so_is_a_byte_of_a_tile_high_up_or_at_the_edge(tile):
    stored, checkpoint = LARGE
    at = len(stored[tile]) - 1
    with pytest.raises(NotProved, match=f"^{re.escape(tile.path)} differs at byte {at} .* tile is"):
        rebuild(changed(stored, tile, at), checkpoint)


@given(st.integers(0, 299), st.data())
def test_a_byte_of_an_entry_is_found_and_the_entry_is_to_blame(index, data):
    stored, checkpoint = SMALL
    bundle = Tile(ENTRIES, index // 256, 256 if index < 256 else 44)
    entries = bundles.decode(stored[bundle], bundle.width)
    at = sum(2 + len(entry) for entry in entries[: index % 256]) + 2
    at += data.draw(st.integers(0, len(entries[index % 256]) - 1))
    with pytest.raises(NotProved, match=f"entry {index} hashes to .* the entry is wrong"):
        rebuild(changed(stored, bundle, at), checkpoint)


def test_entries_swapped_or_dropped_are_found():
    stored, checkpoint = SMALL
    first = Tile(ENTRIES, 0)
    entries = bundles.decode(stored[first], 256)
    swapped = bundles.encode([*entries[:7], entries[8], entries[7], *entries[9:]])
    with pytest.raises(NotProved, match=r"entry 7 hashes to .* the entry is wrong"):
        rebuild(stored | {first: swapped}, checkpoint)
    with pytest.raises(Malformed, match="tile/entries/000: The bundle has 255 entries"):
        rebuild(stored | {first: bundles.encode(entries[:7] + entries[8:])}, checkpoint)


def test_an_entry_changed_along_with_all_its_tiles_contradicts_the_checkpoint():
    stored, _ = log(257)
    entries = reference.entries(257)
    entries[3] = b"another"
    checkpoint = Checkpoint("example.com/log", 257, reference.root(entries))
    with pytest.raises(NotProved, match=r"^The entries lead to the root .* but the checkpoint"):
        rebuild(stored, checkpoint)


def test_where_neither_leads_to_the_root_both_are_said():
    stored, checkpoint = SMALL
    both = changed(changed(stored, Tile(0, 0), 0), Tile(ENTRIES, 1, 44), 5)
    with pytest.raises(NotProved, match=r"^tile/0/000 differs at byte 0 .* but the checkpoint"):
        rebuild(both, checkpoint)


def test_a_tile_changed_further_up_does_not_take_the_blame_for_an_entry():
    stored, checkpoint = LARGE
    late = Tile(ENTRIES, 257, 208)
    with pytest.raises(NotProved, match=r"entry 65792 hashes to .* the entry is wrong"):
        rebuild(changed(changed(stored, Tile(1, 0), 0), late, 5), checkpoint)


def test_the_difference_is_known_at_once():
    stored, _ = LARGE
    rebuilding = Rebuilding(changed(stored, Tile(0, 1), 40).__getitem__)
    rebuilding.take(Tile(ENTRIES, 0), stored[Tile(ENTRIES, 0)])
    assert rebuilding.difference == ""
    rebuilding.take(Tile(ENTRIES, 1), stored[Tile(ENTRIES, 1)])
    assert rebuilding.difference.startswith("tile/0/001 differs at byte 40 ")
    assert "entry 257 hashes to" in rebuilding.difference


def test_a_log_that_is_not_whole_is_not_proved():
    stored, checkpoint = SMALL
    rebuilding = Rebuilding(stored.__getitem__)
    rebuilding.take(Tile(ENTRIES, 0), stored[Tile(ENTRIES, 0)])
    with pytest.raises(NotProved, match="256 of 300 entries"):
        rebuilding.finish(checkpoint)


def test_a_tile_of_another_length_is_named():
    stored, checkpoint = SMALL
    for tile in (Tile(0, 0), Tile(0, 1, 44), Tile(1, 0, 1)):
        for data in (b"", stored[tile][:-1], stored[tile] + b"\0"):
            with pytest.raises(Malformed, match=f"{re.escape(tile.path)} has {len(data)} bytes"):
                rebuild(stored | {tile: data}, checkpoint)


@pytest.mark.parametrize("bundle", [Tile(ENTRIES, 1), Tile(ENTRIES, 2), Tile(ENTRIES, 0, 44)])
def test_a_bundle_out_of_turn_is_refused(bundle):
    stored, _ = LARGE
    rebuilding = Rebuilding(stored.__getitem__)
    if bundle.index != 1:
        rebuilding.take(Tile(ENTRIES, 0), stored[Tile(ENTRIES, 0)])
    with pytest.raises(Malformed, match="out of turn"):
        rebuilding.take(bundle, b"")


@pytest.mark.parametrize("number", [0, 1, 255, 256, 257])
def test_a_rebuilding_goes_on_where_an_earlier_one_was(number):
    stored, checkpoint = LARGE
    tree = grown(number * 256)
    assert rebuild(stored, checkpoint, tree) == reference.entries(66_000)[number * 256 :]
    for tile in [tile for tile in tiles.between(number * 256, 66_000) if not tile.is_full]:
        at = len(stored[tile]) - 1
        with pytest.raises(NotProved, match=re.escape(f"{tile.path} differs at byte {at} ")):
            rebuild(changed(stored, tile, at), checkpoint, grown(number * 256))


def grown(size):
    tree = Frontier()
    tree.extend(hashes.leaf_hashes(reference.entries(size)))
    return tree
