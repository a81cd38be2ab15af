"""What readers are told of a story that changed: on its page, for the whole paper, for programs."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from plaudit.points import ballots
from plaudit.points.models import Ballot
from plaudit.refusal import Refusal
from plaudit.stories import corrections, newsdesk
from plaudit.stories.models import Change, Event, Said, Story
from tests.points.voting import give, guest
from tests.stories.test_story_page import linked_data, page_of, text_of
from tests.stories.test_versions import RIGHT
from tests.support import making

pytestmark = pytest.mark.django_db

UPDATE = Said("update", "The second ferry is back as well.")
REASON = "The ferry does not exist."


@pytest.fixture
def story():
    return making.story("The ferry left at nine")


def changes_of(story):
    return [(it.kind, it.wrong, it.text, it.version) for it in story.changes.all()]


def test_a_correction_stands_below_the_story_and_near_its_byline(client, story):
    newsdesk.publish(story, change=RIGHT)
    page = page_of(client, story)
    text = text_of(page)
    assert "What was wrong: We wrote that it left at nine. What is right: It left at ten." in text
    anchor = story.changes.get().anchor
    assert f'<a href="#{anchor}">Corrected on' in page
    assert f'<li id="{anchor}">' in page
    assert f'href="{story.get_absolute_url()}/versions"' in page
    foot, share = text.index("Corrections and changes"), text.index("Like it?")
    assert text.index("which surprised everybody") < foot < share


def test_an_update_is_told_and_is_no_correction(client, story):
    newsdesk.publish(story, change=UPDATE)
    text = text_of(page_of(client, story))
    assert "Update" in text
    assert "The second ferry is back as well." in text
    assert "Corrected on" not in text


def test_what_is_minor_is_written_down_and_not_shown(client, story):
    newsdesk.publish(story)
    assert changes_of(story) == [("minor", "", "", 2)]
    text = text_of(page_of(client, story))
    assert "Corrections and changes" not in text
    assert "Earlier versions of this story" in text
    assert corrections.read().changes == []


def test_the_first_publication_is_no_change(client, story):
    assert changes_of(story) == []
    assert "versions" not in page_of(client, story)


def test_what_was_said_is_said_once(story):
    newsdesk.publish(story, change=RIGHT)
    newsdesk.publish(story)
    assert [kind for kind, *_rest in changes_of(story)] == ["correction", "minor"]
    assert Story.objects.get().change_kind == ""


def test_what_was_taken_back_and_comes_again_is_a_change_too(client, story):
    newsdesk.unpublish(story)
    assert corrections.read().changes == []
    newsdesk.publish(story, change=RIGHT)
    assert changes_of(story) == [("correction", RIGHT.wrong, RIGHT.text, 2)]


def test_a_change_is_neither_edited_nor_deleted_but_with_its_story(story):
    change = newsdesk.publish(story, change=RIGHT).changes.get()
    change.text = "Nothing was ever wrong."
    for do in (change.save, change.delete, Change.objects.all().delete):
        with pytest.raises(TypeError):
            do()
    with pytest.raises(TypeError):
        Change.objects.update(text="")
    assert Change.objects.get().text == RIGHT.text
    story.delete()
    assert not Change.objects.exists()


def test_a_story_from_elsewhere_has_its_changes_where_they_belong():
    first, then = datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 5, 3, tzinfo=UTC)
    story = making.story(at=first)
    ballots.cast(story.about, guest(), 1, ballots.new_nonce(), then - timedelta(hours=1))
    ballots.cast(story.about, guest(), -1, ballots.new_nonce(), then + timedelta(hours=1))
    newsdesk.publish(story, at=then, change=RIGHT)
    assert [it.published_at for it in story.versions.all()] == [first, then]
    change = story.changes.get()
    assert change.at == then
    assert change.ballots_until == ballots_of(story)[0]


def ballots_of(story):
    return list(
        Ballot.objects.filter(about=story.about).order_by("pk").values_list("pk", flat=True)
    )


def test_programs_are_told(client, story):
    newsdesk.publish(story, change=RIGHT)
    newsdesk.publish(story)
    data = linked_data(page_of(client, story))
    assert [it["@type"] for it in data["correction"]] == ["CorrectionComment"]
    assert data["correction"][0]["text"] == f"{RIGHT.wrong} {RIGHT.text}"
    (told,) = client.get(f"{story.get_absolute_url()}.json").json()["changes"]
    assert (told["kind"], told["wrong"], told["text"]) == (RIGHT.kind, RIGHT.wrong, RIGHT.text)
    assert told["version"] == 2


def test_the_points_before_and_after_are_on_the_page_of_points(client, story):
    for _number in range(3):
        give(client.__class__(), story, 1)
    newsdesk.publish(story, change=RIGHT)
    give(client.__class__(), story, -1)
    give(client.__class__(), story, 1)
    page = text_of(client.get(f"{story.get_absolute_url()}/points").content.decode())
    rows = page[page.index("Before and after corrections") : page.index("Day by day")]
    assert rows.split("from the fediverse ")[1].split("since")[0].endswith(" 3 0 3 0 ")
    assert rows.endswith(" 0 0 0 0 ")


def test_what_was_never_corrected_has_no_periods(client, story):
    newsdesk.publish(story, change=UPDATE)
    assert (
        b"Before and after corrections"
        not in client.get(f"{story.get_absolute_url()}/points").content
    )


# All of the paper


def test_corrections_of_all_sections_stand_together_newest_first(client):
    for number, name in enumerate(["Town", "Sport"]):
        one = making.story(f"Story {number}", section=making.section(name))
        newsdesk.publish(one, change=Said("correction", f"Right {number}.", "Wrong."))
    text = text_of(client.get("/corrections").content.decode())
    assert text.index("Right 1.") < text.index("Right 0.")
    assert "Sport" in text


def test_corrections_are_paged_without_gaps_or_repeats(client, story):
    for number in range(corrections.SIZE * 2 + 3):
        newsdesk.publish(story, change=Said("update", f"Update {number}."))
    page, seen, pages = corrections.read(), [], 0
    while True:
        seen += [it.text for it in page.changes]
        pages += 1
        if not page.next_url:
            break
        assert client.get(page.next_url).status_code == 200
        page = corrections.read(after=page.next_url.partition("=")[2])
    assert (pages, seen) == (3, [f"Update {n}." for n in reversed(range(43))])
    back = corrections.read(before=page.previous_url.partition("=")[2])
    assert [it.text for it in back.changes] == seen[20:40]
    first = corrections.read(before=back.previous_url.partition("=")[2])
    assert [it.text for it in first.changes] == seen[:20]
    assert not first.previous_url


@pytest.mark.parametrize("query", ["after=x", "after=1-1&before=1-1", "before=1-" + "9" * 40])
def test_a_page_of_corrections_that_never_was_is_not_found(client, query):
    assert client.get(f"/corrections?{query}").status_code == 404


def test_a_paper_without_corrections_says_so(client, db):
    assert "Nothing has been corrected so far." in client.get("/corrections").content.decode()


def test_the_feed_has_them_and_forgets_what_was_taken_back(client, story):
    newsdesk.publish(story, change=RIGHT)
    feed = client.get("/corrections/feed")
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert "Correction: The ferry left at nine" in feed.content.decode()
    assert RIGHT.wrong in feed.content.decode()
    assert (
        client.get("/corrections/feed", headers={"If-None-Match": feed["ETag"]}).status_code == 304
    )
    newsdesk.unpublish(story)
    assert RIGHT.wrong not in client.get("/corrections/feed").content.decode()


# Retraction


@pytest.fixture
def retracted(story):
    newsdesk.publish(story, change=RIGHT)
    newsdesk.retract(story, REASON)
    return story


def test_a_retracted_story_keeps_its_address_and_says_why(client, retracted):
    page = page_of(client, retracted)
    text = text_of(page)
    assert f"Retracted on {timezone.now():%b}" in text
    assert REASON in text
    assert "which surprised everybody" not in text
    assert "<title>Retracted: The ferry left at nine" in page
    assert linked_data(page)["creativeWorkStatus"] == "Retracted"
    assert client.get(f"{retracted.get_absolute_url()}.json").json()["retracted_at"]


def test_what_was_published_can_still_be_read(client, retracted):
    page = client.get(f"{retracted.get_absolute_url()}/versions/1").content.decode()
    assert "which surprised everybody" in page
    assert "This story was retracted on" in page


def test_a_retracted_story_takes_no_points(client, retracted):
    assert give(client, retracted, 1).status_code >= 400
    assert ballots_of(retracted) == []
    assert 'aria-pressed="' not in page_of(client, retracted)


def test_it_can_be_taken_back_and_both_stay_on_the_record(client, retracted):
    newsdesk.reinstate(retracted, "It exists after all.")
    text = text_of(page_of(client, retracted))
    assert "which surprised everybody" in text
    assert REASON in text
    assert "It exists after all." in text
    kinds = ["correction", "retraction", "reinstated"]
    assert [kind for kind, *_rest in changes_of(retracted)] == kinds
    assert [it.kind for it in corrections.read().changes] == kinds[::-1]


def test_publishing_a_retracted_story_again_does_not_undo_it(client, retracted):
    newsdesk.publish(retracted, change=UPDATE)
    assert REASON in text_of(page_of(client, retracted))
    assert Story.objects.get().retracted_at


def test_a_revision_from_before_does_not_undo_it_either(retracted):
    retracted.revisions.order_by("pk").first().publish()
    assert Story.objects.get().retracted_at


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_a_retraction_needs_a_reason(story, reason):
    with pytest.raises(Refusal):
        newsdesk.retract(story, reason)
    assert not Story.objects.get().retracted_at


def test_what_readers_do_not_have_or_is_retracted_already_is_not_retracted(retracted):
    for one in (retracted, making.draft("A plan")):
        with pytest.raises(Refusal):
            newsdesk.retract(one, REASON)
    with pytest.raises(Refusal):
        newsdesk.reinstate(making.story("Another"))
    assert retracted.changes.filter(kind="retraction").count() == 1


def test_a_retraction_is_an_event(story):
    before = Event.objects.count()
    newsdesk.retract(story, REASON)
    newsdesk.reinstate(story)
    assert Event.objects.count() == before + 2
