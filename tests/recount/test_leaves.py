"""A leaf has one spelling. Whatever else is there is refused, with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.recount import leaves
from plaudit.recount.leaves import (
    BALLOT,
    Ballot,
    Carried,
    OriginChange,
    PointsRoot,
    Policy,
    Unvoid,
    Void,
)
from plaudit.tlog.refused import Malformed
from tests.recount import samples
from tests.recount.samples import ABOUT, NONCE, TAG

BYTES = {leaf: text.encode() for leaf, text in samples.TEXTS.items()}
A_BALLOT = next(iter(BYTES.values()))


@pytest.mark.parametrize(("leaf", "data"), BYTES.items())
def test_every_kind_reads_and_writes_its_form(leaf, data):
    assert leaf.encoded() == data
    assert leaves.parse(data) == leaf


def test_the_samples_have_every_kind():
    assert {type(leaf) for leaf in BYTES} == set(leaves.KINDS.values())


@given(samples.leaves)
def test_every_leaf_reads_as_it_was_written(leaf):
    assert leaves.parse(leaf.encoded()) == leaf


def bent(data, places):
    for place, by in places:
        at = place % len(data)
        data = data[:at] + by + data[at + 1 :]
    return data


likely = st.sampled_from([b"", b"0", b"1", b"+", b"-", b" ", b"\n", b"\r", b"A", b"z", b"=", b"_"])
places = st.lists(st.tuples(st.integers(0, 500), likely | st.binary(max_size=2)), max_size=3)


@given(st.sampled_from(list(BYTES.values())), places)
def test_bytes_that_were_bent_are_refused_or_a_leaf_of_their_own(data, places):
    data = bent(data, places)
    try:
        leaf = leaves.parse(data)
    except Malformed:
        assert not BALLOT.fullmatch(data)
    else:
        assert leaf.encoded() == data
        assert bool(BALLOT.fullmatch(data)) == isinstance(leaf, Ballot)


@given(st.sampled_from(["about", "tag", "rev", "value", "class", "nonce"]), st.data())
def test_the_fast_pattern_and_the_strict_parser_agree_on_every_field(name, data):
    form = next(form for field, _, form in Ballot.FIELDS if field == name)
    text = data.draw(st.from_regex(form.pattern, fullmatch=True) | st.text(max_size=45))
    lines = A_BALLOT.decode().split("\n")
    lines = [f"{name} {text}" if line.startswith(f"{name} ") else line for line in lines]
    found = "\n".join(lines).encode(errors="surrogatepass")
    try:
        is_ballot = isinstance(leaves.parse(found), Ballot)
    except Malformed:
        is_ballot = False
    assert bool(BALLOT.fullmatch(found)) == is_ballot


def changed(old, new, data=A_BALLOT):
    assert old in data
    return data.replace(old, new, 1)


POLICY = BYTES[Policy(m=2, g=0, f=1000)]
VOID = BYTES[Void(0, "ring")]
CARRIED = BYTES[Carried(ABOUT, 583, "wordpress")]
POINTS = BYTES[PointsRoot(samples.ROOT)]
ORIGIN = BYTES[OriginChange("gazette.example", 70_000, samples.ROOT)]

REFUSED = [
    (b"", "does not end with a newline"),
    (b"\n", "No leaf is of the kind ''"),
    (A_BALLOT[:-1], "does not end with a newline"),
    (A_BALLOT + b"\n", "has 6 fields, not 7"),
    (A_BALLOT + b"time 1\n", "has 6 fields, not 7"),
    (b"\n" + A_BALLOT, "No leaf is of the kind ''"),
    (A_BALLOT.replace(b"\n", b"\r\n"), "No leaf is of the kind"),
    (changed(b"/v1", b"/v2"), "No leaf is of the kind 'plaudit/ballot/v2'"),
    (changed(b"plaudit/ballot/v1", b"plaudit/poll/v1"), "No leaf is of the kind 'plaudit/poll/v1'"),
    (changed(b"rev 1\n", b""), "'value \\+1' is where rev should be"),
    (changed(f"nonce {NONCE}\n".encode(), b""), "has 6 fields, not 5"),
    (changed(b"tag ", b"tags "), "is where tag should be"),
    (changed(b"about ", b"about  "), "about is not s/, c/ or i/ and a ULID"),
    (changed(b"about s/", b"about u/"), "about is not s/, c/ or i/"),
    (changed(b"about s/0", b"about s/8"), "about is not s/, c/ or i/"),
    (changed(b"K8R2", b"k8r2"), "about is not s/, c/ or i/"),
    (changed(b"-O1E", b"-O1F"), "tag is not 32 bytes as 43 characters"),
    (changed(b"-O1E", b"-O1E="), "tag is not 32 bytes"),
    (changed(b"Be-O", b"Be+O"), "tag is not 32 bytes"),
    (changed(b"rev 1", b"rev 0"), "rev is not a plain number from 1 to 999999999: '0'"),
    (changed(b"rev 1", b"rev 01"), "rev is not a plain number"),
    (changed(b"rev 1", b"rev +1"), "rev is not a plain number"),
    (changed(b"rev 1", b"rev 1 "), "rev is not a plain number"),
    (changed(b"rev 1", b"rev 1000000000"), "rev is not a plain number"),
    (changed(b"rev 1", "rev ١".encode()), "not ASCII"),
    (changed(b"value +1", b"value 1"), "value is not \\+1, -1 or 0: '1'"),
    (changed(b"value +1", b"value +2"), "value is not"),
    (changed(b"value +1", b"value -0"), "value is not"),
    (changed(b"value +1", "value −1".encode()), "not ASCII"),
    (changed(b"class g", b"class x"), "class is not one of m, g, f: 'x'"),
    (changed(b"class g", b"class "), "class is not one of m, g, f: ''"),
    (changed(b"ODw\n", b"ODx\n"), "nonce is not 16 bytes as 22 characters"),
    (changed(b"rule 1", b"rule 2", POLICY), "rule is not 1, the one rule that is known: '2'"),
    (changed(b"1000", b"1001", POLICY), "f is not a plain number from 0 to 1000"),
    (changed(b"g 0", b"g -1", POLICY), "g is not a plain number"),
    (changed(b"g 0", b"g 00", POLICY), "g is not a plain number"),
    (changed(b"ring", b"dislike", VOID), "reason is not one of ring, spam,"),
    (changed(b"target 0", b"target 4611686018427387904", VOID), "target is not a plain number"),
    (changed(b"+583", b"+0", CARRIED), "value is not \\+ or - and a number"),
    (changed(b"+583", b"583", CARRIED), "value is not"),
    (changed(b"+583", b"+1000000000000", CARRIED), "value is not"),
    (changed(b"wordpress", b"drupal", CARRIED), "from is not one of wordpress,"),
    (changed(b"=", b"", POINTS), "root is not the base64 of 32 bytes"),
    (changed(b"8=", b"9=", POINTS), "root is not the base64 of 32 bytes"),
    (changed(b"size 70000", b"size 0", ORIGIN), "size is not a plain number from 1"),
    (changed(b"gazette.example", b"gazette example", ORIGIN), "from is not 1 to 255 visible"),
    (b"x" * 65_536, "An entry of 65536 bytes is too long"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_what_is_not_a_leaf_is_refused_with_the_reason(data, reason):
    with pytest.raises(Malformed, match=reason):
        leaves.parse(data)
    assert not BALLOT.fullmatch(data)


@pytest.mark.parametrize(
    "leaf",
    [
        Ballot("s/short", TAG, 1, 1, "g", NONCE),
        Ballot(ABOUT, TAG[:-1], 1, 1, "g", NONCE),
        Ballot(ABOUT, TAG, 0, 1, "g", NONCE),
        Ballot(ABOUT, TAG, 10**9, 1, "g", NONCE),
        Ballot(ABOUT, TAG, 1, 2, "g", NONCE),
        Ballot(ABOUT, TAG, 1, 1, "g\nvalue -1", NONCE),
        Ballot(ABOUT, TAG, 1, 1, "g", NONCE + "\n"),
        Policy(m=1001),
        Policy(rule=2),
        Void(-1, "ring"),
        Void(1, "dislike"),
        Unvoid(2**62),
        Carried(ABOUT, 0, "ghost"),
        PointsRoot(b"short"),
        OriginChange("gazette.example", 0, samples.ROOT),
        OriginChange("zeitung.exämple", 1, samples.ROOT),
    ],
)
def test_what_no_leaf_can_say_is_not_written(leaf):
    with pytest.raises(Malformed):
        leaf.encoded()
