"""The replay rule: what the leaves amount to, and which leaf is one too many."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
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
from plaudit.recount.points import Points
from plaudit.recount.replay import Replay, RuleBroken
from plaudit.tlog.hashes import EMPTY_ROOT
from tests.recount import naive
from tests.recount.samples import ABOUT, NONCE, ROOT, TAG

OTHER = "c/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"
TAGS = [TAG, "A" * 43, "_" * 42 + "8"]
FIRST = Ballot(ABOUT, TAG, 1, 1, "g", NONCE)


def replayed(*leaves):
    entries = [leaf if isinstance(leaf, bytes) else leaf.encoded() for leaf in leaves]
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    return replay


def ballot(tag=0, rev=1, value=1, kind="g", about=ABOUT):
    return Ballot(about, TAGS[tag], rev, value, kind, NONCE)


def test_points_are_the_sum_of_the_last_revisions():
    log = replayed(
        Policy(),
        ballot(0),
        ballot(1, kind="m"),
        ballot(2, value=-1, kind="f"),
        ballot(0, rev=2, value=-1),
        ballot(0, about=OTHER),
        ballot(1, rev=2, value=0, kind="m"),
    )
    assert log.points(ABOUT) == Points(up=0, down=2, guests=-1, fediverse=-1)
    assert log.points(ABOUT).total == -2
    assert dict(log.all_points()) == {
        OTHER: Points(up=1, guests=1),
        ABOUT: Points(down=2, guests=-1, fediverse=-1),
    }
    assert log.points("s/01JD3Z5K8R2M7N4Q6T9V0W1X2Z") == Points()


def test_the_last_policy_weighs_every_ballot():
    leaves = [Policy(m=3), ballot(0), ballot(1, kind="m"), ballot(2, value=-1, kind="f")]
    assert replayed(*leaves).points(ABOUT) == Points(4, 1, members=3, guests=1, fediverse=-1)
    weighed = replayed(*leaves, Policy(m=2, g=0, f=5)).points(ABOUT)
    assert weighed == Points(up=2, down=5, members=2, guests=0, fediverse=-5)


def test_what_is_set_aside_counts_nothing_and_is_counted_as_such():
    leaves = [Policy(), ballot(0), ballot(1, value=-1), Void(1, "spam")]
    assert replayed(*leaves).points(ABOUT) == Points(down=1, guests=-1, set_aside=1)
    assert replayed(*leaves).void == {1: "spam"}
    assert replayed(*leaves, Unvoid(1)).points(ABOUT) == Points(up=1, down=1)
    again = replayed(*leaves, Unvoid(1), Void(1, "ring"))
    assert (again.points(ABOUT).set_aside, again.void) == (1, {1: "ring"})


def test_a_revision_after_what_was_set_aside_counts():
    leaves = [Policy(), ballot(0), Void(1, "spam"), ballot(0, rev=2, value=-1)]
    assert replayed(*leaves).points(ABOUT) == Points(down=1, guests=-1)
    assert replayed(*leaves, Unvoid(1)).points(ABOUT) == Points(down=1, guests=-1)


def test_setting_aside_an_earlier_revision_changes_nothing():
    leaves = [Policy(), ballot(0), ballot(0, rev=2, value=-1), Void(1, "spam")]
    assert replayed(*leaves).points(ABOUT) == Points(down=1, guests=-1)


def test_a_withdrawn_point_that_is_set_aside_is_none():
    assert replayed(Policy(), ballot(0, value=0), Void(1, "ring")).points(ABOUT) == Points()


def test_totals_carried_over_add_up_and_weigh_nothing():
    log = replayed(
        Policy(g=2), Carried(ABOUT, 583, "ghost"), ballot(0), Carried(ABOUT, -3, "other")
    )
    assert log.points(ABOUT) == Points(up=2, guests=2, carried=580)
    assert log.points(ABOUT).total == 582


def test_a_log_that_follows_a_lost_one_says_which():
    origin = OriginChange("gazette.example", 70_000, ROOT)
    log = replayed(origin, Policy(), ballot(0))
    assert (log.follows, log.points(ABOUT).total) == (origin, 1)
    assert replayed(Policy()).follows is None


def test_the_root_of_all_points_so_far_is_checked():
    leaves = [Policy(), ballot(0), ballot(1, about=OTHER), Carried(OTHER, 5, "ghost")]
    root = naive.points_root([leaf.encoded() for leaf in leaves])
    assert replayed(*leaves).points_map().root() == root
    assert replayed(*leaves, PointsRoot(root), ballot(1)).points(ABOUT).total == 2
    assert replayed(Policy(), PointsRoot(EMPTY_ROOT)).size == 2


def test_a_leaf_says_whether_it_is_the_last_of_its_voter():
    log = replayed(Policy(), ballot(0), ballot(0, rev=2, value=0))
    assert not log.is_last(ballot(0))
    assert log.is_last(ballot(0, rev=2, value=0))
    assert not log.is_last(ballot(1))
    assert not log.is_last(ballot(0, about=OTHER))


ORIGIN = OriginChange("gazette.example", 1, ROOT)
BROKEN = [
    ([FIRST], 0, "a policy has to come first"),
    ([ORIGIN, FIRST], 1, "a policy has to come first"),
    ([ORIGIN, ORIGIN, Policy()], 1, "a policy has to come first"),
    ([Policy(), ORIGIN], 1, "a change of origin can only be leaf 0"),
    ([Policy(), FIRST, FIRST], 2, "rev is 1; the next of this tag is 2"),
    ([Policy(), replace(FIRST, rev=2)], 1, "rev is 2; the next of this tag is 1"),
    ([Policy(), FIRST, replace(FIRST, rev=3)], 2, "rev is 3; the next of this tag is 2"),
    ([Policy(), FIRST, replace(FIRST, rev=12)], 2, "rev is 12; the next of this tag is 2"),
    ([Policy(), Void(0, "spam")], 1, "its target 0 is no ballot"),
    ([Policy(), FIRST, Void(2, "spam")], 2, "its target 2 is no ballot"),
    ([Policy(), FIRST, Void(3, "spam"), FIRST], 2, "its target 3 is no ballot"),
    ([Policy(), FIRST, Void(1, "spam"), Void(1, "ring")], 3, "its target 1 is void already"),
    ([Policy(), FIRST, Unvoid(1)], 2, "its target 1 is not void"),
    ([Policy(), FIRST, Void(1, "spam"), Unvoid(1), Unvoid(1)], 4, "its target 1 is not void"),
    ([Policy(), FIRST, Void(1, "spam"), Unvoid(2)], 3, "its target 2 is no ballot"),
    ([Policy(), FIRST, PointsRoot(ROOT)], 2, "have the root [0-9a-f]{64}, not 000102"),
    ([Policy(), b""], 1, "does not end with a newline"),
    ([b"plaudit/policy/v1\nrule 2\nm 1\ng 1\nf 1\n"], 0, "the one rule that is known"),
    ([Policy(), FIRST.encoded().replace(b"class g", b"class x")], 1, "class is not one of"),
    ([Policy(), FIRST.encoded().replace(b"+1", b"+2")], 1, "value is not"),
    ([Policy(), FIRST.encoded().replace(b"rev", b"revision")], 1, "where rev should be"),
    ([Policy(), b"plaudit/poll/v1\n"], 1, "No leaf is of the kind 'plaudit/poll/v1'"),
    ([Policy(), FIRST.encoded().replace(b"\n", b"\r\n")], 1, "No leaf is of the kind"),
    ([Policy(), b"x" * 65_536], 1, "An entry of 65536 bytes is too long"),
]


@pytest.mark.parametrize(("leaves", "index", "reason"), BROKEN)
def test_a_leaf_that_breaks_the_rule_is_named(leaves, index, reason):
    with pytest.raises(RuleBroken, match=f"^Leaf {index}: .*{reason}") as broken:
        replayed(*leaves)
    assert broken.value.index == index


ballots = st.builds(
    ballot,
    st.sampled_from([0, 1, 2]),
    st.sampled_from([1, 1, 1, 2, 3]),
    st.sampled_from([1, -1, 0]),
    st.sampled_from("mgf"),
    st.sampled_from([ABOUT, OTHER]),
)
targets = st.integers(0, 12)
anything = st.one_of(
    ballots,
    ballots,
    ballots,
    st.builds(Void, targets, st.just("spam")),
    st.builds(Unvoid, targets),
    st.builds(Carried, st.sampled_from([ABOUT, OTHER]), st.integers(1, 9), st.just("other")),
    st.builds(Policy, st.integers(0, 3), st.integers(0, 3)),
    st.just("the root"),
    st.just(ORIGIN),
)


@settings(max_examples=400)
@given(st.lists(anything, max_size=25), st.integers(1, 7))
def test_it_agrees_with_a_naive_replay(leaves, step):
    entries = [Policy(m=2).encoded()]
    for leaf in leaves:
        data = encoded(leaf, entries)
        if naive.may_follow(entries, naive.fields(data)):
            entries.append(data)
    replay = Replay(entries.__getitem__)
    for at in range(0, len(entries), step):
        replay.feed(entries[at : at + step])
    expected = naive.points(entries)
    found = {about: points.as_json() for about, points in replay.all_points()}
    assert found == {about: {"total": total(of), **of} for about, of in expected.items()}
    assert replay.points_map().root() == naive.points_root(entries)


@given(st.lists(anything, max_size=9))
def test_it_finds_the_same_leaf_wrong_as_a_naive_replay(leaves):
    entries = [Policy(m=2).encoded()]
    for leaf in leaves:
        data = encoded(leaf, entries)
        entries.append(data)
        if not naive.may_follow(entries[:-1], naive.fields(data)):
            with pytest.raises(RuleBroken, match=f"^Leaf {len(entries) - 1}: "):
                replayed(*entries)
            return
    assert replayed(*entries).size == len(entries)


def encoded(leaf, entries):
    return root_of(entries) if leaf == "the root" else leaf.encoded()


def root_of(entries):
    return PointsRoot(naive.points_root(entries)).encoded()


def total(points):
    return points["members"] + points["guests"] + points["fediverse"] + points["carried"]
