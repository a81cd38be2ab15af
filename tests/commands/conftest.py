"""Adding stories as typed, in the process of the tests: a subprocess a sentence takes too long."""

import pytest
from PIL import Image

from plaudit.__main__ import main
from plaudit.stories.models import Story
from tests.support.home import ROOT

GOAT = ROOT / "tests" / "stories" / "files" / "goat-elected.txt"
SHORT = "Ferry strike ends\n\nThe boats sail again.\n\nThey sail at noon."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where the newsroom keeps its files, and stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "short.txt").write_text(SHORT)
    (tmp_path / "goat.txt").write_text(GOAT.read_text())
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "goat.jpg")
    return tmp_path


@pytest.fixture
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def add(capfd):
    """Adds as typed; answers with the status, the addresses and what was said."""

    def typed(*arguments):
        status = main(["story", "add", *map(str, arguments)])
        return status, *capfd.readouterr()

    return typed


@pytest.fixture
def refused(add, own_media, tmp_path):
    """Adds what cannot be added; answers with the one sentence about it."""

    def typed(*arguments):
        before = list(Story.objects.values_list("pk"))
        status, addresses, said = add(*arguments)
        assert (status, addresses, said.count("\n")) == (1, "", 1), said
        assert list(Story.objects.values_list("pk")) == before
        assert not list(tmp_path.glob("media/**/*.*"))
        return said.removeprefix("plaudit: ").strip()

    return typed
