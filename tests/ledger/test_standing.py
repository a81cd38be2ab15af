"""The published checkpoint stands on every page and in every feed."""

import re
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaudit.ledger import batches, sealing, standing
from plaudit.points import ballots
from plaudit.tlog.canonical import to_base64
from tests.ledger import reading
from tests.rankings.making import give, settle, stories

pytestmark = pytest.mark.django_db
FOOT = re.compile(r'data-origin="(.*?)" data-size="(\d+)" data-root="(.*?)"')
CHECKPOINT = ".//{urn:uuid:ba1e4d99-5e20-49ad-870d-8b15b83542dd}checkpoint"
SITE = "127.0.0.1:8000"


@pytest.fixture
def story(ledger_home):
    (made,) = stories(1)
    give(made, 1_200)
    settle()
    return made


def sealed(home):
    """What the checkpoint says, after everything that waits is in the log."""
    while sealing.seal().is_more:
        pass
    found = reading.published(home / "ledger")
    return (found.origin, str(found.size), to_base64(found.root))


def of_page(client, address):
    return FOOT.findall(client.get(address).content.decode())


def of_feed(client, address):
    found = ET.fromstring(client.get(address).content).findall(CHECKPOINT)
    return [(one.get("origin"), one.get("size"), one.get("root")) for one in found]


def test_every_page_and_every_feed_says_how_far_the_log_goes(client, ledger_home, story):
    expected = sealed(ledger_home)
    assert expected[:2] == (SITE, "1201")
    here = story.get_absolute_url()
    for page in ("/", "/new", here, f"{here}/points", "/how-points-work", "/accounts/login/", "/x"):
        assert of_page(client, page) == [expected], page
    for feed in ("/feed", "/new/feed", "/sections/town/hot/feed"):
        assert of_feed(client, feed) == [expected], feed


def test_a_person_reads_it_with_its_whole_root_on_paper_too(client, ledger_home, story):
    _, _, root = sealed(ledger_home)
    page = client.get("/").content.decode()
    assert f"Ledger: 1,201 entries · root {root[:8]}…" in page
    assert f'<code dir="ltr">{root}</code>' in page
    assert f'<p class="print-only"><code dir="ltr">{SITE} 1201 {root}</code></p>' in page


def test_the_next_page_says_the_next_checkpoint_and_the_log_is_asked_without_a_query(
    client, ledger_home, story
):
    before = sealed(ledger_home)
    give(story, 1, voters=[5_000])
    ballots.draw()
    assert of_page(client, "/") == [before]
    after = sealed(ledger_home)
    assert of_page(client, "/") == [after] != [before]
    with CaptureQueriesContext(connection) as queries:
        client.get("/new")
    assert not [query for query in queries if "ledger" in query["sql"]]


def test_what_is_signed_and_not_published_is_on_no_page(client, ledger_home, story):
    published = sealed(ledger_home)
    give(story, 1, voters=[5_000])
    ballots.draw()
    batches.take()
    sealing.sign(batches.state_of())
    assert of_page(client, "/") == [published]
    (ledger_home / "ledger/checkpoint").unlink()
    assert of_page(client, "/") == [published]


def test_a_machine_without_the_ledgers_folder_says_the_same(client, ledger_home, story):
    expected = sealed(ledger_home)
    (ledger_home / "ledger").rename(ledger_home / "ledger-elsewhere")
    assert of_page(client, "/") == [expected]
    (ledger_home / "ledger").mkdir()
    (ledger_home / "ledger/checkpoint").write_text("no note\n")
    assert of_page(client, "/") == [expected]


def test_before_the_log_begins_pages_and_feeds_are_as_they_are_without_one(client, ledger_home):
    assert standing.published() is None
    assert "foot-ledger" not in client.get("/").content.decode()
    assert of_feed(client, "/feed") == []
