"""What cannot become a story is refused in one sentence, and nothing of it is left behind."""

import io

import pytest
from PIL import Image

from plaudit.stories.models import Photo
from tests.support import making

in_process = pytest.mark.usefixtures("db", "folder", "own_media")


@in_process
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["none.txt"], "none.txt cannot be read: no such file or directory."),
        (["."], ". cannot be read: is a directory."),
        (["-", "-"], "Standard input (-) can be read only once."),
        (["short.txt", "./short.txt"], "short.txt is named twice, and would become two stories: "
         "name it once."),
        (["short.txt", "goat.txt", "--slug", "a"], "--slug is the address of one story, and there "
         "are several files."),
        (["short.txt", "--credit", "Jane Roe"], "--credit says who made the image: add --image "
         "PATH as well."),
        (["short.txt", "--alt", "A goat"], "--alt describes the image: add --image PATH as well."),
        (["short.txt", "--tag", "\udcff"], "--tag is not written in UTF-8: type it again."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_before_the_site_is_entered(refused, arguments, sentence):
    assert refused(*arguments) == sentence


@in_process
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--section", "Harbour"], "No section is called “Harbour”. There are: Town. To make a new "
         "one, add --create. Nothing was added."),
        (["--author", "Ann"], "No author is called “Ann”. There are: Bea Writer. To make a new "
         "one, add --create. Nothing was added."),
        (["--section", "x" * 61, "--create"], f"“{'x' * 60}” cannot be a name: Ensure this value "
         "has at most 60 characters (it has 61). Nothing was added."),
        (["--slug", "taken"], "It cannot be saved: Another story has or had this address. Choose "
         "another one. Nothing was added."),
        (["--slug", "a b"], "“a b” cannot be an address (slug): use a to z, figures and hyphens, "
         "at most 80 of them. Nothing was added."),
        (["--language", "Frisian!"], "“Frisian!” is no code of a language: such as ar, de or "
         "pt-BR. Nothing was added."),
        (["--tag", "x" * 101], f"“{'x' * 60}…” is too long for a tag: 100 characters fit. Nothing "
         "was added."),
        (["--image", "goat.jpg"], "An image needs a credit, which readers see with it: add "
         "--credit “who made it”. Nothing was added."),
    ],
)  # fmt: skip
def test_what_the_newsroom_would_not_take_is_refused(refused, arguments, sentence):
    making.author()
    making.story(slug="taken")
    assert refused("short.txt", *arguments) == sentence


def jpeg(**how):
    file = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(file, "JPEG", **how)
    return file.getvalue()


def png_that_unfolds(width):
    """A few kilobytes that say they are a picture of so many pixels a side."""
    file = io.BytesIO()
    Image.new("1", (width, width)).save(file, "PNG")
    return file.getvalue()


@in_process
@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("none.jpg", None, "cannot be read: no such file or directory"),
        ("empty.jpg", b"", "The submitted file is empty."),
        ("words.jpg", b"These are words.", "either not an image or a corrupted image."),
        ("goat.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a supported image format."),
        ("svg.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "does not match the file format"),
        ("jpeg.png", jpeg(), "does not match the file format (jpeg)."),
        ("script.gif", b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)", "it is damaged. Save it as"),
        ("half.jpg", jpeg()[:9000], "it is damaged. Save it as JPEG or PNG again."),
        ("bomb.png", png_that_unfolds(7800), "more than 60,000,000 pixels. Make it smaller."),
        ("large.jpg", jpeg() + bytes(20 * 1024**2), "too large: at most 20 MB fit."),
    ],
)
def test_what_is_no_sound_image_is_refused_and_leaves_no_file(
    refused, folder, name, data, sentence
):
    if data is not None:
        (folder / name).write_bytes(data)
    said = refused("short.txt", "--image", name, "--credit", "Jane Roe")
    assert name in said
    assert sentence in said
    assert not Photo.objects.exists()


@in_process
def test_a_file_that_one_may_not_read_is_named(refused, folder):
    (folder / "short.txt").chmod(0)
    try:
        (folder / "short.txt").read_text()
    except PermissionError:
        assert refused("short.txt") == "short.txt cannot be read: permission denied."
    else:
        pytest.skip("whoever runs the tests may read everything")


@in_process
@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("| Harbour", "This field cannot be blank."),
        ("Minutes | https://harbour example/", "begins with https:// or http://"),
        ("M" * 201, "at most 200 characters"),
    ],
)
def test_a_source_that_cannot_be_saved_is_refused(refused, folder, source, reason):
    making.section("Town")
    (folder / "front.md").write_text(f"---\nsources:\n  - {source}\n---\n# Reeds\n\nThey grow.\n")
    said = refused("front.md")
    assert "The source “" in said
    assert reason in said
