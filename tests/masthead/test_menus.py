"""What stands at the top and at the foot of every page, and who may change it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from plaudit import settings
from plaudit.masthead.entries import check_link
from plaudit.masthead.models import Menus
from tests.masthead.making import made
from tests.support.calling import editor, soon

MENUS = "/newsroom/snippets/masthead/menus"
EVERYBODY = ["", "charlie", "mo", "bob", "alice", "dora"]


def menus_form(masthead=(), foot=(), foot_text=""):
    return nested_form_data(
        {
            "masthead": streamfield(list(masthead)),
            "foot": streamfield(list(foot)),
            "foot_text": rich_text(foot_text),
        }
    )


def link(name="Other papers", address="https://example.org/papers"):
    return "link", {"name": name, "address": address}


def change(browser, **fields):
    browser.get(f"{MENUS}/")
    return browser.post(f"{MENUS}/edit/1/", menus_form(**fields))


def foot_of(client):
    text = client.get("/").content.decode()
    return text[text.index("<footer") :]


def test_a_site_that_says_nothing_has_the_links_it_always_had(db, client):
    assert "How points are counted here" in foot_of(client)
    assert 'aria-label="This site"' not in client.get("/").content.decode()


def test_pages_and_links_stand_in_the_editors_order(keep, as_, client):
    about, imprint = keep(), keep("Imprint", "imprint")
    change(
        as_("alice"),
        masthead=[("page", about.pk)],
        foot=[("page", imprint.pk), link(), ("page", about.pk)],
        foot_text="<p>Printed on <b>paper</b>.</p>",
    )
    text = client.get("/").content.decode()
    assert '<li><a href="/pages/about">About us</a></li>' in text[: text.index("<main")]
    foot = foot_of(client)
    places = [foot.index(words) for words in ("Imprint<", "Other papers<", "About us<")]
    assert places == sorted(places)
    assert ">Printed on <b>paper</b>.</p>" in foot


def test_a_page_that_is_no_longer_published_or_there_leaves_the_menus(keep, as_, client):
    about, imprint = keep(), keep("Imprint", "imprint")
    change(as_("alice"), foot=[("page", about.pk), ("page", imprint.pk)])
    about.unpublish()
    imprint.delete()
    assert "About us" not in foot_of(client)
    assert "Imprint" not in foot_of(client)


def test_the_page_one_is_on_is_marked(keep, as_, client):
    change(as_("alice"), foot=[("page", keep().pk)])
    assert 'href="/pages/about" aria-current="page"' in client.get("/pages/about").content.decode()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//evil.example", "/\\evil.example", "http://example.org",
     "mailto:a@b.c", "https://", "data:text/html,x", "corrections",
     "/a b", "/\tx", "", "https:/evil"],
)  # fmt: skip
def test_a_link_that_leads_nobody_knows_where_is_refused(address):
    with pytest.raises(ValidationError):
        check_link(address)


@pytest.mark.parametrize("address", ["/corrections", "/", "https://example.org/a?b=c#d", "own"])
def test_paths_of_the_site_and_https_are_accepted(address):
    check_link(settings.load().url + "/hot" if address == "own" else address)


def test_the_form_says_what_is_wrong_with_a_link(as_):
    answer = change(as_("alice"), foot=[link(address="javascript:alert(1)")])
    assert "Write a path of this site" in answer.content.decode()
    assert not list(Menus.objects.get().foot)


def test_the_menus_are_previewed_before_anybody_sees_them(as_, client):
    alice = as_("alice")
    alice.get(f"{MENUS}/")
    url = f"{MENUS}/preview/1/"
    assert alice.post(url, menus_form(foot=[link("Soon to come")])).json()["is_valid"]
    assert "Soon to come" in alice.get(url).content.decode()
    assert "Soon to come" not in client.get("/").content.decode()


@pytest.mark.parametrize("pattern", Menus.snippet_viewset.get_urlpatterns(), ids=lambda it: it.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_view_lets_in_editors_and_administrators_only(as_, pattern, method):
    as_("alice").get(f"{MENUS}/")
    as_("alice").post(f"{MENUS}/edit/1/", menus_form(foot=[link()]))
    known = {"pk": 1, "revision_id": Menus.objects.get().latest_revision_id}
    known |= {"revision_id_a": "earliest", "revision_id_b": "latest"}
    arguments = {name: known[name] for name in pattern.pattern.regex.groupindex}
    url = reverse(f"wagtailsnippets_masthead_menus:{pattern.name}", kwargs=arguments)
    for name in EVERYBODY:
        answer = getattr(as_(name), method)(url, menus_form() if method == "post" else {})
        sent_to = answer.headers.get("Location", "").split("?")[0]
        is_refused = answer.status_code in (403, 405) or sent_to in (
            "/newsroom/",
            "/newsroom/login/",
            f"{MENUS}/edit/1/",  # which asks again
        )
        if name not in ("alice", "dora") or pattern.name in ("add", "delete"):
            assert is_refused, name
            assert [str(block.value["name"]) for block in Menus.objects.get().foot] == [
                "Other papers"
            ]


def test_nothing_is_saved_before_somebody_says_so(as_):
    alice = as_("alice")
    alice.get(f"{MENUS}/")
    assert alice.get(f"{MENUS}/edit/1/").context["autosave_enabled"] is False


def test_nobody_adds_a_second_one_or_deletes_it(as_, cast):
    cast.alice.is_superuser = True
    cast.alice.save()
    alice = as_("alice")
    alice.get(f"{MENUS}/")
    alice.post(f"{MENUS}/add/", menus_form())
    alice.post(f"{MENUS}/delete/1/")
    assert Menus.objects.count() == 1


def test_a_chooser_shows_an_author_no_draft(keep, as_):
    keep("Not yet told", live=False)
    for ending in ("", "results/"):
        url = f"/newsroom/snippets/choose/masthead/page/{ending}"
        assert "Not yet told" not in as_("bob").get(url).content.decode()
        assert "Not yet told" in as_("alice").get(url).content.decode()


def test_a_change_is_on_every_stored_page_soon(running_site, call):
    with running_site.database():
        made("In the menu soon", "menu-page")
    soon(lambda: call().get("/pages/menu-page").status == 200)
    assert "Printed on water" not in call().get("/how-points-work").text
    alice = editor(running_site, call())
    alice.get(f"{MENUS}/")
    alice.fills_in(f"{MENUS}/edit/1/", **menus_form(foot_text="<p>Printed on water</p>"))
    for path in ("/", "/how-points-work", "/pages/menu-page"):
        soon(lambda path=path: "Printed on water" in call().get(path).text)
