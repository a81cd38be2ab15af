"""The vote's door from outside, through every layer: what is refused leaves nothing behind."""

import secrets
from base64 import urlsafe_b64encode

import pytest
from django.test import Client

from plaudit.people import addresses, guests
from plaudit.points.models import Ballot, PrefixCount, SpentProof, VoterLink
from plaudit.points.parsing import FORM, JSON
from plaudit.sharing.models import ShareTally
from tests.points.voting import address, give
from tests.support import making

pytestmark = pytest.mark.django_db

ID = "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"
BODIES = [
    *((FORM, body) for body in (
        b"value=2", b"value=%2B1+", b"value=+1", b"value=1&value=1", b"value=1&value=0", b"value=",
        b"value=true", b"value[]=1", b"value=1e9", b"value=NaN", b"value=%D9%A1", b"value=1%00",
        b"value=%ff", b"value=\xff", b"VALUE=1", b"value=1;value=1", b"", b"&&&&", b"value",
        b"value=1&user=alice", b"a=1&" * 5000, b"value=" + b"1" * 100_000, b"value=1&nonce=x",
    )),
    *((JSON, body) for body in (
        b'{"value": 2}', b'{"value": "1"}', b'{"value": true}', b'{"value": [1]}', b"[1]", b"1",
        b'{"value": 1e9}', b'{"value": 1.0}', b'{"value": NaN}', b'{"value": Infinity}', b"null",
        b'{"value": 1, "value": 1}', b'{"value": 1, "value": -1}', b'{"value": null}', b"{}", b"",
        b'{"value": {"value": 1}}', b'{"value": 1}\0', b'\xef\xbb\xbf{"value": 1}', b'{"value": 1',
        '{"value": ١}'.encode(), '{"value": 1}'.encode("utf-16"), b"[" * 100_000, b"{" * 15_000,
        b'{"value": 1, "nonce": "\\u0000"}', b'{"value": ' + b"1" * 15_000 + b"}",
    )),
    ("multipart/form-data; boundary=x",
     b'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n1\r\n--x--\r\n'),
    ("text/plain", b'{"value": 1}'),
    (f"{JSON}; charset=latin-1", b'{"value": 1}'),
    (f"{FORM}; charset=utf-7", b"value=1"),
    (f"{JSON}; charset=nonsense", b'{"value": 1}'),
    ("", b"value=1"),
]  # fmt: skip
CROSS = [
    *({"Origin": "null"}, {"Origin": "https://evil.example"}, {"Origin": "http://testserver:81"}),
    *({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": ""}),
    *({"Referer": "https://evil.example/page"}, {"Referer": "http://testserver.evil.example/"}),
    {"Origin": "https://evil.example", "Host": "evil.example"},
    {"Origin": "https://evil.example", "X-Forwarded-Host": "evil.example"},
]


@pytest.fixture
def story(db):
    return making.story()


def leaves_nothing():
    kinds = (Ballot, PrefixCount, SpentProof, VoterLink, ShareTally)
    return not any(kind.objects.exists() for kind in kinds)


@pytest.mark.parametrize(("kind", "body"), BODIES, ids=lambda part: repr(part)[:40])
@pytest.mark.parametrize("accept", [JSON, "text/html"])
def test_what_is_no_vote_is_refused_with_a_reason(guest, story, kind, body, accept):
    # `post` would encode the body anew.
    answer = guest.generic("POST", address(story), body, kind, headers={"Accept": accept})
    assert answer.status_code == 400
    said = answer.json()["error"] if JSON in answer["Content-Type"] else answer.content.decode()
    assert "." in said
    assert not guest.cookies
    assert leaves_nothing()


@pytest.mark.parametrize("headers", CROSS, ids=str)
@pytest.mark.parametrize("door", ["point", "share"])
def test_another_sites_page_can_do_nothing_in_a_readers_name(charlie, story, door, headers):
    browser = Client()
    browser.force_login(charlie)
    url = f"{story.get_absolute_url()}/{door}"
    assert browser.post(url, "value=1", FORM, headers=headers).status_code in (400, 403)
    assert leaves_nothing()


# The cap


def first_votes(story, said, peer="198.51.100.7"):
    """How many of as many new guests are counted without work."""
    answers = [
        give(Client(), story, 1, REMOTE_ADDR=peer, headers={"X-Forwarded-For": forwarded})
        for forwarded in said
    ]
    assert {answer.status_code for answer in answers} <= {200, 429}
    return sum(answer.status_code == 200 for answer in answers)


SPOOFED = {
    "another each time": [f"203.0.{number}.7" for number in range(9)],
    "many hops": [", ".join([f"203.0.{number}.7"] * 2_000) for number in range(9)],
    "nonsense": [f"{number}\t,;=unknown" for number in range(9)],
    "another IPv6 each time": [f"2001:db8:{number}::7" for number in range(9)],
    "loopback": ["127.0.0.1"] * 9,
}


@pytest.mark.parametrize("how", SPOOFED)
def test_a_header_does_not_lift_the_cap_of_who_comes_directly(story, how):
    assert first_votes(story, SPOOFED[how]) == 5


@pytest.mark.parametrize("how", SPOOFED)
def test_nor_of_who_comes_through_a_trusted_proxy(story, monkeypatch, how):
    """The proxy adds the address it sees; what stood there before is the reader's invention."""
    proxies = (addresses.ipaddress.ip_network("10.0.0.0/8"),)
    monkeypatch.setattr(addresses, "trusted_proxies", lambda: proxies)
    said = [f"{invented}, 198.51.100.7" for invented in SPOOFED[how]]
    assert first_votes(story, said, peer="10.0.0.1") == 5


def test_one_household_is_one_block_in_ipv6_too(story):
    votes = [
        give(Client(), story, 1, REMOTE_ADDR=f"2001:db8:7:{number:x}::{number}").status_code
        for number in range(9)
    ]
    assert votes == [200] * 5 + [429] * 4


def test_the_same_address_written_otherwise_is_no_other(story):
    peers = ["198.51.100.7", "::ffff:198.51.100.7", "::ffff:c633:6407", "198.51.100.7:80",
             "[::ffff:198.51.100.7]:80", "198.51.100.99", "::FFFF:198.51.100.8%eth0"]  # fmt: skip
    votes = [give(Client(), story, 1, REMOTE_ADDR=peer).status_code for peer in peers]
    assert votes == [200] * 5 + [429] * 2


# The guest's cookie


@pytest.mark.parametrize(
    "cookie",
    [
        *("", "a", "A" * 42, "A" * 44, "A" * 43 + "=", "A" * 42 + "B", "A" * 5000, "%00" * 14),
        urlsafe_b64encode(bytes(31)).decode(),
    ],
)
def test_a_cookie_that_is_none_of_ours_makes_a_new_guest(guest, story, cookie):
    guest.cookies["guest"] = cookie
    answer = give(guest, story, 1)
    assert answer.status_code == 200
    assert answer.cookies["guest"].value not in ("", cookie)


def test_a_made_up_cookie_is_no_way_round_the_cap(story):
    """Every new secret is a new guest, whoever has thought it up."""
    statuses = []
    for _ in range(9):
        browser = Client()
        browser.cookies["guest"] = guests._encoded(secrets.token_bytes(32))
        statuses.append(give(browser, story, 1).status_code)
    assert statuses == [200] * 5 + [429] * 4


# Figures for programs


@pytest.mark.parametrize(
    "asked",
    [
        *(",".join([ID] * 10_000), "s/'; DROP TABLE x--", "%ff", "%01"),
        *("s/" + "\u0661" * 26, ",".join(["x"] * 100), "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y%0a", ","),
    ],
    ids=lambda text: text[:20],
)
def test_no_more_figures_are_looked_up_than_a_page_can_show(
    guest, asked, db, django_assert_num_queries
):
    with django_assert_num_queries(0):
        answer = guest.get(f"/points.json?about={asked}")
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")
