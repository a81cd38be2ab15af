"""The account's door: guessing, spying and luring lead nowhere."""

import re
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client

from plaudit import settings
from plaudit.people import addresses
from plaudit.people.models import User
from tests.support.cast import PASSWORD

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
LOGIN, RESET, SIGNUP = "/accounts/login/", "/accounts/password/reset/", "/accounts/signup/"
ELSEWHERE = [
    *("https://evil.example/", "//evil.example/", "///evil.example", "/\\evil.example"),
    *("\\\\evil.example", "http:evil.example", "http:///evil.example", "javascript:alert(1)"),
    *("//evil.example@127.0.0.1:8000/", "https://127.0.0.1:8000@evil.example/", "\t//evil.example"),
    *("data:text/html,x", "/%0d%0aLocation:%20https://evil.example", "/\r\nSet-Cookie: a=b"),
]


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    cache.clear()


def sign_in(browser, login="charlie", password="wrong", **more):
    next_url = more.pop("next", "")
    form = {"login": login, "password": password} | ({"next": next_url} if next_url else {})
    return browser.post(LOGIN, form, **more)


def links_in(message):
    return re.findall(r"https?://\S+", message.body)


def leads_to(message):
    """The folders on this site that its links lead to, in order."""
    assert all(link.startswith(SITE) for link in links_in(message)), links_in(message)
    paths = [urlsplit(link).path.rstrip("/") for link in links_in(message)]
    return [f"{path.rpartition('/')[0]}/" for path in paths]


# Mail


@pytest.mark.parametrize("host", ["localhost:6666", "127.0.0.1:1", "[::1]:80", "testserver"])
def test_a_mail_leads_to_the_sites_own_address_whatever_host_was_asked(guest, charlie, host):
    guest.post(RESET, {"email": charlie.email}, headers={"Host": host})
    (message,) = mail.outbox
    assert leads_to(message) == ["/accounts/password/reset/key/", "/"]
    assert host not in message.body.replace(SITE, "") + message.subject
    assert message.subject.startswith("[The Test Gazette] ")


def test_so_does_the_mail_that_confirms_an_address(guest, db):
    form = {"email": "new@reader.example", "username": "newcomer", "password1": PASSWORD}
    assert guest.post(SIGNUP, form, headers={"Host": "localhost:6666"}).status_code == 302
    (message,) = mail.outbox
    assert leads_to(message) == ["/", "/accounts/confirm-email/", "/"]
    assert "localhost" not in message.body + message.subject


def test_the_link_in_the_mail_works_and_only_once(guest, charlie):
    guest.post(RESET, {"email": charlie.email})
    path = urlsplit(links_in(mail.outbox[0])[0]).path
    form = guest.get(path, follow=True)
    new = "another-ferry-on-sunday"
    where = form.redirect_chain[-1][0]
    assert guest.post(where, {"password1": new, "password2": new}).status_code == 302
    assert Client().login(username="charlie", password=new)
    assert b'name="password1"' not in Client().get(path, follow=True).content


@pytest.mark.parametrize(
    ("server", "is_promised"), [("console", False), ("smtp://plaudit@mail.example", True)]
)
def test_a_letter_is_promised_only_where_the_site_sends_mail(
    monkeypatch, guest, charlie, server, is_promised
):
    site = settings.load().model_copy(update={"mail": server})
    monkeypatch.setattr(settings, "load", lambda: site)
    form = {"email": "new@reader.example", "username": "newcomer", "password1": PASSWORD}
    pages = [
        guest.get(RESET),
        guest.post(RESET, {"email": charlie.email}, follow=True),
        guest.post(SIGNUP, form, follow=True),
    ]
    asked, sent, signed_up = (page.content.decode() for page in pages)
    assert ("This site sends no mail yet" not in asked) == is_promised
    assert ("is on its way" in sent, "is on its way" in signed_up) == (is_promised, is_promised)
    assert "Welcome, newcomer" in signed_up


# Guessing


def is_let_try(answer):
    return "Too many failed login attempts" not in answer.content.decode() and (
        answer.status_code != 429
    )


def test_five_wrong_passwords_close_an_account_for_a_while_even_to_the_right_one(charlie):
    for number in range(5):
        assert is_let_try(sign_in(Client(), REMOTE_ADDR=f"203.0.113.{number}"))
    right = sign_in(Client(), password=PASSWORD, REMOTE_ADDR="198.51.100.1")
    assert not is_let_try(right)


