"""The demo's paper keeps to the contract that the loader and the templates read."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from plaudit.demo import paper
from plaudit.demo.manuscript import DemoImage
from plaudit.stories.blocks.personality_quizzes import PersonalityQuiz

KINDS = {
    "report", "opinion", "analysis", "explainer", "interview", "review", "satire", "sponsored",
}  # fmt: skip
SHAPES = {
    "paragraph": str,
    "subhead": str,
    "quotation": {"text", "speaker", "role", "to_whom", "link", "source"},
    "image": {"image", "caption"},
    "gallery": {"images"},
    "embed": {"url", "title", "provider"},
    "list": {"style", "items"},
    "ranked_list": {"items"},
    "table": {"caption", "rows"},
    "chart": {"title", "kind", "unit", "rows", "source"},
    "timeline": {"items"},
    "personality_quiz": {"title", "outcomes", "questions"},
    "poll": {"question", "options", "closes_at", "is_many", "results"},
    "quiz": {"title", "questions"},
    "callout": {"title", "text"},
    "divider": type(None),
    "footnotes": {"notes"},
}
CHOSEN = {"has_row_headers", "is_sortable"}  # what not every table says
STORIES = paper.stories()
BY_SLUG = {story.slug: story for story in STORIES}
SIX_WEEKS = 6 * 7 * 24

every_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)


def words(story):
    """The text a reader reads, without its markup."""
    return re.sub(r"<[^>]+>", " ", " ".join(texts([value for _, value in story.body]))).split()


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def pictures(story):
    if story.image:
        yield story.image
    for kind, value in story.body:
        if kind == "image":
            yield value["image"]
        elif kind == "gallery":
            yield from (item["image"] for item in value["images"])


class Tags(HTMLParser):
    """What is open, what was used, and where links lead."""

    def __init__(self):
        super().__init__()
        self.open, self.used, self.links = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.used.add(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_a_paper_of_forty_stories_in_six_sections():
    assert len(STORIES) == 40
    assert len(paper.SECTIONS) == 6
    assert {story.section for story in STORIES} == {section.slug for section in paper.SECTIONS}
    assert min(Counter(story.section for story in STORIES).values()) >= 6


@every_story
def test_a_story_keeps_to_the_contract(story):
    assert story.kind in KINDS
    assert story.section in {section.slug for section in paper.SECTIONS}
    assert story.authors
    assert len(story.authors) <= 2
    assert set(story.authors) <= {author.slug for author in paper.AUTHORS}
    assert 2 <= len(set(story.tags)) == len(story.tags) <= 4
    assert 1 <= story.age_hours <= SIX_WEEKS
    assert 0 < story.appeal <= 1
    assert 0 <= story.controversy <= 0.3
    assert story.headline
    assert story.dek
    assert not set("*_\"'") & set(story.headline + story.dek)


@every_story
def test_every_block_has_the_shape_the_templates_read(story):
    for kind, value in story.body:
        shape = SHAPES[kind]
        if isinstance(shape, set):
            assert set(value) - CHOSEN == shape
        else:
            assert isinstance(value, shape)
    for kind, value in story.body:
        if kind == "table":
            rows = [row.split("|") for row in value["rows"].splitlines()]
            assert len({len(row) for row in rows}) == 1
            assert len(rows) > 2
        elif kind == "list":
            assert value["style"] in {"bulleted", "numbered"}
            assert len(value["items"]) > 1
        elif kind == "ranked_list":
            assert all(set(item) == {"title", "text", "image"} for item in value["items"])
        elif kind == "quotation":
            assert value["speaker"]


@every_story
def test_the_text_is_sound_and_only_links_to_fictional_places(story):
    for text in texts([value for _, value in story.body]):
        tags = Tags()
        tags.feed(text)
        assert not tags.open
        assert tags.used <= {"p", "b", "i", "a", "sup"}
        assert not re.search(r"\*|\^|:::|(?<!\w)'|\"", re.sub(r"<[^>]+>", "", text)), text
        for host in re.findall(r"https?://([^/\s\"]+)", text):
            assert host.endswith(".example")


@every_story
def test_a_story_is_as_long_as_a_newspaper_would_print(story):
    short = {"swan-leaves-roundabout": (80, 150), "arabic-language-cafe": (120, 250)}
    least, most = short.get(story.slug, (250, 700))
    if story.slug == "the-bench-mender":
        most = 900
    assert least <= len(words(story)) <= most


@every_story
def test_every_picture_says_what_it_shows_and_who_drew_it(story):
    for picture in pictures(story):
        assert isinstance(picture, DemoImage)
        assert len(picture.alt) > 30
        assert picture.alt.endswith(".")
        assert picture.caption
        assert re.fullmatch(r"Illustration: \w+ \w+ for The Pellbridge Lantern", picture.credit)


@every_story
def test_sources_are_fictional_and_quotations_name_those_that_are_there(story):
    for source in story.sources:
        assert source.kind in {"document", "interview", "wire", "own", "outlet"}
        assert source.title
        for link in filter(None, (source.link, source.archive_link)):
            assert re.fullmatch(r"https://[a-z]+\.example/[a-z/-]+", link)
    numbers = {"", *(str(number) for number, _ in enumerate(story.sources, 1))}
    assert {value["source"] for kind, value in story.body if kind == "quotation"} <= numbers


def test_the_paper_shows_every_kind_of_source_and_a_dead_link_with_an_archived_copy():
    sources = [source for story in STORIES for source in story.sources]
    assert {source.kind for source in sources} == {
        "document", "interview", "wire", "own", "outlet"
    }  # fmt: skip
    assert [bool(source.archive_link) for source in sources if source.is_dead] == [True]


def test_its_personality_quiz_is_one_that_the_newsroom_accepts():
    block = PersonalityQuiz()
    [said] = [
        value for story in STORIES for kind, value in story.body if kind == "personality_quiz"
    ]
    quiz = block.clean(block.to_python(said))
    assert [outcome.sign for outcome in quiz["outcomes"]] == ["A", "B", "C"]
    assert [len(one["answers"]) for one in quiz["questions"]] == [3, 3, 3]


def test_no_picture_and_no_headline_is_used_twice():
    keys = Counter(picture.key for story in STORIES for picture in pictures(story))
    assert set(keys.values()) == {1}
    assert len({story.headline for story in STORIES}) == len(STORIES)


def test_the_paper_shows_every_block_and_every_kind():
    assert {kind for story in STORIES for kind, _ in story.body} == set(SHAPES)
    assert {story.kind for story in STORIES} == KINDS


def test_the_hard_cases_for_a_page_are_in_it():
    assert sum(story.image is None for story in STORIES) == 5
    assert max(len(story.headline) for story in STORIES) > 190
    assert min(len(story.body) for story in STORIES) == 1
    notice = BY_SLUG["arabic-language-cafe"]
    assert (notice.language, notice.direction) == ("ar", "rtl")
    assert re.search(r"[\u0600-\u06ff]", notice.headline)
    assert all(story.direction == "ltr" for story in STORIES if story is not notice)


def test_the_latest_days_are_the_busiest():
    def newer_than(hours):
        return sum(story.age_hours <= hours for story in STORIES)

    assert newer_than(24) >= 8
    assert newer_than(7 * 24) >= 20
    assert newer_than(30 * 24) < 40
    assert [story.age_hours for story in STORIES] == sorted(story.age_hours for story in STORIES)


def test_one_story_draws_more_than_any_other():
    appeals = sorted((story.appeal, story.slug) for story in STORIES)
    assert appeals[-1] == (1.0, "the-bench-mender")
    assert appeals[-2][0] < 0.9


def test_a_story_is_updated_only_after_it_was_published():
    updated = [story for story in STORIES if story.updated_hours_ago is not None]
    assert updated
    assert all(story.updated_hours_ago < story.age_hours for story in updated)


def test_what_a_story_was_before_its_change_is_told_by_words_that_are_in_it():
    changed = [story for story in STORIES if story.change]
    assert {story.change.kind for story in changed} == {"correction", "update"}
    for story in changed:
        assert story.updated_hours_ago is not None
        first = story.at_first()
        for now, before in story.change.was:
            assert str(story.body).count(now) == 1
            assert str(first.body).count(before) == 1
            assert now not in str(first.body)


def test_what_is_paid_for_says_so_in_its_first_line():
    for story in STORIES:
        if story.kind == "sponsored":
            assert "paid for" in story.body[0][1]


def test_everybody_on_the_masthead_writes():
    assert {author.slug for author in paper.AUTHORS} == {
        author for story in STORIES for author in story.authors
    }
    assert all(author.bio and author.role for author in paper.AUTHORS)
