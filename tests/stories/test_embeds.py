"""What is embedded: whose it is, what is asked about it, and what a page says before a click."""

import json

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from plaudit.fetching import Unfetched
from plaudit.stories.blocks.embeds import Embed
from plaudit.stories.embeds import asking, providers
from plaudit.stories.embeds.asking import Facts
from plaudit.stories.models import Embedded
from tests.support import making

FILM = "aaaaAAAA_-1"
TUBE = "http://127.0.0.1:9000"
SHORT = "9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.mark.parametrize(
    ("typed", "thing", "source"),
    [
        *(
            (url, f"https://www.youtube.com/watch?v={FILM}", f"-nocookie.com/embed/{FILM}")
            for url in (
                f"https://www.youtube.com/watch?v={FILM}",
                f"https://m.youtube.com/watch?app=desktop&v={FILM}&t=4s",
                f"http://YouTu.be/{FILM}?si=x",
                f"https://youtube.com/shorts/{FILM}",
                f"https://www.youtube-nocookie.com/embed/{FILM}",
            )
        ),
        ("https://vimeo.com/76979871", "https://vimeo.com/76979871", "/video/76979871?dnt=1"),
        ("https://player.vimeo.com/video/76979871", "https://vimeo.com/76979871", "?dnt=1"),
        ("https://dai.ly/x8abcde", "https://www.dailymotion.com/video/x8abcde", "video=x8abcde"),
        (
            "https://soundcloud.com/the-band/a-song?in=x",
            "https://soundcloud.com/the-band/a-song",
            "?url=https%3A//soundcloud.com/the-band/a-song",
        ),
        (
            "https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk",
            "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk",
            "/embed/episode/4rOoJ6Egrf8K2IrywzwOMk",
        ),
        (f"{TUBE}/videos/watch/{SHORT}", f"{TUBE}/w/{SHORT}", f"{TUBE}/videos/embed/{SHORT}"),
    ],
)
def test_an_address_however_typed_is_that_of_one_thing(typed, thing, source):
    found = providers.find(typed, [TUBE])
    assert found.page == thing
    assert found.source.endswith(source)
    assert providers.find(thing, [TUBE]) == found


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://www.youtube.com/",
        "https://www.youtube.com/@channel",
        f"https://youtube.com.evil.example/watch?v={FILM}",
        f"https://evil.example/https://youtu.be/{FILM}",
        f"https://user@youtu.be/{FILM}",
        f"javascript://youtu.be/{FILM}",
        f"https://youtu.be/{FILM}0",
        "https://vimeo.com/76979871/abcdef0123",  # unlisted: its key is not ours to keep
        "https://vimeo.com/about",
        "https://soundcloud.com/the-band",
        f"http://127.0.0.1:9001/w/{SHORT}",
    ],
)
def test_any_other_address_is_of_nobody_on_the_list(typed):
    assert providers.find(typed, [TUBE]) is None


@given(
    st.sampled_from(["youtu.be/", "vimeo.com/", "soundcloud.com/", "dai.ly/", "127.0.0.1:9000/w/"]),
    st.text(max_size=60),
)
def test_what_was_typed_never_leaves_the_players_place(host, rest):
    for typed in (f"https://{host}{rest}", f"https://{host}{FILM}{rest}"):
        found = providers.find(typed, [TUBE])
        if found:
            assert found.source.startswith(f"{found.provider.origin}/")
            assert not set("\"'<>\\ #@") & set(found.source + found.page)
            assert found.provider.origin in providers.origins([TUBE])


# What is asked


def test_of_an_answer_only_plain_facts_are_kept():
    said = {
        "title": "A film\n\x00of\u202e a ferry" + "!" * 300,
        "author_name": ["Ann"],
        "html": "<script>alert(1)</script>",
        "width": 1080,
        "height": 1920,
    }
    title, author, ratio = asking.read(json.dumps(said).encode())
    assert title.startswith("A film of a ferry!")
    assert (len(title), author, ratio) == (200, "", 0.5625)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b"{}", b'{"title": 3}', b'{"title": " "}', b"<html>", b"[" * 90_000],
)
def test_an_answer_without_a_title_is_none(body):
    with pytest.raises(Unfetched, match="no title"):
        asking.read(body)


