"""A policy: which witnesses have to have seen what the auditor sees."""

import pytest

from plaudit.auditor import quorum
from plaudit.tlog import notes
from plaudit.tlog.cosignatures import CosigningKey, cosign
from plaudit.tlog.refused import Malformed, NotProved
from tests.auditor import logs

KEYS = {name: CosigningKey(f"{name}.example/w", bytes([at] * 32)) for at, name in enumerate("abcd")}
WITNESSES = "".join(f"witness {name} {key.verifier}\n" for name, key in KEYS.items())
NOTE = logs.signed(bytes(32), 300)


def policy(*lines):
    return quorum.parse((WITNESSES + "".join(f"{line}\n" for line in lines)).encode())


def cosigned(names):
    return NOTE.with_signatures(cosign(NOTE.text, KEYS[name], 1) for name in names)


@pytest.mark.parametrize(
    ("lines", "enough", "too_few"),
    [
        (["quorum a"], ["a", "ab"], ["", "bcd"]),
        (["group g any a b", "quorum g"], ["a", "b", "abcd"], ["", "cd"]),
        (["group g all a b", "quorum g"], ["ab", "abc"], ["a", "bcd"]),
        (["group g 2 a b c", "quorum g"], ["ab", "bc", "abcd"], ["a", "ad"]),
        (["group g 1 a b", "group h all g c", "quorum h"], ["ac", "bc"], ["ab", "cd"]),
        (["quorum none"], ["", "a"], []),
    ],
)
def test_so_many_have_to_have_signed(lines, enough, too_few):
    for names in enough:
        assert policy(*lines).check(cosigned(names)) == list(names)
    for names in too_few:
        with pytest.raises(NotProved, match="is not reached"):
            policy(*lines).check(cosigned(names))


def test_a_cosignature_that_does_not_verify_is_no_matter_of_counting():
    other = cosign(logs.signed(bytes(32), 301).text, KEYS["a"], 1)
    with pytest.raises(NotProved, match="does not verify"):
        policy("group g any a b", "quorum g").check(cosigned("b").with_signatures([other]))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([], "no line that says the quorum"),
        (["quorum x"], "Line 5 of the policy: no witness and no group above is called x"),
        (["quorum a", "quorum b"], "another quorum"),
        (["group g any", "quorum g"], "is none of"),
        (["group g 0 a", "quorum g"], "needs nobody"),
        (["group g 3 a b", "quorum g"], "number needed"),
        (["group g 02 a b", "quorum g"], "number needed"),
        (["group g 2 a a", "quorum g"], "named twice"),
        (["group g any h", "group h any g", "quorum g"], "called h"),
        (["group a any b", "quorum a"], "the name a is taken"),
        (["group none any b", "quorum none"], "the name none is taken"),
        ([f"witness e {KEYS['a'].verifier}", "quorum e"], "has the same key"),
        ([f"witness e {logs.SIGNER.verifier}", "quorum e"], "signature type 0x04"),
        ([f"log {KEYS['a'].verifier}", "quorum a"], "signature type 0x01"),
        (["nonsense"], "is none of"),
        (["quorum a\r"], "U\\+000D"),
    ],
)
def test_what_is_no_policy_is_refused_with_the_line(lines, reason):
    with pytest.raises(Malformed, match=reason):
        policy(*lines)


def test_comments_addresses_and_tabs_are_read():
    key = KEYS["a"].verifier
    log = f"log {logs.SIGNER.verifier} https://x.example/"
    text = f"# mine\n\n{log}\nwitness\tw {key} https://w.example\nquorum w"
    found = quorum.parse(text.encode())
    assert found.logs == [logs.SIGNER.verifier]
    assert found.check(cosigned("a")) == ["w"]


class TestAnAudit:
    def test_by_a_policy_says_who_cosigned(self, auditor, gazette, said):
        gazette.files["checkpoint"] = self.cosigned(gazette, "ab")
        mine = policy("group g 2 a b c", "quorum g")
        found = auditor.audit(gazette.url, quorum=mine)
        assert found.status == 0
        assert "cosigned by a, b" in said(found, "witnesses", "agrees")[0]

    def test_without_its_quorum_differs_and_goes_on(self, auditor, gazette, said):
        gazette.files["checkpoint"] = self.cosigned(gazette, "a")
        found = auditor.audit(gazette.url, quorum=policy("group g 2 a b c", "quorum g"))
        assert found.status == 1
        assert said(found, "witnesses") == ["The quorum g is not reached: a cosigned."]
        assert said(found, "log", "agrees")

    def test_by_a_policy_that_names_the_log_s_key_needs_no_other(self, auditor, gazette, said):
        gazette.files["keys"] = b"nonsense"
        mine = policy(f"log {logs.SIGNER.verifier}", "quorum none")
        found = auditor.audit(gazette.url, quorum=mine)
        assert found.status == 0
        assert said(found, "key", "agrees") == ["The key is one of those in your policy."]

    def cosigned(self, gazette, names):
        note = notes.parse(gazette.files["checkpoint"])
        return note.with_signatures(cosign(note.text, KEYS[name], 1) for name in names).encoded()
