"""What readers get at the address of a page that is no story, and who may change it."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from plaudit.masthead.models import Page
from plaudit.stories.models import Event
from tests.masthead.making import PAGES, made, page_form
from tests.support.calling import editor, soon

KEEPERS = {"alice", "dora"}
EVERYBODY = ["", "charlie", "mo", "bob", "alice", "dora"]


def test_a_published_page_is_read_at_its_address(keep, client):
    keep("Imprint", "imprint")
    shown = client.get("/pages/imprint")
    assert shown.status_code == 200
    text = shown.content.decode()
    assert "<title>Imprint – " in text
    assert "We print on Mondays." in text
    assert 'rel="canonical" href="' in text
    assert "points-line" not in text


def test_a_draft_is_not_there_for_readers(keep, client):
    keep(live=False)
    assert client.get("/pages/about").status_code == 404
    assert "/pages/about" not in client.get("/sitemap-pages.xml").content.decode()


def test_an_address_that_never_was_is_not_found(db, client):
    assert client.get("/pages/nowhere").status_code == 404


def test_a_page_that_is_taken_back_is_gone(keep, client):
    keep().unpublish()
    assert client.get("/pages/about").status_code == 410


def test_an_old_address_leads_on(keep, client):
    moved = keep()
    moved.slug = "who-we-are"
    moved.save_revision().publish()
    answer = client.get("/pages/about")
    assert (answer.status_code, answer["Location"]) == (301, "/pages/who-we-are")
    moved.refresh_from_db()
    moved.unpublish()
    assert client.get("/pages/about").status_code == 404


def test_an_address_that_another_page_had_is_refused_with_a_sentence(keep, as_):
    moved = keep()
    moved.slug = "who-we-are"
    moved.save_revision().publish()
    answer = as_("alice").post(f"{PAGES}/add/", page_form("publish", title="Other"))
    assert "Another page has or had this address" in answer.content.decode()
    assert Page.objects.count() == 1


def test_a_title_nobody_can_read_is_refused(as_):
    answer = as_("alice").post(f"{PAGES}/add/", page_form("publish", title="\u200b"))
    assert "Write a title that can be read." in answer.content.decode()


def test_a_page_in_another_language_says_so(keep, client):
    keep("من نحن", language="ar")
    assert (
        '<h1 class="story-headline" lang="ar" dir="rtl">'
        in client.get("/pages/about").content.decode()
    )


def test_a_page_is_in_the_site_map_and_in_no_list(keep, client):
    keep("A page of ours")
    assert "/sitemap-pages.xml" in client.get("/sitemap.xml").content.decode()
    assert "/pages/about</loc>" in client.get("/sitemap-pages.xml").content.decode()
    for address in ("/", "/new", "/feed"):
        assert "A page of ours" not in client.get(address).content.decode(), address


def test_a_page_cannot_be_posted_to(keep):
    keep()
    assert Client().post("/pages/about").status_code == 405


def test_saving_a_draft_of_a_published_page_tells_nobody(keep):
    shown = keep()
    Event.objects.all().delete()
    shown.title = "Not yet"
    shown.save_revision()
    assert not Event.objects.exists()


def test_a_page_is_previewed_before_anybody_reads_it(keep, as_):
    draft = keep(live=False)
    url = f"{PAGES}/preview/{draft.pk}/"
    alice = as_("alice")
    assert alice.post(url, page_form(title="Soon to come")).json()["is_valid"]
    shown = alice.get(url).content.decode()
    assert "Soon to come" in shown
    assert "This is a preview." in shown


def test_an_editor_writes_publishes_and_takes_back_a_page(as_, client):
    alice = as_("alice")
    alice.post(f"{PAGES}/add/", page_form())
    assert client.get("/pages/about").status_code == 404
    draft = Page.objects.get()
    alice.post(f"{PAGES}/edit/{draft.pk}/", page_form("publish", title="Who we are"))
    assert "Who we are" in client.get("/pages/about").content.decode()
    alice.post(f"{PAGES}/unpublish/{draft.pk}/")
    assert client.get("/pages/about").status_code == 410


@pytest.mark.parametrize("pattern", Page.snippet_viewset.get_urlpatterns(), ids=lambda it: it.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_view_lets_in_editors_and_administrators_only(keep, as_, method, pattern):
    shown = keep()
    before = list(Page.objects.values()), Revision.objects.count()
    known = {
        "pk": shown.pk,
        "revision_id": shown.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
    }
    arguments = {name: known[name] for name in pattern.pattern.regex.groupindex}
    url = reverse(f"wagtailsnippets_masthead_page:{pattern.name}", kwargs=arguments)
    let_in = set()
    for name in EVERYBODY:
        answer = getattr(as_(name), method)(url, page_form() if method == "post" else {})
        sent_to = answer.headers.get("Location", "").split("?")[0]
        is_refused = answer.status_code in (403, 404) or sent_to in (
            "/newsroom/",
            "/newsroom/login/",
        )
        if name not in KEEPERS:
            assert is_refused or answer.status_code == 405, name
            assert (list(Page.objects.values()), Revision.objects.count()) == before
        elif not is_refused:
            let_in.add(name)
    assert "alice" in let_in or pattern.name in ("revisions_unschedule", "delete", "unpublish")


def test_a_change_and_a_withdrawal_reach_the_stored_page(running_site, call):
    path = "/pages/changing"
    with running_site.database():
        shown = made("Before the change", "changing")
    soon(lambda: "Before the change" in call().get(path).text)
    with running_site.database():
        shown.title = "After the change"
        shown.save_revision().publish()
    soon(lambda: "After the change" in call().get(path).text)
    soon(lambda: f"{path}</loc>" in call().get("/sitemap-pages.xml").text)
    alice = editor(running_site, call())
    alice.fills_in(f"{PAGES}/unpublish/{shown.pk}/")
    assert call().get(path).status == 410
    soon(lambda: f"{path}</loc>" not in call().get("/sitemap-pages.xml").text)
