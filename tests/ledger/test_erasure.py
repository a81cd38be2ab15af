"""An account is erased: the log stays what it was, and nobody can say any more whose ballots."""

from base64 import b64decode
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from plaudit.ledger import keys, sealing
from plaudit.people import erasing
from plaudit.people.models import User
from plaudit.points import ballots, tallies, voters
from plaudit.points.models import MemberSecret, VoterLink
from plaudit.recount.leaves import parse
from plaudit.recount.replay import Replay
from plaudit.tlog import notes, proof_files
from plaudit.tlog.hashes import leaf_hash
from tests.ledger import reading
from tests.points.voting import give
from tests.rankings import making as lists
from tests.support import cast
from tests.support.cast import PASSWORD

pytestmark = pytest.mark.django_db
DELETE = "/accounts/delete/"


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    cache.clear()


@pytest.fixture
def stories(db, ledger_home):
    made = lists.stories(3)
    for story in made:
        lists.give(story, 20)
    return made


@pytest.fixture
def receipts(stories, charlie):
    """Charlie's: a point up, one down, and one that was taken back."""
    browser = Client()
    browser.force_login(charlie)
    votes = [(0, 1), (1, -1), (2, 1), (2, 0)]
    found = [give(browser, stories[which], value).json() for which, value in votes]
    seal()
    return found


def seal():
    ballots.draw()
    while tallies.add():
        pass
    while sealing.seal().is_more:
        pass


def leaves_with(client, password=PASSWORD):
    return client.post(DELETE, {"password": password})


def signed_in(user):
    browser = Client()
    browser.force_login(user)
    return browser


def everything():
    """Every value of every row of the database, with its table."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield from ((table, value) for value in row)


def holds(needle):
    """The tables in which something has it within."""
    found = set()
    for table, value in everything():
        raw = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        if needle in raw:
            found.add(table)
    return found


# The log


def test_the_log_stays_valid_and_agrees_with_the_tallies(ledger_home, stories, receipts, charlie):
    before = reading.published(ledger_home / "ledger")
    assert leaves_with(signed_in(charlie)).status_code == 302
    lists.give(stories[0], 1, voters=[900])
    seal()
    entries = reading.entries(ledger_home / "ledger")  # rebuilt, up to the signed root
    after = reading.published(ledger_home / "ledger")
    assert (before.size, after.size) == (65, 66)
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    for story, total in zip(stories, (22, 19, 20), strict=True):
        expected = tallies.live_one(story.about).as_json()
        assert replay.points(story.about).as_json() == expected
        assert expected["total"] == total


def test_old_receipts_still_verify(client, stories, receipts, charlie):
    leaves_with(signed_in(charlie))
    seal()
    for receipt in receipts:
        digest = leaf_hash(receipt["leaf"].encode())
        note = notes.parse(receipt["ack"].encode())
        assert note.verified([keys.ack_signer().verifier])
        assert b64decode(note.text.splitlines()[2]) == digest
        where = client.get(f"/ledger/leaf/{digest.hex()}").json()
        proof = proof_files.parse(client.get(where["proof"]).content)
        key = keys.signer().verifier
        assert proof.verified(digest, key.name, [key]).size == where["size"]


# The person


def test_nothing_in_the_database_is_of_the_person_or_joins_them_to_a_ballot(
    stories, receipts, charlie
):
    secret = bytes(MemberSecret.objects.get(user=charlie).secret)
    browsers = [signed_in(charlie), signed_in(charlie), signed_in(cast.alice())]
    log(instance=charlie, action="wagtail.edit", user=cast.alice())
    tags = [parse(one["leaf"].encode()).tag for one in receipts]
    named = holds(b"charlie") | holds(b"Charlie")
    assert named == {"people_user", "account_emailaddress", "wagtailcore_modellogentry"}
    assert holds(secret) == {"points_membersecret"}
    assert "points_voterlink" in holds(tags[0].encode())

    leaves_with(browsers[0])
    assert holds(b"charlie") | holds(b"Charlie") | holds(secret) == set()
    for tag in tags:
        assert holds(tag.encode()) == {"points_ballot", "ledger_leaf"}
    assert not VoterLink.objects.exists()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model is User:
                assert not model.objects.filter(**{field.attname: charlie.pk}).exists(), field
    signed_out = [browser.get(DELETE).status_code for browser in browsers]
    assert signed_out == [302, 302, 200]  # to sign in; Alice is still there
    assert Session.objects.count() == 1


def test_a_picture_in_the_newsroom_goes_too(
    charlie, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    profile = UserProfile.get_for_user(charlie)
    profile.avatar.save("face.png", ContentFile(b"a face"))
    assert list(tmp_path.rglob("*.png"))
    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase(charlie)
    assert not list(tmp_path.rglob("*.png"))


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_the_secret_is_not_in_the_files_of_sqlite_either(racing_db, ledger_home):
    """A row that is only marked as deleted could be dug out of the file again."""
    charlie = cast.charlie()
    secret = voters.member(charlie).secret
    assert secret in in_files()
    erasing.erase(charlie)
    assert secret not in in_files()
    assert b"charlie@gazette.example" not in in_files()


def in_files():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA database_list")
        path = cursor.fetchone()[2]
    return Path(path).read_bytes()


# The door


def test_the_page_says_what_goes_and_what_stays(charlie):
    page = signed_in(charlie).get(DELETE).content.decode()
    assert "the secret key from which your ballots were made" in page
    assert "The points you gave still count" in page
    assert f'href="{DELETE}"' in signed_in(charlie).get("/accounts/email/").content.decode()


def test_a_wrong_password_deletes_nothing_and_is_counted_like_one_at_the_door(charlie):
    browser = signed_in(charlie)
    for _ in range(5):
        assert "password" in leaves_with(browser, "wrong").content.decode()
    assert "Too many failed login attempts" in leaves_with(browser).content.decode()
    assert User.objects.filter(pk=charlie.pk).exists()


def test_a_stranger_is_asked_to_sign_in_and_another_sites_form_is_refused(charlie):
    assert leaves_with(Client())["Location"].startswith("/accounts/login/")
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(charlie)
    answer = browser.post(
        DELETE, {"password": PASSWORD}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 403
    assert User.objects.filter(pk=charlie.pk).exists()


def test_whoever_works_in_the_newsroom_has_to_leave_it_first(alice):
    story = lists.stories(1, owner=alice)[0]
    browser = signed_in(alice)
    assert "Ask an administrator" in browser.get(DELETE).content.decode()
    assert leaves_with(browser).status_code == 403
    alice.groups.clear()
    assert leaves_with(browser).status_code == 302
    story.refresh_from_db()
    assert (story.live, story.owner) == (True, None)
    assert not User.objects.filter(username="alice").exists()


def test_the_reader_is_told_and_nothing_of_the_account_stays_in_the_browser(charlie):
    browser = signed_in(charlie)
    page = browser.post(DELETE, {"password": PASSWORD}, follow=True)
    assert "Your account is deleted" in page.content.decode()
    assert not browser.cookies["sessionid"].value
