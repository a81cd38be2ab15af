"""Every publication leaves a version; what readers had can be read and compared for good."""

from decimal import Decimal

import html5lib
import pytest
from django.core.management import call_command
from django.utils import timezone

from plaudit.stories import newsdesk, ulid, versions
from plaudit.stories.models import Photo, Said, Source, Story, Version
from tests.stories.recorded import recording
from tests.stories.test_story_page import EVERY_BLOCK, text_of
from tests.support import making

pytestmark = pytest.mark.django_db

NINE = [("paragraph", "<p>The ferry left at nine.</p>"), ("paragraph", "<p>It was full.</p>")]
TEN = [("paragraph", "<p>The ferry left at ten.</p>"), ("paragraph", "<p>It was full.</p>")]
RIGHT = Said("correction", "It left at ten.", "We wrote that it left at nine.")


@pytest.fixture
def corrected():
    story = making.story("Ferry at nine", body=NINE, dek="On time.", authors=[making.author()])
    story.headline, story.body = "Ferry at ten", TEN
    return newsdesk.publish(story, change=RIGHT)


def shown(client, story, rest=""):
    response = client.get(f"{story.get_absolute_url()}{rest}")
    assert response.status_code == 200
    page = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def test_each_publication_is_a_version_of_what_readers_got(client, corrected):
    first, second = (text_of(shown(client, corrected, f"/versions/{n}")) for n in (1, 2))
    assert "Ferry at nine" in first
    assert "left at nine." in first
    assert "Bea Writer" in first
    assert "ten" not in first
    assert "Ferry at ten" in second
    assert [it.number for it in corrected.versions.all()] == [1, 2]


def test_an_earlier_version_says_what_it_is_and_names_the_story_to_search_engines(
    client, corrected
):
    page = shown(client, corrected, "/versions/1")
    assert "This is an earlier version, as it stood here from" in page
    assert '<meta name="robots" content="noindex">' in page
    url = f"http://127.0.0.1:8000{corrected.get_absolute_url()}"
    assert f'<link rel="canonical" href="{url}">' in page
    assert "<form" not in page[page.index("<main") : page.index("</main>")]
    assert "This is the latest version" in shown(client, corrected, "/versions/2")


def test_the_list_of_versions_leads_to_each_and_says_what_changed(client, corrected):
    page = shown(client, corrected, "/versions")
    here = corrected.get_absolute_url()
    for rest in ("/versions/1", "/versions/2", "/versions/2/changes"):
        assert f'href="{here}{rest}"' in page
    assert "/versions/1/changes" not in page
    assert "We wrote that it left at nine." in page


def test_a_comparison_is_marked_for_eyes_and_ears(client, corrected):
    page = shown(client, corrected, "/versions/2/changes")
    assert page.count("<del><") == page.count("<ins><") == 2  # in the headline and in the text
    text = text_of(page)
    assert "Ferry at [taken out: nine end] [put in: ten end]" in text
    assert "The ferry left at [taken out: nine. end] [put in: ten. end]" in text
    assert "On time." not in text


def test_what_is_not_wording_is_compared_too(client):
    link = '<p>See <a href="https://{}.example/">the minutes</a>.</p>'
    photo, other = making.photo(alt="A ferry"), making.photo(alt="A goat")
    body = [
        ("paragraph", link.format("old")),
        ("image", {"image": photo, "caption": ""}),
        *EVERY_BLOCK,
    ]
    story = making.story(body=body)
    story.body = [
        ("paragraph", link.format("new")),
        ("image", {"image": other, "caption": ""}),
        *EVERY_BLOCK,
    ]
    newsdesk.publish(story)
    text = text_of(shown(client, story, "/versions/2/changes"))
    assert "[taken out: [https://old.example/]. end] [put in: [https://new.example/]. end]" in text
    assert "A [taken out: ferry end] [put in: goat end]" in text
    assert "passages are the same" in text


def test_publishing_the_same_again_changes_no_word(client):
    story = newsdesk.publish(making.story(body=EVERY_BLOCK))
    assert "No word is different." in text_of(shown(client, story, "/versions/2/changes"))


def test_nothing_of_a_draft_is_in_any_of_it(client, corrected):
    corrected.headline = "A secret plan"
    corrected.dek = "Not for readers."
    corrected.save_revision()
    for rest in ("", ".json", "/versions", "/versions/1", "/versions/2", "/versions/2/changes"):
        answer = client.get(f"{corrected.get_absolute_url()}{rest}").content.decode()
        assert "secret" not in answer
        assert "Not for readers" not in answer
    assert client.get(f"{corrected.get_absolute_url()}/versions/3").status_code == 404


@pytest.mark.parametrize("rest", ["/versions", "/versions/1", "/versions/2/changes"])
def test_a_story_taken_back_has_no_versions_to_show_and_a_draft_never_had(client, corrected, rest):
    newsdesk.unpublish(corrected)
    assert client.get(f"{corrected.get_absolute_url()}{rest}").status_code == 410
    draft = making.draft("A plan")
    assert client.get(f"{draft.get_absolute_url()}{rest}").status_code == 404


