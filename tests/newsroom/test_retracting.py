"""An editor retracts a story with a reason, and can take it back; nobody else can."""

import pytest
from wagtail.models import ModelLogEntry

from plaudit.stories.models import Story
from plaudit.stories.models.change import LONGEST
from tests.newsroom.forms import STORIES

pytestmark = pytest.mark.django_db

REASON = "The bridge does not exist."


@pytest.fixture
def published(write):
    story = write()
    story.latest_revision.publish()
    story.refresh_from_db()
    return story


@pytest.fixture
def url(published):
    return f"{STORIES}/retract/{published.pk}/"


def kinds(story):
    return list(story.changes.values_list("kind", "text"))


def test_the_editor_offers_it_asks_once_more_and_does_it(as_, published, url):
    alice = as_("alice")
    assert url in alice.get(f"{STORIES}/edit/{published.pk}/").text
    assert "Retract this story?" in alice.get(url).text
    assert alice.post(url, {"reason": REASON}).status_code == 302
    assert Story.objects.get().retracted_at
    assert kinds(published) == [("retraction", REASON)]
    assert "Take back the retraction?" in alice.get(url).text
    assert alice.post(url, {"reinstate": "yes", "reason": ""}).status_code == 302
    assert not Story.objects.get().retracted_at
    assert kinds(published) == [("retraction", REASON), ("reinstated", "")]


def test_the_history_says_who_did_it(as_, published, url, cast):
    as_("alice").post(url, {"reason": REASON})
    entry = ModelLogEntry.objects.get(action="plaudit.retract")
    assert (entry.user, entry.object_id) == (cast.alice, str(published.pk))
    assert "Retracted" in as_("alice").get(f"{STORIES}/history/{published.pk}/").text


@pytest.mark.parametrize("reason", ["", " ", "x" * (LONGEST + 1)])
def test_a_reason_that_is_none_is_refused_with_a_sentence_and_kept(as_, url, reason):
    answer = as_("alice").post(url, {"reason": reason})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert f">{reason}</textarea>" in answer.text
    assert not Story.objects.get().retracted_at


def test_to_do_it_twice_does_it_once(as_, published, url):
    for _ in range(2):
        as_("alice").post(url, {"reason": REASON})
    assert kinds(published) == [("retraction", REASON)]


@pytest.mark.parametrize("who", ["", "charlie", "mo", "boris", "bob"])
def test_whoever_may_not_publish_may_not_retract(as_, published, url, who):
    assert url not in as_(who).get(f"{STORIES}/edit/{published.pk}/").text
    as_(who).post(url, {"reason": REASON})
    assert not Story.objects.get().retracted_at


def test_a_draft_cannot_be_retracted(as_, write):
    story = write()
    url = f"{STORIES}/retract/{story.pk}/"
    assert as_("alice").get(url).status_code == 302
    assert as_("alice").post(url, {"reason": REASON}).status_code == 400
    assert not Story.objects.get().retracted_at