@pytest.mark.parametrize("spelling", ["charlie", "CHARLIE", " charlie "])
def test_no_other_host_spelling_or_address_gives_more_tries(charlie, spelling):
    tries = [
        sign_in(
            Client(),
            spelling if number % 2 else "charlie",
            REMOTE_ADDR=f"203.0.113.{number}",
            headers={"Host": f"localhost:{number + 1}", "X-Forwarded-For": f"198.51.100.{number}"},
        )
        for number in range(8)
    ]
    assert sum(map(is_let_try, tries)) == 5


def test_one_address_cannot_try_one_account_after_another(db):
    tries = [
        sign_in(Client(), f"reader{number}", headers={"X-Forwarded-For": f"198.51.100.{number}"})
        for number in range(20)
    ]
    assert sum(map(is_let_try, tries)) == 10


def test_behind_a_proxy_it_is_the_readers_address_that_counts(monkeypatch, db):
    proxies = (addresses.ipaddress.ip_network("127.0.0.1/32"),)
    monkeypatch.setattr(addresses, "trusted_proxies", lambda: proxies)

    def attempt(number, forwarded):
        return sign_in(Client(), f"reader{number}", headers={"X-Forwarded-For": forwarded})

    spoofed = [attempt(number, f"1.2.3.{number}, 203.0.113.7") for number in range(15)]
    assert sum(map(is_let_try, spoofed)) == 10
    assert is_let_try(attempt(99, "203.0.113.8"))


def test_what_else_is_remembered_does_not_push_the_tries_out(charlie):
    for number in range(5):
        sign_in(Client(), REMOTE_ADDR=f"203.0.113.{number}")
    for number in range(2_000):
        cache.set(f"size-of-a-picture-{number}", number)
    assert not is_let_try(sign_in(Client(), REMOTE_ADDR="198.51.100.1"))


# Spying


def test_to_ask_for_a_new_password_tells_nobody_who_has_an_account(charlie):
    answers = [
        Client().post(RESET, {"email": address}) for address in (charlie.email, "no@body.example")
    ]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, "/accounts/password/reset/done/")
    ] * 2


def test_who_asks_by_signing_up_again_and_again_is_soon_told_nothing(charlie):
    """To say that an address has an account helps who forgot it; it is said a few times only."""
    form = {"email": charlie.email, "username": "somebody", "password1": PASSWORD}
    answers = [Client().post(SIGNUP, form).status_code for _ in range(25)]
    assert answers == [200] * 20 + [429] * 5
    assert User.objects.count() == 1


def test_patience_does_not_tell_more_of_them(charlie):
    form = {"email": charlie.email, "username": "somebody", "password1": PASSWORD}
    answers = []
    with time_machine.travel("2026-11-01T12:00:00Z") as clock:
        for _ in range(5):
            answers += [Client().post(SIGNUP, form).status_code for _ in range(20)]
            clock.shift(61)
    assert answers == [200] * 60 + [429] * 40


def test_a_wrong_password_and_a_wrong_name_are_answered_alike(charlie):
    answers = [sign_in(Client(), login).content.decode() for login in ("charlie", "charlia")]
    tokenless = [re.sub(r'value="[^"]*"', "", answer) for answer in answers]
    assert tokenless[0] == tokenless[1]


# Luring


@pytest.mark.parametrize("onward", ELSEWHERE)
def test_to_sign_in_leads_to_no_other_site(guest, charlie, onward):
    answer = sign_in(guest, password=PASSWORD, next=onward)
    assert answer.status_code == 302
    assert re.fullmatch(r"/(%0d%0a[\w:/%.=-]+)?", answer["Location"], re.IGNORECASE)
    assert "a" not in guest.cookies


@pytest.mark.parametrize("onward", ELSEWHERE)
@pytest.mark.parametrize("page", ["/newsroom/login/", "/accounts/logout/", LOGIN])
def test_neither_does_any_page_that_is_told_where_to_go_on(guest, alice, page, onward):
    guest.force_login(alice)
    answer = guest.get(page, {"next": onward})
    if answer.status_code in (301, 302, 303):
        assert urlsplit(answer["Location"]).netloc == ""
        assert re.match(r"/[^/\\]|/$", answer["Location"])


@pytest.mark.parametrize("path", [LOGIN, RESET, SIGNUP, "/accounts/logout/", "/newsroom/login/"])
def test_another_sites_form_is_refused_with_a_page(charlie, path):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(charlie)
    answer = browser.post(path, {"login": "x"}, headers={"Origin": "https://evil.example"})
    assert answer.status_code in (302, 403, 405)
    assert "sessionid" in browser.cookies or path == LOGIN
