"""The log of the vectors: two bundles, and every kind of leaf but a change of origin."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from plaudit.recount.leaves import Ballot, Carried, PointsRoot, Policy, Unvoid, Void
from plaudit.recount.replay import Replay
from plaudit.tlog.keys import SignerKey

ORIGIN = "gazette.example"
SIGNER = SignerKey(ORIGIN, sha256(b"test vectors: log").digest())
ACK_SIGNER = SignerKey(f"{ORIGIN}/ack", sha256(b"test vectors: ack").digest())
STORY = "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"
OTHER = "s/01JD400000000000000000000A"
COMMENT = "c/01JD400000000000000000000B"
ITEM = "i/01JD400000000000000000000C"
# The ballot of docs/spec/ballots.md.
FIRST = Ballot(
    STORY, "DkJtDYyFWa09uJ9PbY9ULp8I8Tdw1wHbEKOvMBe-O1E", 1, 1, "g", "AAECAwQFBgcICQoLDA0ODw"
)


def base64url(name, size):
    return urlsafe_b64encode(sha256(name.encode()).digest()[:size]).decode().rstrip("=")


def ballot(who, about=STORY, rev=1, value=1, kind="g"):
    """Tags and nonces here are hashes of names; a real voter's are as in docs/spec/ballots.md."""
    nonce = base64url(f"nonce {who} {about} {rev}", 16)
    return Ballot(about, base64url(f"tag {who} {about}", 32), rev, value, kind, nonce)


def points_root(leaves):
    entries = [leaf.encoded() for leaf in leaves]
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    return PointsRoot(replay.points_map().root())


def opening():
    """The first leaves: the ones that the specification shows."""
    leaves = [
        Policy(),
        FIRST,
        ballot("anna", kind="m"),
        ballot("ben", value=-1, kind="f"),
        Carried(OTHER, 583, "wordpress"),
        ballot("anna", rev=2, value=0, kind="m"),
        ballot("carla", about=OTHER),
        Void(3, "ring"),
        ballot("dora", about=COMMENT, kind="m"),
        Unvoid(3),
        Void(6, "duplicate"),
    ]
    return [*leaves, points_root(leaves)]


def leaves():
    """260 of them: a full bundle and one of four."""
    found = opening()
    found += [ballot(f"reader {number}", (STORY, OTHER)[number % 2]) for number in range(246)]
    return [*found, Policy(m=2), points_root([*found, Policy(m=2)])]
