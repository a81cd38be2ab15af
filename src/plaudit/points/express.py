"""The express desk: a guest's plain vote, taken from headers and body without Django's request.

It judges nothing that it would have to refuse. What is not plainly a vote to be counted (a member,
a form, a proof, another site's page, a host that is not ours, anything odd) is left to the
ordinary desk (`points.desk`), which stays the one place where refusals are worded.
"""

from collections.abc import Iterable, Mapping

from django.conf import settings as django_settings
from django.http import parse_cookie

from plaudit.people import addresses, guests, hosts, origins
from plaudit.points import ballots, parsing
from plaudit.points.models import Ballot
from plaudit.points.slips import Slip
from plaudit.points.voters import Voter

Headers = Mapping[str, str]

# What a vote is judged by. Given twice, or in letters that HTTP does not know, it is not plain.
LOOKED_AT = frozenset(
    {b"content-length", b"content-type", b"cookie", b"host", b"origin", b"referer",
     b"sec-fetch-site", b"x-forwarded-for", b"x-forwarded-proto"}
)  # fmt: skip
ODD = frozenset({b"transfer-encoding", b"content-encoding", b"expect", b"upgrade"})


def plain(raw: Iterable[tuple[bytes, bytes]]) -> Headers | None:
    """The headers of a request that may be a plain vote, by names in small letters; or None."""
    headers: dict[str, str] = {}
    for name, value in raw:
        if name in LOOKED_AT:
            text = name.decode()
            if text in headers or not value.isascii():
                return None
            headers[text] = value.decode()
        elif name in ODD:
            return None
    return headers if _is_short_json(headers) and hosts.is_ours(headers.get("host", "")) else None


def slip(
    name: str, headers: Headers, body: bytes, peer: tuple[str, str], ticket: object
) -> Slip | None:
    """The vote for the subject called `name`, or None. `peer`: scheme and address of the socket."""
    scheme, address = peer
    if addresses.is_proxy(address):
        forwarded = headers.get("x-forwarded-proto", scheme)
        scheme = "https" if forwarded.partition(",")[0].strip() == "https" else "http"
        address = addresses.client_behind(address, headers.get("x-forwarded-for", ""))
    asked, sender = f"{scheme}://{headers['host']}", headers.get("origin", headers.get("referer"))
    if origins.is_foreign(headers.get("sec-fetch-site"), sender, asked):
        return None
    voter = _voter(headers.get("cookie", ""))
    try:
        vote = parsing.vote(headers["content-type"], body)
    except parsing.BadVote:
        return None
    if voter is None or vote.proof is not None:
        return None
    nonce = vote.nonce or ballots.new_nonce()
    return Slip(name, voter, vote.value, nonce, address, ticket)


def _is_short_json(headers: Headers) -> bool:
    length = headers.get("content-length", "")
    return (
        headers.get("content-type", "").startswith(parsing.JSON)
        and length.isdecimal()
        and len(length) <= 5
        and int(length) <= parsing.LARGEST
    )


def _voter(cookie: str) -> Voter | None:
    """The guest behind a cookie, made up now if there is none; None for who may be signed in."""
    cookies = parse_cookie(cookie) if cookie else {}
    if django_settings.SESSION_COOKIE_NAME in cookies:
        return None
    if secret := guests.secret_in(cookies):
        return Voter(Ballot.Kind.GUEST, secret)
    return Voter(Ballot.Kind.GUEST, guests.new_secret(), is_new=True)
