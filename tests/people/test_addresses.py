"""Whose address a request comes from, and how little of it is used."""

import ipaddress

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis.strategies import ip_addresses

from plaudit.people import addresses
from plaudit.people.addresses import NOWHERE, ClientAddressMiddleware, client, parse, prefix

PROXIES = tuple(map(ipaddress.ip_network, ("10.0.0.0/8", "2001:db8:ffff::/48")))


def behind(*trusted):
    """The middleware of a site with these proxies; answers with the address it saw."""

    def seen(request):
        return HttpResponse(
            f"{request.META['REMOTE_ADDR']} {request.META.get('HTTP_X_FORWARDED_PROTO', '-')}"
        )

    networks = tuple(map(ipaddress.ip_network, trusted))

    def ask(**environment):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(addresses, "trusted_proxies", lambda: networks)
            request = RequestFactory().get("/", **environment)
            return ClientAddressMiddleware(seen)(request).content.decode()

    return ask


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("203.0.113.9", "203.0.113.9"),
        (" 203.0.113.9 ", "203.0.113.9"),
        ("203.0.113.9:4711", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("[::ffff:203.0.113.9]:80", "203.0.113.9"),
        ("2001:DB8::1", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ('"[2001:db8::1]:4711"', "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
    ],
)
def test_an_address_is_read_as_servers_and_proxies_write_it(text, address):
    assert str(parse(text)) == address


@pytest.mark.parametrize(
    "text", ["", "unknown", "_hidden", "203.0.113", "1", "0x7f.1", "[", "٣.٣.٣.٣"]
)
def test_what_is_no_address_is_nowhere(text):
    assert parse(text) == NOWHERE


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # a stranger may say what it likes
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),  # the left part is a claim
        ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.2.3.4", "198.51.100.1"),
        ("10.0.0.1", "10.9.9.9, 10.2.3.4", "10.9.9.9"),
        ("10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"),  # what hides is not looked behind
        ("10.0.0.1", "198.51.100.1, , ", "198.51.100.1"),
        ("2001:db8:ffff::1", "2001:db8:1::7", "2001:db8:1::7"),
    ],
)
def test_the_client_is_the_rightmost_address_that_is_no_proxy(peer, forwarded, expected):
    assert str(client(parse(peer), forwarded, PROXIES)) == expected


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("::ffff:203.0.113.200", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("", "0.0.0.0/24"),
    ],
)
def test_only_the_block_of_an_address_is_used(address, block):
    assert prefix(address) == block


@given(ip_addresses(v=4))
def test_every_address_lies_in_its_block(address):
    assert prefix(str(address)) == str(ipaddress.ip_network(f"{address}/24", strict=False))


@pytest.mark.parametrize(
    "odd", ["1.2.3.256", "01.2.3.4", "1.2.3", "1.2.3.4.5", "1.2.3.4\n5", "٣.2.3.4"]
)
def test_what_is_no_address_lies_nowhere(odd):
    assert prefix(odd) == "0.0.0.0/24"


def test_without_a_configured_proxy_forwarding_headers_are_removed():
    ask = behind()
    seen = ask(
        REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6", HTTP_X_FORWARDED_PROTO="https"
    )
    assert seen == "127.0.0.1 -"


def test_a_configured_proxy_is_believed():
    ask = behind("127.0.0.1/32")
    seen = ask(
        REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6", HTTP_X_FORWARDED_PROTO="https"
    )
    assert seen == "6.6.6.6 https"


def test_a_neighbour_of_a_configured_proxy_is_not():
    ask = behind("127.0.0.1/32")
    assert ask(REMOTE_ADDR="127.0.0.2", HTTP_X_FORWARDED_FOR="6.6.6.6") == "127.0.0.2 -"