@pytest.mark.parametrize(
    "rest", ["/versions/0", "/versions/01", "/versions/3", "/versions/9999999", "/versions/x",
             "/versions/1/changes", "/versions/3/changes", "/versions/999999999999999999999"],
)  # fmt: skip
def test_a_version_that_never_was_is_not_found(client, corrected, rest):
    assert client.get(f"{corrected.get_absolute_url()}{rest}").status_code == 404


def test_an_old_address_leads_to_the_versions_at_the_new_one(client, corrected):
    old = corrected.get_absolute_url()
    corrected.slug = "ferry-again"
    newsdesk.publish(corrected)
    for rest in ("/versions", "/versions/1", "/versions/2/changes"):
        answer = client.get(old + rest)
        assert (answer.status_code, answer["Location"]) == (301, f"/stories/ferry-again{rest}")


def test_versions_outlive_revisions_and_pictures(client):
    story = making.story(image=making.photo(), body=[("image", {"image": making.photo()})])
    story.image, story.body = None, NINE
    newsdesk.publish(story)
    call_command("purge_revisions", verbosity=0)
    Story.objects.update(latest_revision=None, live_revision=None)
    story.revisions.all().delete()
    Photo.objects.all().delete()
    assert "The ferry left on time" in text_of(shown(client, story, "/versions/1"))
    assert "left at nine" in text_of(shown(client, story, "/versions/2/changes"))


def test_a_version_holds_whatever_a_block_may(corrected):
    now = timezone.now()
    content = {"closes_at": now, "price": Decimal("2.50")}
    Version.objects.create(story=corrected, number=3, published_at=now, content=content)
    assert corrected.versions.get(number=3).content["price"] == "2.50"


@pytest.fixture
def older_than_versions():
    """As sites have them that are older than versions, and as archives are brought in."""
    story = making.story("Ferry at nine", body=NINE)
    Version.objects.all().delete()
    return story


def test_a_story_older_than_versions_has_the_one_that_readers_see(client, older_than_versions):
    assert "Version 1" in text_of(shown(client, older_than_versions, "/versions"))
    assert "left at nine" in text_of(shown(client, older_than_versions, "/versions/1"))
    assert client.get(f"{older_than_versions.get_absolute_url()}/versions/2").status_code == 404


def test_and_it_is_kept_when_the_story_is_changed(client, older_than_versions):
    older_than_versions.body = TEN
    newsdesk.publish(older_than_versions, change=RIGHT)
    assert "left at nine" in text_of(shown(client, older_than_versions, "/versions/1"))
    assert "left at ten" in text_of(shown(client, older_than_versions, "/versions/2"))


def test_a_long_story_is_compared_in_bounded_time_and_only_around_its_changes(client):
    body = [("paragraph", f"<p>Passage {number}. {'A word. ' * 60}</p>") for number in range(2_000)]
    story = making.story(body=body)
    story.body = [*body[:1_000], ("paragraph", "<p>Quite another thing.</p>"), *body[1_001:]]
    newsdesk.publish(story)
    page = shown(client, story, "/versions/2/changes")
    assert "Quite another thing." in page
    assert "998 passages are the same" in page
    assert len(page) < 20_000


def test_where_all_is_different_a_page_is_filled_and_the_rest_is_counted(client):
    story = making.story(body=[("paragraph", f"<p>Old {n}.</p>") for n in range(1_500)])
    story.body = [("subhead", "New")]
    newsdesk.publish(story)
    page = shown(client, story, "/versions/2/changes")
    assert page.count('class="passage"') == versions.MOST_ROWS
    assert f"{1_501 - versions.MOST_ROWS} more passages are not shown" in page


def test_a_passage_that_falls_into_shreds_is_shown_as_two(client):
    story = making.story(body=[("paragraph", f"<p>{'a b ' * 600}</p>")])
    story.body = [("paragraph", f"<p>{'a c ' * 600}</p>")]
    newsdesk.publish(story)
    page = shown(client, story, "/versions/2/changes")
    assert page.count("<del><") == page.count("<ins><") == 1


def test_the_sources_of_a_version_are_kept_and_compared(client):
    key = ulid.new()
    minutes = {"key": key, "title": "Minutes of the harbour", "link": "https://harbour.example/1"}
    story = making.story("Ferry at nine", body=[making.quoted(key)], sources=[minutes])
    story.sources = [Source(**minutes | {"link": "https://harbour.example/2"})]
    newsdesk.publish(story, change=RIGHT)
    first = shown(client, story, "/versions/1")
    assert 'href="https://harbour.example/1"' in first
    assert 'href="#source-1"' in first
    compared = shown(client, story, "/versions/2/changes")
    print(compared[compared.index("<main") :])
    told = text_of(compared)
    assert "[taken out: https://harbour.example/1 end]" in told
    assert "[put in: https://harbour.example/2 end]" in told
    assert key not in compared


def test_what_a_block_shows_from_elsewhere_is_told_by_its_name(client):
    sound = recording(title="The horn of the ferry")
    story = making.story("A horn", body=[("recording", {"recording": sound, "caption": ""}), *NINE])
    story.body = TEN
    newsdesk.publish(story, change=RIGHT)
    told = text_of(shown(client, story, "/versions/2/changes"))
    assert "[taken out: The horn of the ferry end]" in told
