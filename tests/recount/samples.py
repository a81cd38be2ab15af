"""Leaves to try things with: one of each kind as text, and strategies for all there can be."""

from hypothesis import strategies as st

from plaudit.recount.leaves import (
    Ballot,
    Carried,
    OriginChange,
    PointsRoot,
    Policy,
    Unvoid,
    Void,
)
from plaudit.tlog.canonical import to_base64

ABOUT = "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"
TAG = "DkJtDYyFWa09uJ9PbY9ULp8I8Tdw1wHbEKOvMBe-O1E"
NONCE = "AAECAwQFBgcICQoLDA0ODw"
ROOT = bytes(range(32))

TEXTS = {
    Ballot(ABOUT, TAG, 1, 1, "g", NONCE): (
        f"plaudit/ballot/v1\nabout {ABOUT}\ntag {TAG}\nrev 1\nvalue +1\nclass g\nnonce {NONCE}\n"
    ),
    Ballot(ABOUT, TAG, 12, -1, "m", NONCE): (
        f"plaudit/ballot/v1\nabout {ABOUT}\ntag {TAG}\nrev 12\nvalue -1\nclass m\nnonce {NONCE}\n"
    ),
    Ballot(ABOUT, TAG, 999_999_999, 0, "f", NONCE): (
        f"plaudit/ballot/v1\nabout {ABOUT}\ntag {TAG}\nrev 999999999\nvalue 0\nclass f\n"
        f"nonce {NONCE}\n"
    ),
    Policy(m=2, g=0, f=1000): "plaudit/policy/v1\nrule 1\nm 2\ng 0\nf 1000\n",
    Void(0, "ring"): "plaudit/void/v1\ntarget 0\nreason ring\n",
    Unvoid(2**62 - 1): "plaudit/unvoid/v1\ntarget 4611686018427387903\n",
    Carried(ABOUT, 583, "wordpress"): (
        f"plaudit/carried/v1\nabout {ABOUT}\nvalue +583\nfrom wordpress\n"
    ),
    PointsRoot(ROOT): f"plaudit/points/v1\nroot {to_base64(ROOT)}\n",
    OriginChange("gazette.example", 70_000, ROOT): (
        f"plaudit/origin/v1\nfrom gazette.example\nsize 70000\nroot {to_base64(ROOT)}\n"
    ),
}

BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
ULID = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def spelled(alphabet, count, last):
    return st.builds(
        str.__add__,
        st.text(alphabet, min_size=count, max_size=count),
        st.sampled_from(last),
    )


abouts = st.builds(
    "{}/{}{}".format,
    st.sampled_from("sc"),
    st.sampled_from("01234567"),
    st.text(ULID, min_size=25, max_size=25),
)
ballots = st.builds(
    Ballot,
    abouts,
    spelled(BASE64URL, 42, "AEIMQUYcgkosw048"),
    st.integers(1, 999_999_999),
    st.sampled_from([1, -1, 0]),
    st.sampled_from("mgf"),
    spelled(BASE64URL, 21, "AQgw"),
)
weights = st.integers(0, 1000)
indices = st.integers(0, 2**62 - 1)
roots = st.binary(min_size=32, max_size=32)
reasons = st.sampled_from(["ring", "spam", "duplicate", "legal", "error"])
totals = st.integers(1 - 10**12, 10**12 - 1).filter(bool)
leaves = st.one_of(
    ballots,
    st.builds(Policy, weights, weights, weights),
    st.builds(Void, indices, reasons),
    st.builds(Unvoid, indices),
    st.builds(Carried, abouts, totals, st.sampled_from(["wordpress", "ghost", "archive", "other"])),
    st.builds(PointsRoot, roots),
    st.builds(
        OriginChange,
        st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="+"))
        .filter(bool)
        .map(lambda text: text[:255]),
        st.integers(1, 2**62),
        roots,
    ),
)
