"""Files become stories by one command: each works, or is refused in one sentence."""

import subprocess
import sys
import time

import pytest
from django.test import Client

from plaudit.stories.models import Author, Photo, Section, Story
from tests.support import making
from tests.support.running import a_site
from tests.support.shell import refusal

# Says on its last line how many MB the command took, where it could take all there are.
MEASURED = (
    # Not what getrusage says: that begins with the memory of whoever starts the process.
    "import sys; from plaudit.__main__ import main; status = main(sys.argv[1:]);"
    "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'));"
    "print(int(peak.split()[1]) // 1024); sys.exit(status)"
)


@pytest.fixture(scope="module")
def site(django_db_blocker):
    """A site that is not running: stories are added to it in processes of their own."""
    with a_site(django_db_blocker) as site:
        yield site


def there_is(site):
    """Everything that adding could leave behind."""
    with site.database():
        rows = [model.objects.count() for model in (Story, Photo, Author, Section)]
    return rows, sorted(site.home.glob("media/**/*.*"))


# In processes of their own


def test_a_text_copied_from_a_page_is_read_on_the_site_a_moment_later(site, folder):
    options = ("--publish", "--image", "goat.jpg", "--alt", "A goat")
    options += ("--section", "News", "--create")
    done = site.plaudit("story", "add", "goat.txt", *options)
    slug = "town-hall-goat-elected-deputy-mayor-refuses-to-give-a-speech"
    path = f"/stories/{slug}"
    assert (done.returncode, done.stdout) == (0, f"{site.url}{path}\n")
    assert done.stderr.splitlines() == [
        "goat.txt: dropped “583 points”",
        "goat.txt: dropped “Advertisement”",
        "goat.txt: dropped “Like it? Share it with your friends!”",
        "goat.txt: dropped “583 points”",
        "goat.txt: Took “Featured image via Example Wire / Jane Roe” as the credit of the image.",
    ]
    with site.database():
        story = Story.objects.get(slug=slug)
        page = Client().get(path).content.decode()
        assert (story.live, story.image.credit) == (True, "Example Wire / Jane Roe")
        assert [block.block_type for block in story.body] == ["paragraph", "quotation", "paragraph"]
    assert "<cite>The mayor</cite>" in page
    assert "Featured image: Example Wire / Jane Roe" in " ".join(page.split())
    assert "Advertisement" not in page


def test_of_several_files_with_one_that_is_bad_none_is_added(site, folder):
    (folder / "empty.txt").write_text("")
    (folder / "picture.txt").write_bytes(b"\xff\xd8\xff\xe0")
    before = there_is(site)
    done = site.plaudit("story", "add", "short.txt", "empty.txt", "picture.txt", "--create")
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split()[:3] for line in done.stderr.splitlines()] == [
        ["plaudit:", "empty.txt", "is"], ["picture.txt", "is", "a"], ["Nothing", "was", "added."],
    ]  # fmt: skip
    assert there_is(site) == before


def test_a_story_refused_late_takes_the_image_and_the_others_with_it(site, folder):
    (folder / "late.md").write_text("---\nslug: Not an address!\n---\n# Late\n\nToo late.\n")
    before = there_is(site)
    options = ("--image", "goat.jpg", "--credit", "Piet Oduya", "--author", "Bea", "--create")
    said = refusal(site.plaudit("story", "add", "short.txt", "late.md", *options))
    assert said.startswith("“Late”: “Not an address!” cannot be an address")
    assert said.endswith("Nothing was added.")
    assert there_is(site) == before


def test_standard_input_is_read(site, folder):
    text = (folder / "short.txt").read_text()
    done = site.plaudit("story", "add", "-", "--slug", "from-a-pipe", stdin=text)
    assert done.stdout == f"{site.url}/stories/from-a-pipe\n"
    assert "standard input: A draft: readers see it once it is published" in done.stderr
    with site.database():
        assert not Story.objects.get(slug="from-a-pipe").live


def test_five_megabytes_are_added_in_little_time_and_memory(site, folder):
    paragraph = "The river rose, and nobody was surprised but the river. " * 9
    text = "The long report\n\nAll of it.\n\n" + f"{paragraph}\n\n" * 10_000
    (folder / "long.txt").write_text(text)
    assert 5_000_000 < len(text) < 5_200_000
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "story", "add", "long.txt", "--publish"],
        env=site.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    address, megabytes = done.stdout.split()
    assert address == f"{site.url}/stories/the-long-report"
    assert int(megabytes) < 400
    assert time.monotonic() - begun < 30  # two to four seconds on a machine at rest
    with site.database():
        assert len(Story.objects.get(slug="the-long-report").body) == 10_000


# The same command, in the process of the tests

in_process = pytest.mark.usefixtures("db", "folder", "own_media")


@in_process
def test_what_hides_behind_the_end_of_an_image_is_never_served_as_a_page(add, folder):
    (folder / "both.jpg").write_bytes(
        (folder / "goat.jpg").read_bytes() + b"<script>alert(1)</script>"
    )
    assert add("short.txt", "--image", "both.jpg", "--credit", "Jane Roe")[0] == 0
    assert Photo.objects.get().file.name.endswith("both.jpg")


