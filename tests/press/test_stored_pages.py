"""What readers see of stored pages: the same for all, soon true again, and gone at once."""

import json
import re
from datetime import timedelta

import pytest
from django.urls import resolve
from django.utils import timezone

from plaudit.people.models import Policy
from plaudit.press import keys
from plaudit.stories import newsdesk, placements
from plaudit.stories.models import Said, Story
from tests.support import cast, making
from tests.support.calling import Caller, editor, soon
from tests.support.choices import choose


@pytest.fixture
def publish(running_site):
    def published(headline="The ferry left on time", **more):
        with running_site.database():
            return making.story(headline, **more).get_absolute_url()

    return published


def figure(answer):
    return int(re.search(r'<data class="points" value="(-?\d+)"', answer.text)[1])


def test_strangers_get_the_same_bytes_and_no_cookie(call, publish):
    story = publish()
    first, second = call().get(story), call().get(story)
    assert first.status == 200
    assert first.text == second.text
    assert first.getheader("etag") == second.getheader("etag")
    assert "stale-while-revalidate" in first.getheader("cache-control")
    assert first.getheader("set-cookie") is None


def test_the_stored_page_has_the_headers_that_django_gives_a_page(call, publish):
    story = publish()
    call().get(story)
    stored, complete = call().get(story), call().get(story, Range="bytes=0-")
    for name in ("content-security-policy", "x-frame-options", "referrer-policy", "content-type"):
        assert stored.getheader(name) == complete.getheader(name) is not None


def test_a_point_is_on_the_stored_page_within_two_seconds(call, publish):
    story, reader, guest = publish(), call(), call()
    assert figure(reader.get(story)) == 0
    assert guest.gives(story).status == 200
    soon(lambda: figure(reader.get(story)) == 1)
    soon(lambda: "1 point" in call().get(f"{story}/points").text)


def test_a_published_change_is_on_the_stored_page_within_two_seconds(call, publish, running_site):
    story = publish("Before the change", tags=["changing"])
    assert "Before the change" in call().get(story).text
    soon(lambda: "Before the change" in call().get("/tags/changing").text)
    with running_site.database():
        changed = Story.objects.get(headline="Before the change")
        changed.headline = "After the change"
        newsdesk.publish(changed)
    soon(lambda: "After the change" in call().get(story).text)
    soon(lambda: "After the change" in call().get("/tags/changing").text)


def test_a_correction_is_on_the_stored_pages_within_two_seconds(call, publish, running_site):
    path = publish("Before the correction")
    for page in (path, f"{path}/versions", "/corrections", "/corrections/feed"):
        assert "It was so." not in call().get(page).text
    with running_site.database():
        story = Story.objects.get(headline="Before the correction")
        newsdesk.publish(story, change=Said("correction", "It was so.", "It was not."))
    for page in (path, f"{path}/versions", "/corrections", "/corrections/feed"):
        soon(lambda page=page: "It was so." in call().get(page).text)


def test_a_placement_and_its_end_are_soon_on_the_stored_pages(call, publish, running_site):
    path = publish("Placed on the front page")
    soon(lambda: path in call().get("/new").text)
    with running_site.database():
        ulid = Story.objects.get(headline="Placed on the front page").ulid

    def place(until=None):
        with running_site.database():
            wanted = [placements.Wanted(ulid, until), None, None, None, None]
            placements.arrange(wanted, placements.state(), cast.alice(), timezone.now())

    place()
    soon(lambda: "Placed by an editor" in call().get("/").text)
    soon(lambda: "Placed on the front page" in call().get("/placements").text)
    place(until=timezone.now() + timedelta(seconds=1))
    soon(lambda: "Placed by an editor" not in call().get("/").text)
    soon(lambda: "when its time was over" in call().get("/placements").text)


def test_what_is_retracted_is_gone_from_the_next_request_on(own_site):
    own_site.start("--workers=2")
    with own_site.database():
        story = making.story("Soon retracted")
    alice, path = editor(own_site), story.get_absolute_url()
    assert "which surprised everybody" in Caller(own_site).get(path).text
    reason = {"reason": "It never happened."}
    done = alice.fills_in(f"/newsroom/snippets/stories/story/retract/{story.pk}/", **reason)
    assert done.status == 302
    for _ in range(12):
        assert "which surprised everybody" not in Caller(own_site).get(path).text


def test_versions_that_never_were_are_not_stored(call, publish, running_site):
    path = publish()
    call().get(f"{path}/versions/1")
    before = stored(running_site)
    for number in range(2, 6):
        assert call().get(f"{path}/versions/{number}").status == 404
    assert stored(running_site) == before


def test_a_point_leaves_the_versions_as_they_are(db):
    story = making.story()
    of_points = keys.of_points([story.about]) | keys.of_sealing([story.about])
    page = keys.of_page(resolve(f"{story.get_absolute_url()}/versions/1"))
    assert of_points.isdisjoint(page)
    assert not keys.of_events([story.ulid]).isdisjoint(page)


def test_an_unpublished_story_is_gone_from_the_next_request_on_on_every_worker(own_site):
    own_site.start("--workers=2")
    with own_site.database():
        stories = [making.story(f"Soon gone {number}") for number in range(3)]
    alice = editor(own_site)
    for story in stories:
        path = story.get_absolute_url()
        assert [Caller(own_site).get(path).status for _ in range(12)] == [200] * 12
        taken_back = alice.fills_in(f"/newsroom/snippets/stories/story/unpublish/{story.pk}/")
        assert taken_back.status == 302
        assert [Caller(own_site).get(path).status for _ in range(12)] == [410] * 12