@pytest.mark.parametrize(
    ("width", "height"),
    [("100%", 300), (0, 3), (-4, -3), (1, 100), (9**99, 9**98), (None, None), (True, "x")],
)
def test_a_size_that_is_none_is_left_alone(width, height):
    body = json.dumps({"title": "T", "width": width, "height": height}).encode()
    assert asking.read(body) == Facts("T", "", 0)


# What is saved


@pytest.mark.django_db
def test_saving_a_story_has_what_is_unknown_asked_about_once():
    embed = ("embed", {"url": f"https://youtu.be/{FILM}"})
    story = making.story(body=[embed, embed, ("embed", {"url": "https://film.example/1"})])
    tasks = DBTaskResult.objects.filter(task_path="plaudit.stories.embeds.learning.learn")
    page = f"https://www.youtube.com/watch?v={FILM}"
    assert [task.args_kwargs["args"] for task in tasks] == [[story.ulid, [page]]]
    for facts in ({"title": "A film"}, {"title": "", "trouble": "YouTube answered 500."}):
        tasks.delete()
        Embedded.objects.update_or_create(page=page, defaults=facts | {"asked_at": timezone.now()})
        story.save_revision()
        assert not tasks.exists()
    Embedded.objects.update(asked_at="2020-01-01T00:00Z")
    story.save_revision()
    assert tasks.exists()


def test_a_link_that_nobody_can_be_asked_about_needs_a_title():
    block = Embed()
    block.clean(block.to_python({"url": f"https://youtu.be/{FILM}", "title": ""}))
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python({"url": "https://film.example/1", "title": ""}))
    assert caught.value.block_errors["title"].messages == [
        "Give it a title: of this address none can be asked for."
    ]


# What readers see


@pytest.mark.django_db
def test_a_page_says_what_is_known_and_what_a_click_means(client):
    page = f"https://www.youtube.com/watch?v={FILM}"
    story = making.story(body=[("embed", {"url": f"https://youtu.be/{FILM}"})])
    told = client.get(story.get_absolute_url()).content.decode()
    assert f'<a href="{page}" rel="noopener">{page}</a>' in told
    facts = {"title": "A <film>", "author": "Ann & Bob", "ratio": 0.5625}
    Embedded.objects.create(page=page, asked_at=timezone.now(), **facts)
    told = client.get(story.get_absolute_url()).content.decode()
    assert f'<a href="{page}" rel="noopener">A &lt;film&gt;</a>' in told
    assert "Ann &amp; Bob, YouTube" in told
    assert 'data-ratio="0.5625"' in told
    assert "If you do, YouTube learns your internet address" in told
    assert "<iframe" not in told


@pytest.mark.django_db
def test_a_title_of_ones_own_goes_first(client):
    Embedded.objects.create(
        page="https://vimeo.com/76979871", title="Theirs", asked_at=timezone.now()
    )
    value = {"url": "https://vimeo.com/76979871", "title": "Ours"}
    told = client.get(making.story(body=[("embed", value)]).get_absolute_url()).content.decode()
    assert ">Ours</a>" in told
    assert "Theirs" not in told


@pytest.mark.django_db
def test_frames_are_allowed_of_the_players_alone(client):
    policy = client.get("/")["Content-Security-Policy"]
    [frames] = [part.split() for part in policy.split("; ") if part.startswith("frame-src")]
    assert frames[1:] == providers.origins()
    assert "https://www.youtube-nocookie.com" in frames
    assert all(place.startswith("https://") for place in frames[1:])
    newsroom = django_settings.NEWSROOM_SECURITY_POLICY["DIRECTIVES"]["frame-src"]
    assert newsroom == ["'self'", *providers.origins()]


@pytest.mark.django_db
def test_a_draft_whose_embed_has_no_address_yet_can_be_saved_and_seen(client):
    story = making.story(body=[("embed", {"url": "", "title": "", "provider": ""})])
    assert client.get(story.get_absolute_url()).status_code == 200