@in_process
def test_all_that_is_said_about_a_story_is_in_it(add):
    making.section("River")
    making.author("Anna Lind")
    status, address, said = add(
        *("short.txt", "--section", "RIVER", "--author", "anna lind", "--author", "Piet Oduya"),
        *("--create", "--kind", "opinion", "--tag", "boats", "--tag", "noon", "--slug", "ferry"),
        *("--language", "de_AT", "--image", "goat.jpg", "--credit", "Jane Roe", "--alt", "A goat"),
    )
    story = Story.objects.get()
    assert (status, address) == (0, "http://127.0.0.1:8000/stories/ferry\n")
    assert said == "short.txt: A draft: readers see it once it is published in the newsroom.\n"
    assert (story.headline, story.dek) == ("Ferry strike ends", "The boats sail again.")
    assert (story.section.name, story.kind, story.language) == ("River", "opinion", "de-AT")
    assert [author.name for author in story.byline_authors()] == ["Anna Lind", "Piet Oduya"]
    assert sorted(story.tags.names()) == ["boats", "noon"]
    assert (story.image.credit, story.image.alt) == ("Jane Roe", "A goat")


@in_process
def test_files_and_options_may_stand_in_any_order(add, folder):
    (folder / "-odd.txt").write_text("Odd name\n\nIt begins with a hyphen.")
    making.section("River")
    status, addresses, _ = add("short.txt", "--section", "River", "goat.txt", "--publish")
    assert (status, addresses.count("\n")) == (0, 2)
    assert {story.section.name for story in Story.objects.published()} == {"River"}
    assert add("--section", "River", "--", "-odd.txt")[0] == 0


@in_process
def test_a_file_says_these_things_about_itself_and_the_command_outweighs_it(add, folder):
    (folder / "front.md").write_text(
        "---\nsection: River\nauthors: [Anna Lind, Nobody Known]\nkind: review\ntags: [boats]\n"
        "slug: reeds\nmood: cheerful\n---\n# Reeds\n\nThey grow.\n"
    )
    making.section("River")
    making.author("Anna Lind")
    _, _, said = add("front.md", "--kind", "satire")
    story = Story.objects.get()
    assert (story.slug, story.section.name, story.kind) == ("reeds", "River", "satire")
    assert [author.name for author in story.byline_authors()] == ["Anna Lind"]
    assert "No author is called “Nobody Known”: left out of the byline (or --create)." in said
    assert "Not used from the top of the file: mood: cheerful" in said


@in_process
def test_a_file_names_its_sources_and_a_quotation_with_the_same_link_points_there(add, folder):
    (folder / "front.md").write_text(
        "---\nsources:\n"
        "  - Talk with the mayor | interview | 2026-11-04\n"
        "  - Minutes, part 2 | https://harbour.example/2 | Harbour | https://archive.example/2\n"
        "---\n# Reeds\n\nThey grow.\n\nAnd they grow.\n\n"
        "> They grow.\n>\n> — Anna Lind, [clerk](https://harbour.example/2)\n"
    )
    status, _, said = add("front.md", "--publish")
    assert (status, "Not used" in said) == (0, False)
    story = Story.objects.get()
    talk, minutes = story.sources.all()
    assert (talk.title, talk.kind, str(talk.read_on)) == (
        "Talk with the mayor", "interview", "2026-11-04",
    )  # fmt: skip
    assert (minutes.title, minutes.publisher) == ("Minutes, part 2", "Harbour")
    assert (minutes.link, minutes.archive_link) == (
        "https://harbour.example/2", "https://archive.example/2",
    )  # fmt: skip
    [quotation] = [block.value for block in story.body if block.block_type == "quotation"]
    assert quotation["source"] == minutes.key


@in_process
def test_without_an_image_its_credit_stays_where_it_stood(add):
    _, _, said = add("goat.txt")
    last = Story.objects.get().body[-1]
    assert str(last.value) == "<p>Featured image via Example Wire / Jane Roe</p>"
    assert "its credit stays the last line of the text" in said


@in_process
def test_the_same_headline_again_gets_a_number_and_that_is_said(add):
    assert "number" not in add("short.txt")[2]
    _, address, said = add("short.txt")
    assert address.endswith("/stories/ferry-strike-ends-2\n")
    assert "Its address has a number: another story has this headline, or nearly." in said


@in_process
def test_text_that_runs_from_the_right_is_asked_for_its_language(add, folder):
    (folder / "boats.txt").write_text("عودة العبارات\n\nالمعبر مفتوح.\n\nانطلق القارب الأول.")
    assert "say its language, as in --language ar" in add("boats.txt")[2]
    assert "say its language" not in add("boats.txt", "--language", "ar")[2]
    assert [story.direction for story in Story.objects.order_by("pk")] == ["ltr", "rtl"]


@in_process
def test_nothing_that_runs_reaches_a_page(add, folder):
    (folder / "page.html").write_text(
        "<h1>Boats</h1><p onclick='alert(1)'>They <a href='javascript:alert(1)'>sail</a>.</p>"
        "<script>alert(1)</script><p>At noon.</p>"
    )
    add("page.html", "--publish")
    page = Client().get("/stories/boats").content.decode()
    assert "<p>They sail.</p>" in page or 'class="dek">They sail.</p>' in page
    assert "alert(1)" not in page
