"""Keys as text: what x/mod publishes is read, and nothing that differs from it by a byte."""

import pytest

from plaudit.tlog.keys import SignerKey, VerifierKey
from plaudit.tlog.refused import Malformed, NotProved
from tests.tlog import published


@pytest.mark.parametrize("text", [published.PETER, published.ENOCH, published.SUMDB])
def test_a_verifier_key_is_read_and_written_back(text):
    assert str(VerifierKey.parse(text)) == text


def test_a_signer_key_is_read_and_written_back_and_has_its_verifier():
    key = SignerKey.parse(published.PETER_SECRET)
    assert key.secret_text() == published.PETER_SECRET
    assert str(key.verifier) == published.PETER


@pytest.mark.parametrize(
    ("parse", "text"),
    [(VerifierKey.parse, published.PETER), (SignerKey.parse, published.PETER_SECRET)],
)
def test_no_part_of_a_key_and_no_key_with_a_byte_changed_is_one(parse, text):
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            if (start, end) != (0, len(text)):
                with pytest.raises(Malformed):
                    parse(text[start:end])
    for at in range(len(text)):
        for step in (1, -1):
            with pytest.raises(Malformed):
                parse(text[:at] + chr(ord(text[at]) + step) + text[at + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        published.WRONG_LENGTH,
        published.UNKNOWN_TYPE,
        published.PETER.replace("c74f20a3", "C74F20A3"),
        published.PETER + "\n",
        published.PETER + "=",
        published.PETER + "AAAA",
        " " + published.PETER,
        published.PETER_SECRET,
        published.WITNESSES[0],
        "",
        "++",
        "a+b+" + "A" * 5000,
    ],
)
def test_a_text_that_is_no_verifier_key_is_refused(text):
    with pytest.raises(Malformed):
        VerifierKey.parse(text)


SPACES = [" ", "\t", "\n", "\x85", "\u00a0", "\u1680", "\u2003", "\u2028", "\u3000"]


@pytest.mark.parametrize("name", ["", "a+b", "a\0b", "\ud800", *(f"a{s}b" for s in SPACES)])
def test_a_name_with_a_space_of_any_kind_or_a_plus_is_refused(name):
    with pytest.raises(Malformed, match="name"):
        SignerKey.generate(name)


def test_a_name_in_any_script_is_a_name():
    key = SignerKey.generate("صحيفة.example/log")
    assert SignerKey.parse(key.secret_text()) == key
    assert VerifierKey.parse(str(key.verifier)) == key.verifier


def test_what_is_wrong_with_a_secret_is_said_without_the_secret():
    secret = published.PETER_SECRET
    changes = [("+AY", "+BY"), ("c74", "c84"), ("KDFz", "KDFz="), ("KDFz", "KDF")]
    for old, new in changes:
        with pytest.raises(Malformed) as refusal:
            SignerKey.parse(secret.replace(old, new))
        assert secret[-20:-2] not in f"{refusal.value} {refusal.value.__context__}"
    assert secret[-20:] not in repr(SignerKey.parse(secret))
    assert "seed" not in repr(SignerKey.parse(secret))


def test_a_signature_holds_for_its_bytes_and_its_key_alone():
    key, other = SignerKey.generate("a"), SignerKey.generate("a")
    signature = key.sign_bytes(b"hi")
    key.verifier.verify(b"hi", signature)
    changed = bytes([signature[0] ^ 1]) + signature[1:]
    for verifier, message, value in [
        (key.verifier, b"ho", signature),
        (key.verifier, b"hi", changed),
        (key.verifier, b"hi", signature[:-1]),
        (key.verifier, b"hi", signature + b"\0"),
        (key.verifier, b"hi", b""),
        (other.verifier, b"hi", signature),
    ]:
        with pytest.raises(NotProved, match="does not verify"):
            verifier.verify(message, value)