def test_a_story_that_a_command_takes_back_is_gone_within_a_second(call, publish, running_site):
    path = publish("Taken back by hand")
    assert call().get(path).status == 200
    with running_site.database():
        newsdesk.unpublish(Story.objects.get(headline="Taken back by hand"))
    soon(lambda: call().get(path).status == 410)


def test_an_old_address_leads_on_once_a_story_has_moved(call, publish, running_site):
    path = publish("Moving house", slug="moving-house")
    assert call().get(path).status == 200
    with running_site.database():
        story = Story.objects.get(slug="moving-house")
        story.slug = "moved-house"
        newsdesk.publish(story)
    soon(lambda: call().get(path).status == 301)
    assert call().get(path).getheader("location") == "/stories/moved-house"
    assert call().get("/stories/moved-house").status == 200


def test_a_changed_policy_is_on_every_page_within_two_seconds(call, publish, running_site):
    story = publish()
    assert "Point down" in call().get(story).text
    with running_site.database():
        choose(has_down_votes=False)
    try:
        soon(lambda: "Point down" not in call().get(story).text)
    finally:
        with running_site.database():
            Policy.objects.all().delete()


@pytest.mark.parametrize(
    "query", ["?utm_source=x", "?x=" + "y" * 900, "?after", "?a=1&a=2", "?%00", "?;"]
)
def test_a_query_neither_poisons_a_page_nor_floods_the_store(call, publish, running_site, query):
    story = publish()
    plain = call().get(story).text
    before = stored(running_site)
    assert call().get(story + query).text == plain
    assert call().get(story).text == plain
    assert stored(running_site) == before


@pytest.mark.parametrize(
    "path",
    ["/stories/never-was", "/stories/%E2%82%AC", "/tags/none-of-these", "//", "/./", "/%2e%2e/",
     "/stories/x%00y", "/tags/x%00y", "/tags/x%0Ay", "/tags/%ff", "/stories/" + "x" * 5000,
     "/STORIES/A", "/%66ront", "/static/none.css"],
)  # fmt: skip
def test_addresses_where_nothing_is_are_not_stored(call, running_site, path):
    before = stored(running_site)
    assert call().get(path).status in (400, 404, 414)
    assert stored(running_site) == before


def test_the_second_part_of_the_site_map_is_not_the_first(call, publish):
    publish()
    assert [call().get(f"/sitemap-stories.xml{query}").status for query in ("", "?p=2")] == [
        200,
        404,
    ]


def test_what_a_request_claims_of_itself_is_not_on_the_page_it_has_made(call, publish):
    path, name = publish(), "evil.example"
    claims = ("X_Forwarded_Host", "X_Forwarded_Server", "X_Host", "X_Original_URL", "X_Rewrite_URL",
              "Referer", "Origin", "User_Agent", "Accept_Language")  # fmt: skip
    said = dict.fromkeys(claims, f"//{name}/") | {
        "X_Forwarded_Proto": "https", "X_Forwarded_Port": "6666", "X_HTTP_Method_Override": "POST",
        "Forwarded": f"host={name};proto=https", "X_Forwarded_For": "198.51.100.7",
        "X_Forwarded_Prefix": f"/{name}", "X_Script_Name": f"/{name}",
    }  # fmt: skip
    first, then = call().get(path, **said), call().get(path)
    assert first.status == then.status == 200
    assert name not in first.text + str(first.headers)
    assert ":6666" not in first.text + str(first.headers)
    assert (then.text, then.getheader("etag")) == (first.text, first.getheader("etag"))


def test_a_host_that_is_not_the_sites_gets_no_stored_page(call, publish):
    story = publish()
    call().get(story)
    assert call().get(story, Host="elsewhere.example").status == 400


def test_a_guest_without_scripts_gets_a_page_of_their_own(call, publish):
    story, guest = publish(), call()
    guest.gives(story)
    own = guest.get(story)
    assert 'aria-pressed="true"' in own.text
    assert figure(own) == 1
    assert own.getheader("cache-control") == "private, no-cache"
    guest.cookies["script"] = "guest"
    assert 'aria-pressed="true"' not in guest.get(story).text


def test_what_is_a_readers_own_comes_from_one_private_address(call, publish, running_site):
    story, guest = publish(), call()
    guest.gives(story)
    with running_site.database():
        about = Story.objects.published().latest("pk").about
    answer = guest.get(f"/reader.json?about={about}")
    own = json.loads(answer.text)
    assert "no-store" in answer.getheader("cache-control")
    assert own["kind"] == "guest"
    assert 'aria-pressed="true"' in own["bars"][about]
    stranger = json.loads(call().get(f"/reader.json?about={about},nonsense,s/x").text)
    assert stranger["kind"] == ""
    assert 'aria-pressed="true"' not in stranger["bars"][about]
    assert list(stranger["bars"]) == [about]


def test_a_member_reads_the_stored_page_and_their_menu_beside_it(call, publish, running_site):
    story, alice = publish(), editor(running_site)
    alice.cookies["script"] = "member"
    alice.cookies.pop("messages", None)
    assert alice.get(story).getheader("etag") == call().get(story).getheader("etag")
    own = json.loads(alice.get("/reader.json").text)
    assert [entry["name"] for entry in own["menu"]] == ["Newsroom", "Your account", "Sign out"]


def stored(site):
    return {path.name for path in site.home.glob("pages/*/pages/*/*")}
