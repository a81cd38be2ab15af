"""Bytes from anywhere: every parser either refuses them or would write the very same bytes.

The bytes are those of valid texts, changed in a few places: so they come past the first check.
"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.tlog import bundles, checkpoints, notes, proof_files, tiles, witnessing
from plaudit.tlog.cosignatures import CosignerKey, CosigningKey
from plaudit.tlog.keys import SignerKey, VerifierKey
from plaudit.tlog.refused import Malformed
from tests.tlog import published

NOTE = published.ARCHE_CHECKPOINT
PROOF = "c2sp.org/tlog-proof@v1\nextra b3BhcXVl\nindex 5\n" + published.ARGON_INCLUSION[1:300]
PROOF = PROOF[: PROOF.rindex("\n")] + "\n\n" + published.SUMDB_CHECKPOINT
ENTRIES = [b"", b"a", b"bc" * 40]

# What is read, and how what was read is written.
PARSERS = {
    "note": (notes.parse, lambda found: found.encoded()),
    "checkpoint": (lambda data: checkpoints.parse(utf8(data)), lambda found: found.text().encode()),
    "verifier key": (lambda data: VerifierKey.parse(utf8(data)), lambda key: str(key).encode()),
    "cosigner key": (lambda data: CosignerKey.parse(utf8(data)), lambda key: str(key).encode()),
    "signer key": (
        lambda data: SignerKey.parse(utf8(data)),
        lambda key: key.secret_text().encode(),
    ),
    "proof file": (proof_files.parse, lambda found: found.encoded()),
    "request": (witnessing.parse, lambda found: found.encoded()),
    "answer": (witnessing.parse_cosignatures, witnessing.cosignatures_encoded),
    "size": (witnessing.parse_size, witnessing.size_encoded),
    "path": (lambda data: tiles.parse_path(utf8(data)), lambda tile: tile.path.encode()),
    "bundle": (lambda data: bundles.decode(data, len(ENTRIES)), bundles.encode),
}
VALID = {
    "note": [NOTE, published.QUOTATION + "\n" + published.PETERS_LINE + published.ENOCHS_LINE],
    "checkpoint": [NOTE[: NOTE.index("\n\n") + 1] + "extension\n", "a\n1\n" + "A" * 43 + "=\n"],
    "verifier key": [published.PETER, published.SUMDB, published.ARCHE],
    "cosigner key": published.WITNESSES,
    "signer key": [published.PETER_SECRET],
    "proof file": [PROOF],
    "request": published.REQUESTS,
    "answer": [published.COSIGNATURES],
    "size": ["0\n", "20852163\n"],
    "path": ["tile/0/x001/x234/067", "tile/entries/000.p/255", "tile/3/012.p/1"],
    "bundle": [bundles.encode(ENTRIES).decode()],
}
TRICKS = [
    *("\n", "\n\n", "\r\n", "\r", "\t", "\0", " ", "  ", "\x7f", "\x85", "\u00a0", "\u2028"),
    *("\u200b", "\ufeff", "e\u0301", "\u0663", "\u00b2", "—", "–", "— ", "- ", "+", "-", "_"),
    *(
        "=",
        "==",
        "A",
        "AAAA",
        "0",
        "00",
        "9",
        "x",
        "/",
        "//",
        ".",
        ".p/",
        "index ",
        "extra ",
        "old ",
    ),
]
TRICKS_BYTES = [trick.encode() for trick in TRICKS] + [b"\xff", b"\xc0\x80", b"\xed\xa0\x80"]


def utf8(data):
    """What a caller does with bytes that have to be text."""
    return data.decode(errors="surrogateescape")


def bent(data, chance):
    """The same bytes, but for one to three changes of the kinds that people and attackers make."""
    for _ in range(chance.randint(1, 3)):
        at, end = sorted(chance.choices(range(len(data) + 1), k=2))
        kind = chance.randrange(7)
        if kind == 0 and at < len(data):
            data = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        elif kind == 1:
            data = data[:at] + chance.choice(TRICKS_BYTES) + data[at:]
        elif kind == 2:
            data = data[:at] + chance.choice(TRICKS_BYTES) + data[at + 1 :]
        elif kind == 3:
            data = data[:at] + data[end:]
        elif kind == 4:
            data = data[:end] + data[at:end] + data[end:]
        elif kind == 5:
            lines = data.split(b"\n")
            chance.shuffle(lines)
            data = b"\n".join(lines)
        else:
            data = data[:at]
    return data


def hold(name, data):
    """Whether the bytes are accepted; and then they are what would be written."""
    parse, write = PARSERS[name]
    try:
        found = parse(data)
    except Malformed:
        return False
    assert write(found) == data
    return True


@pytest.mark.parametrize("name", PARSERS)
def test_what_is_valid_is_accepted(name):
    for text in VALID[name]:
        assert hold(name, text.encode())


@pytest.mark.parametrize("name", PARSERS)
def test_what_was_bent_is_refused_or_still_canonical(name):
    chance = random.Random(name)
    accepted = sum(
        hold(name, bent(chance.choice(VALID[name]).encode(), chance)) for _ in range(1500)
    )
    assert accepted < 1500


@pytest.mark.parametrize("name", PARSERS)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_refused_or_canonical(name, data):
    hold(name, data)


def test_secret_keys_for_cosigning_are_as_strict():
    text = CosigningKey("witness.example/w1", bytes(32)).secret_text()
    for at in range(len(text)):
        with pytest.raises(Malformed):
            CosigningKey.parse(text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :])
