"""What is a vote, to the letter, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plaudit.points.parsing import FORM, JSON, LARGEST, BadVote, Vote, vote

NONCE = "3kAq0Zt7n_yP-5bW1xYz8Q"

VOTES = [
    (FORM, b"value=1", Vote(1)),
    (FORM, b"value=-1", Vote(-1)),
    (FORM, b"value=0", Vote(0)),
    (FORM, b"value=%31", Vote(1)),
    (FORM, f"nonce={NONCE}&value=1".encode(), Vote(1, NONCE)),
    (FORM, b"value=1&proof=YWJj", Vote(1, None, "YWJj")),
    (f"{FORM}; charset=UTF-8", b"value=1", Vote(1)),
    (JSON, b'{"value": 1}', Vote(1)),
    (JSON, b'{"value": -1}', Vote(-1)),
    (JSON, b' {"value":0} ', Vote(0)),
    (JSON, f'{{"value": 1, "nonce": "{NONCE}"}}'.encode(), Vote(1, NONCE)),
    (f"{JSON};charset=utf-8", b'{"value": 1}', Vote(1)),
    ("Application/JSON", b'{"value": 1}', Vote(1)),
]

VALUES_IN_FORMS = [
    *("", "2", "-2", "10", "+1", "%2B1", "%2B1+", "1+", "+1+", "01", "1.0", "1e0", "1e9", "--1"),
    *(
        "true",
        "null",
        "up",
        "%00",
        "1%00",
        "1%0A",
        "0x1",
        "-0",
        "%EF%BC%91",
        "%D9%A1",
        "%E2%88%921",
    ),
    *("１", "١", "[1]", "1,1", "None", "%31%20"),
]

VALUES_IN_JSON = [
    *("2", "-2", "1.0", "-1.0", "1e0", "1e9", "-0", "0.0", "10", "01", "+1", "NaN", "Infinity"),
    *('"1"', '"-1"', '"+1 "', '""', "true", "false", "null", "[1]", "[]", "{}", '{"value": 1}'),
    *("9" * 5000, '"１"', '"١"', "1 1", "", "undefined", "0x1"),
]

NO_NONCES = [
    "",
    NONCE[:-1],
    NONCE + "A",
    NONCE + "==",
    NONCE[:-1] + "R",  # the same 16 bytes, written differently
    "+/" + NONCE[2:],
    " " + NONCE[1:],
    NONCE[:-1] + "\n",
    "é" + NONCE[1:],
    "１" + NONCE[1:],
]

BODIES = [
    (FORM, b""),
    (FORM, b"value=1&value=1"),
    (FORM, b"value=1&value=-1"),
    (FORM, b"value[]=1"),
    (FORM, b"value"),
    (FORM, b"value=1&"),
    (FORM, b"Value=1"),
    (FORM, b"value=1&points=500"),
    (FORM, b"value=%FF"),
    (FORM, b"\xff\xfe"),
    (FORM, b"&".join([b"value=1"] * 500)),
    (FORM, b'{"value": 1}'),
    (JSON, b""),
    (JSON, b"1"),
    (JSON, b"[1]"),
    (JSON, b'[["value", 1]]'),
    (JSON, b'"value"'),
    (JSON, b"null"),
    (JSON, b"{}"),
    (JSON, b"{"),
    (JSON, b"value=1"),
    (JSON, b'{"value": 1}{"value": 1}'),
    (JSON, b'{"value": 1,}'),
    (JSON, b'{"value": 1, "value": 1}'),
    (JSON, b'{"value": -1, "value": 1}'),
    (JSON, b'{"value": 1, "points": 500}'),
    (JSON, b'{"value": 1, "nonce": null}'),
    (JSON, b'{"value": 1, "nonce": 7}'),
    (JSON, b'{"value": 1, "nonce": "\\ud800"}'),
    (JSON, b'{"value": 1, "proof": 7}'),
    (JSON, b'{"value": 1, "proof": "not base64!"}'),
    (JSON, b'{"value": 1, "proof": "' + b"A" * 5000 + b'"}'),
    (JSON, b'\xef\xbb\xbf{"value": 1}'),
    (JSON, b'{"value": 1, "nonce": "\xff"}'),
    (JSON, '{"value": 1}'.encode("utf-16")),
    (JSON, b"[" * LARGEST),
    (JSON, b'{"value":' * 1800),
    ("", b"value=1"),
    ("text/plain", b"value=1"),
    ("text/plain", b'{"value": 1}'),
    ("application/jsonp", b'{"value": 1}'),
    ("multipart/form-data; boundary=x", b"--x--"),
    (f"{JSON}; charset=latin-1", b'{"value": 1}'),
    (f"{FORM}; charset=utf-7", b"value=1"),
    (f"{JSON}, {FORM}", b"value=1"),
]


def is_refused_with_a_sentence(content_type, body):
    with pytest.raises(BadVote) as refused:
        vote(content_type, body)
    return str(refused.value).endswith(".")


@pytest.mark.parametrize(("content_type", "body", "expected"), VOTES)
def test_a_vote_is_read(content_type, body, expected):
    assert vote(content_type, body) == expected


@pytest.mark.parametrize("value", VALUES_IN_FORMS)
def test_a_form_holds_no_other_value(value):
    assert is_refused_with_a_sentence(FORM, f"value={value}".encode())


@pytest.mark.parametrize("value", VALUES_IN_JSON)
def test_json_holds_no_other_value(value):
    assert is_refused_with_a_sentence(JSON, f'{{"value": {value}}}'.encode())


@pytest.mark.parametrize("nonce", NO_NONCES)
def test_a_nonce_has_one_spelling(nonce):
    body = f'{{"value": 1, "nonce": "{nonce}"}}'.replace("\n", "\\n")
    assert is_refused_with_a_sentence(JSON, body.encode())


@pytest.mark.parametrize(("content_type", "body"), BODIES)
def test_what_is_no_vote_is_refused(content_type, body):
    assert is_refused_with_a_sentence(content_type, body)


def test_a_body_of_16_kilobytes_is_looked_at_and_one_byte_more_is_not():
    padded = b'{"value": 1}'.ljust(LARGEST)
    assert vote(JSON, padded) == Vote(1)
    assert is_refused_with_a_sentence(JSON, padded + b" ")


@given(some.sampled_from([FORM, JSON]), some.binary(max_size=200))
def test_no_bytes_break_the_parser(content_type, body):
    try:
        value = vote(content_type, body).value
    except BadVote:
        return
    assert value in (-1, 0, 1)
