"""Reading a vote out of a request's bytes: exactly what is asked for, or a reason why not."""

import json
import re
from typing import NamedTuple
from urllib.parse import parse_qsl

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
LARGEST = 16_384
TOO_LARGE = f"A vote is at most {LARGEST} bytes long."
LONGEST_PROOF = 4_096
FIELDS = {"value", "nonce", "proof"}
VALUES = {"1": 1, "-1": -1, "0": 0}
# 16 bytes are 21 characters and 2 bits: only these four can come last.
NONCE = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")
PROOF = re.compile(r"[A-Za-z0-9+/]+={0,2}")


class BadVote(ValueError):
    """A request that is no vote; its message is a sentence for whoever sent it."""


class Vote(NamedTuple):
    value: int
    nonce: str | None = None
    proof: str | None = None


class Literal(str):
    """A JSON number as it was written: `1.0`, `1e0` and `-0` are not `1` and `0`."""

    __slots__ = ()


DECODER = json.JSONDecoder(
    object_pairs_hook=tuple,  # a dict would hide that a field is there twice
    parse_int=Literal,
    parse_float=Literal,
    parse_constant=Literal,
)


def vote(content_type: str, body: bytes) -> Vote:
    """The vote in a request's body. Raises BadVote."""
    if len(body) > LARGEST:
        raise BadVote(TOO_LARGE)
    kind = _kind(content_type)
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise BadVote("A vote is written in UTF-8.") from None
    fields = _fields(_json_pairs(text) if kind == JSON else _form_pairs(text))
    return Vote(
        _value(fields, Literal if kind == JSON else str),
        _text(fields, "nonce", NONCE, "nonce is 16 bytes as 22 characters of base64url."),
        _text(fields, "proof", PROOF, "proof is the solution of a challenge, in base64."),
    )


def _kind(content_type: str) -> str:
    kind, *parameters = [part.strip().lower() for part in content_type.split(";")]
    if kind not in (FORM, JSON) or any(
        part not in ("charset=utf-8", 'charset="utf-8"') for part in parameters if part
    ):
        raise BadVote(f"A vote is sent as {FORM} or {JSON}, in UTF-8.")
    return kind


def _form_pairs(text: str) -> list[tuple[str, object]]:
    try:
        pairs = parse_qsl(
            text, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=8
        )
    except ValueError:  # a UnicodeDecodeError is one, too
        raise BadVote("This is not a form that was filled in.") from None
    return list(pairs)


def _json_pairs(text: str) -> list[tuple[str, object]]:
    try:
        found = DECODER.decode(text)
    except (ValueError, RecursionError):
        raise BadVote("This is not valid JSON.") from None
    if not isinstance(found, tuple):
        raise BadVote('A vote in JSON is an object, such as {"value": 1}.')
    return list(found)


def _fields(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise BadVote("Each field is given once.")
    if not fields.keys() <= FIELDS:
        raise BadVote("A vote has the fields value, nonce and proof, and no others.")
    return fields


def _value(fields: dict[str, object], written_as: type[str]) -> int:
    found = fields.get("value")
    if type(found) is not written_as or found not in VALUES:
        raise BadVote("value is 1 for a point, -1 for a point down, or 0 to take it back.")
    return VALUES[found]


def _text(fields: dict[str, object], name: str, pattern: re.Pattern[str], rule: str) -> str | None:
    if name not in fields:
        return None
    found = fields[name]
    if type(found) is not str or len(found) > LONGEST_PROOF or not pattern.fullmatch(found):
        raise BadVote(rule)
    return found
