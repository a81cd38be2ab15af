"""The small screens: sections, authors, policy, accounts, and the newsroom's door."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.template import Context, Template
from django.test import RequestFactory

from plaudit.people import roles
from plaudit.people.models import Policy, User
from plaudit.stories.models import Author, Section
from tests.newsroom.forms import STORIES

pytestmark = pytest.mark.django_db


def test_sections_and_authors_are_made_by_the_desk(as_, cast):
    alice = as_("alice")
    alice.post(
        "/newsroom/snippets/stories/section/add/",
        {"name": "Culture", "slug": "culture", "description": "", "order": "10"},
    )
    assert Section.objects.get().name == "Culture"
    fields = {"name": "Boris Ink", "slug": "boris-ink", "role": "", "bio": "", "portrait": ""}
    alice.post("/newsroom/snippets/stories/author/add/", fields | {"user": cast.boris.pk})
    assert Author.objects.get(slug="boris-ink").user == cast.boris


def test_a_section_with_stories_is_not_deleted(as_, write):
    section = write().section
    answer = as_("alice").post(f"/newsroom/snippets/stories/section/delete/{section.pk}/")
    assert Section.objects.exists()
    assert answer.status_code == 302


def test_the_chooser_of_accounts_shows_the_newsroom_and_no_readers(as_):
    url = "/newsroom/newsroom_accounts/"
    shown = as_("alice").get(url).content.decode()
    assert "bob" in shown
    assert "charlie" not in shown
    assert as_("bob").get(url).status_code == 302


def policy_form(**changes):
    return {"minimum_points": "3", "guests_per_prefix": "5"} | changes


def test_policy_is_set_by_ticking(as_):
    policy = Policy.load()
    url = f"/newsroom/settings/people/policy/{policy.pk}/"
    alice = as_("alice")
    assert "Mastodon" in alice.get(url).content.decode()
    alice.post(url, policy_form(guests_may_vote="on", share_networks=["mail", "bluesky"]))
    policy = Policy.load()
    assert (policy.guests_may_vote, policy.is_blind, policy.minimum_points) == (True, False, 3)
    assert sorted(policy.networks) == ["bluesky", "mail"]
    answer = alice.post(url, policy_form(share_networks=["friendster"]))
    assert "share_networks" in answer.context["form"].errors
    as_("bob").post(url, policy_form(is_blind="on"))
    assert not Policy.load().is_blind


def test_an_administrator_makes_an_account_with_a_role(as_):
    editors = Group.objects.get(name=roles.EDITOR)
    fields = {
        "username": "eve",
        "email": "eve@gazette.example",
        "name": "Eve Stone",
        "password1": "a long password indeed",
        "password2": "a long password indeed",
        "groups": [editors.pk],
        "is_superuser": "on",
    }
    dora = as_("dora")
    assert dora.get("/newsroom/users/new/").status_code == 200
    answer = dora.post("/newsroom/users/new/", fields)
    assert answer.status_code == 302, answer.context["form"].errors
    eve = User.objects.get(username="eve")
    assert (eve.name, eve.is_newsroom, eve.is_superuser) == ("Eve Stone", True, False)
    form = dora.get(f"/newsroom/users/edit/{eve.pk}/").content.decode()
    assert "Eve Stone" in form
    assert "superuser" not in form


def test_a_stranger_is_sent_to_the_one_sign_in_and_then_on(as_):
    stranger = as_("")
    answer = stranger.get(f"{STORIES}/", follow=True)
    path, query = answer.request["PATH_INFO"], answer.request["QUERY_STRING"]
    assert path == "/accounts/login/"
    assert f"next={STORIES}/".replace("/", "%2F") in query or f"next={STORIES}/" in query


def test_a_reader_is_told_in_plain_words(as_):
    answer = as_("charlie").get("/newsroom/", follow=True)
    assert answer.status_code == 403
    assert "may not enter the newsroom" in answer.content.decode()


def test_the_door_leads_nowhere_else(as_):
    answer = as_("alice").get("/newsroom/login/?next=https://evil.example/")
    assert answer.headers["Location"] == "/newsroom/"


def test_wagtails_own_sign_in_takes_no_password(as_, cast):
    cast.alice.set_password("a long password indeed")
    cast.alice.save()
    stranger = as_("")
    fields = {"username": "alice", "password": "a long password indeed"}
    answer = stranger.post("/newsroom/login/", fields)
    assert answer.headers["Location"].startswith("/accounts/login/")
    assert "_auth_user_id" not in stranger.session


def test_signing_out_ends_the_session(as_):
    alice = as_("alice")
    alice.post("/newsroom/logout/")
    assert "_auth_user_id" not in alice.session
    assert alice.get("/newsroom/").status_code == 302


def test_guessing_passwords_is_limited(as_, cast, settings):
    cast.alice.set_password("a long password indeed")
    cast.alice.save()
    stranger = as_("")
    answers = [
        stranger.post("/accounts/login/", {"login": "alice", "password": f"guess number {n}"})
        for n in range(12)
    ]
    assert any("too many" in answer.content.decode().lower() for answer in answers)


@pytest.mark.parametrize(
    ("who", "is_shown"),
    [("", False), ("charlie", False), ("mo", False), ("boris", False), ("bob", True),
     ("alice", True)],
)  # fmt: skip
def test_the_edit_link_on_a_page_is_for_whoever_may_edit(cast, write, who, is_shown):
    request = RequestFactory().get("/")
    request.user = getattr(cast, who, None) if who else None
    template = Template("{% load newsroom %}{% newsroom_edit_link story %}")
    shown = template.render(Context({"request": request, "story": write()}))
    assert ("Edit" in shown) == is_shown


@pytest.mark.parametrize("who", ["bob", "alice", "dora"])
@pytest.mark.parametrize("url", ["/newsroom/", f"{STORIES}/", f"{STORIES}/add/"])
def test_the_newsroom_loads_nothing_from_outside(as_, write, who, url):
    write()
    page = as_(who).get(url).content.decode()
    loaded = re.findall(r"<(?!a\b)[a-z-]+\b[^>]*?\b(?:src|href|action)=[\"']([^\"']+)", page)
    assert loaded
    assert [address for address in loaded if "//" in address] == []


def test_handing_in_tells_the_editors_by_mail_with_addresses_of_this_site(as_, write):
    story = write()
    story.get_workflow().start(story, User.objects.get(username="bob"))
    assert {address for message in mail.outbox for address in message.to} == {
        "alice@gazette.example",
        "dora@gazette.example",
    }
    assert all("http://127.0.0.1:8000/newsroom/" in message.body for message in mail.outbox)


@pytest.mark.parametrize(("who", "screen"), [("mo", "inspect"), ("alice", "edit")])
def test_the_dashboard_leads_where_one_may_go(as_, write, who, screen):
    story = write()
    story.latest_revision.publish()
    browser = as_(who)
    assert f"{STORIES}/{screen}/{story.pk}/" in browser.get("/newsroom/").content.decode()
    assert browser.get(f"{STORIES}/{screen}/{story.pk}/").status_code == 200


def test_a_superuser_finds_the_same_newsroom(as_, cast, write):
    write()
    cast.dora.is_superuser = True
    cast.dora.save()
    dora = as_("dora")
    page = dora.get("/newsroom/").content.decode()
    assert "explorer" not in page
    assert dora.get(f"{STORIES}/").status_code == 200


def test_the_side_bar_searches_stories(as_, write):
    write("The ferry sinks")
    page = as_("bob").get("/newsroom/").content.decode()
    assert "/newsroom/pages/search/" not in page
