"""Tiles and bundles: paths, which there are, what is in them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plaudit.tlog import bundles, hashes, tiles
from plaudit.tlog.refused import Malformed, NotProved
from plaudit.tlog.tiles import ENTRIES, Tile
from tests.tlog import reference

SIZES = [1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000]


# The first is the example of C2SP tlog-tiles, the rest follow from its rules.
@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 1_234_067), "tile/0/x001/x234/067"),
        (Tile(0, 0), "tile/0/000"),
        (Tile(0, 999), "tile/0/999"),
        (Tile(0, 1000), "tile/0/x001/000"),
        (Tile(3, 12, 112), "tile/3/012.p/112"),
        (Tile(1, 0, 1), "tile/1/000.p/1"),
        (Tile(ENTRIES, 1234, 255), "tile/entries/x001/234.p/255"),
        (Tile(7, 0), "tile/7/000"),
        (Tile(0, (2**62 - 1) // 256), "tile/0/x018/x014/x398/x509/x481/983"),
    ],
)
def test_a_tile_has_one_path_and_the_path_one_tile(tile, path):
    assert tile.path == path
    assert tiles.parse_path(path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tile/0",
        "tile/0/",
        "/tile/0/000",
        "tile/00/000",
        "tile/-1/000",
        "tile/64/000",
        "tile/8/000/",
        "tile/8/001",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/001/234",
        "tile/0/x001",
        "tile/0/x001/x234",
        "tile/0/x1/234",
        "tile/0/X001/234",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/300",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000.p/1/",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "tile/data/000",
        "tile/8/0/000",
        "tile/0/x018/x014/x398/x509/x481/984",
        "tile/0/" + "x999/" * 5000 + "999",
        "tile/entries/../000",
    ],
)
def test_what_is_no_tiles_path_is_refused(path):
    with pytest.raises(Malformed, match="path"):
        tiles.parse_path(path)


def test_a_tree_of_70000_has_the_tiles_that_the_specification_names():
    found = list(tiles.of_size(70_000))
    assert sum(tile.level == 0 and tile.is_full for tile in found) == 273
    assert [tile for tile in found if not tile.is_full or tile.level > 0] == [
        Tile(0, 273, 112),
        Tile(1, 0),
        Tile(1, 1, 17),
        Tile(2, 0, 1),
    ]


def test_a_tree_of_256_has_a_full_tile_and_one_of_width_one_above():
    assert list(tiles.of_size(256)) == [Tile(0, 0), Tile(1, 0, 1)]
    assert list(tiles.of_size(0)) == []


@given(st.integers(0, 70_000), st.integers(0, 70_000))
@example(1023, 1025)
@example(65_535, 65_536)
def test_growth_changes_exactly_the_tiles_that_differ(one, other):
    old, new = sorted((one, other))
    before = set(tiles.of_size(old))
    assert list(tiles.between(old, new)) == [t for t in tiles.of_size(new) if t not in before]
    before = set(tiles.bundles_between(0, old))
    after = tiles.bundles_between(0, new)
    assert list(tiles.bundles_between(old, new)) == [t for t in after if t not in before]


def rendered(size):
    tree = reference.Tree(reference.entries(size))
    return tree, {tile: tiles.rendered(tile, tree.node) for tile in tiles.of_size(size)}


@pytest.mark.parametrize("size", SIZES[:8])
def test_every_node_comes_back_out_of_the_tiles(size):
    tree, stored = rendered(size)
    node = tiles.node_reader(stored.__getitem__, size)
    for level, row in enumerate(tree.rows):
        assert [node(level, index) for index in range(len(row))] == row


@pytest.mark.parametrize("size", SIZES[8:])
def test_the_root_of_a_large_tree_comes_out_of_its_tiles(size):
    tree, stored = rendered(size)
    node = tiles.node_reader(stored.__getitem__, size)
    start, edge = 0, []
    for level in hashes.edge_levels(size):
        edge.append(node(level, start >> level))
        start += 1 << level
    assert hashes.fold(edge) == hashes.root_hash(tree.rows[0])


@pytest.mark.parametrize(("level", "index"), [(0, 300), (8, 1), (9, 0), (0, -1), (-1, 0), (2, 75)])
def test_a_node_that_is_not_there_yet_is_not_read(level, index):
    node = tiles.node_reader(lambda tile: bytes(32 * tile.width), 300)
    with pytest.raises(NotProved, match="has no node"):
        node(level, index)


@pytest.mark.parametrize("length", [0, 1, 300 * 32, 43 * 32, 45 * 32])
def test_a_tile_of_another_size_is_refused_by_name(length):
    node = tiles.node_reader(lambda tile: bytes(length), 300)
    with pytest.raises(Malformed, match=re.escape("tile/0/001.p/44 has")):
        node(0, 299)


ENTRY = st.binary(max_size=300)


@given(st.lists(ENTRY, min_size=1, max_size=256))
def test_a_bundle_gives_back_its_entries(entries):
    data = bundles.encode(entries)
    assert bundles.decode(data, len(entries)) == entries


def test_a_bundle_is_lengths_and_entries():
    assert bundles.encode([b"ab", b"", b"c" * 258]) == b"\0\2ab\0\0\1\2" + b"c" * 258


@given(st.lists(ENTRY, min_size=1, max_size=5), st.data())
def test_a_bundle_cut_or_lengthened_is_refused(entries, data):
    bundle = bundles.encode(entries)
    cut = data.draw(st.integers(0, len(bundle) - 1))
    for wrong in (bundle[:cut], bundle + b"\0", bundle + b"\0\0"):
        with pytest.raises(Malformed, match="bundle"):
            bundles.decode(wrong, len(entries))
    for width in (0, len(entries) - 1, len(entries) + 1):
        with pytest.raises(Malformed, match="bundle"):
            bundles.decode(bundle, width)


@given(st.binary(max_size=60), st.integers(0, 8))
def test_any_bytes_are_a_bundle_that_would_be_written_so_or_refused(data, width):
    try:
        entries = bundles.decode(data, width)
    except Malformed:
        return
    assert width == 0 or bundles.encode(entries) == data


def test_the_longest_entry_fits_and_one_byte_more_does_not():
    longest = bytes(bundles.MOST_BYTES)
    assert bundles.decode(bundles.encode([longest]), 1) == [longest]
    with pytest.raises(Malformed, match="too long"):
        bundles.encode([longest + b"\0"])


@pytest.mark.parametrize("count", [0, 257])
def test_a_bundle_is_not_empty_and_not_wider_than_a_tile(count):
    with pytest.raises(Malformed, match="1 to 256"):
        bundles.encode([b""] * count)
