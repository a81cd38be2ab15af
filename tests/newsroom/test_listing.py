"""The list of stories: what it shows, finds and costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plaudit.stories import newsdesk
from plaudit.stories.models import Author, Section, Story
from plaudit.stories.newsroom import status
from tests.newsroom.forms import STORIES
from tests.search.making import settle

pytestmark = pytest.mark.django_db


def headlines(browser, query=""):
    context = browser.get(f"{STORIES}/{query}").context
    return {story.headline for story in context["object_list"]}


def test_the_list_costs_the_same_with_five_stories_as_with_fifty(as_, write):
    def cost(name):
        browser = as_(name)
        browser.get(f"{STORIES}/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(f"{STORIES}/")
        return len(queries)

    for number in range(5):
        write(f"Story {number}").latest_revision.publish()
    few = {name: cost(name) for name in ("alice", "bob")}
    for number in range(45):
        write(f"Further story {number}")
    assert {name: cost(name) for name in ("alice", "bob")} == few
    assert max(few.values()) < 40


def test_search_finds_words_of_headline_and_dek(as_, write):
    write("The ferry sinks")
    write("Nobody hurt", dek="All saved from the FERRY")
    write("Elections")
    assert headlines(as_("alice"), "?q=ferry") == {"The ferry sinks", "Nobody hurt"}


def test_filters_narrow_by_section_kind_author_and_tag(as_, write):
    sport = Section.objects.create(name="Sport", slug="sport")
    tagged = write("Tagged", kind="review")
    tagged.tags.add("ferries")
    tagged.save()
    Story.objects.filter(pk=tagged.pk).update(section=sport)
    write("Hers", by="alice")
    author = Author.objects.get()
    alice = as_("alice")
    assert headlines(alice, f"?section={sport.pk}") == {"Tagged"}
    assert headlines(alice, "?kind=review") == {"Tagged"}
    assert headlines(alice, f"?author={author.pk}") == {"Tagged"}
    assert headlines(alice, "?tag=ferries") == {"Tagged"}


def test_every_status_has_a_name_and_a_filter_that_agree(as_, write, cast):
    found = {status.DRAFT: write("Draft")}
    found[status.WAITING] = write("Waiting")
    Story.get_default_workflow().start(found[status.WAITING], cast.bob)
    found[status.RETURNED] = write("Returned")
    state = Story.get_default_workflow().start(found[status.RETURNED], cast.bob)
    state.current_task_state.reject(user=cast.alice)
    found[status.SCHEDULED] = write("Scheduled", go_live_at=timezone.now() + timedelta(days=1))
    found[status.SCHEDULED].latest_revision.publish()
    found[status.PUBLISHED] = write("Published")
    found[status.PUBLISHED].latest_revision.publish()
    found[status.CHANGED] = write("Changed")
    found[status.CHANGED].latest_revision.publish()
    Story.objects.get(headline="Changed").save_revision()
    found[status.RETRACTED] = write("Retracted")
    found[status.RETRACTED].latest_revision.publish()
    newsdesk.retract(found[status.RETRACTED], "It was not so.")
    found[status.WITHDRAWN] = write("Withdrawn")
    found[status.WITHDRAWN].latest_revision.publish()
    Story.objects.get(headline="Withdrawn").unpublish()
    assert set(found) == set(status.NAMES)
    rows = list(Story.objects.for_newsroom())
    status.attach_workflows(rows)
    assert {row.pk: status.of(row) for row in rows} == {s.pk: key for key, s in found.items()}
    alice = as_("alice")
    for key, story in found.items():
        assert story.headline in headlines(alice, f"?status={key}"), key
    assert headlines(alice, "?status=waiting") == {"Waiting"}


def test_search_finds_the_text_of_what_is_published_and_of_drafts_the_words_of_their_head(
    as_, write
):
    write("Draft about the ferry", dek="Not on time")
    write("Published").latest_revision.publish()
    write("Hers, published", by="alice").latest_revision.publish()
    write("Hers, a draft", by="alice")
    settle()
    alice, bob = as_("alice"), as_("bob")
    assert headlines(alice, "?q=body") == {"Published", "Hers, published"}
    assert headlines(bob, "?q=body") == {"Published"}
    assert headlines(alice, "?q=time+ferry") == {"Draft about the ferry"}
    assert headlines(alice, '?q="a+body"') == {"Published", "Hers, published"}
    assert headlines(bob, "?q=hers") == set()
