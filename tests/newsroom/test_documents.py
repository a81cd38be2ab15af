"""Files that are no pictures: only a superuser adds any, and none that a browser would run."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents import get_document_model
from wagtail.models import Collection

pytestmark = pytest.mark.django_db
PAGE = b"<html><script src='/media/documents/a.js'></script></html>"


@pytest.fixture
def superuser(cast, as_):
    cast.dora.is_superuser = True
    cast.dora.save()
    return as_("dora")


def add(browser, name, content):
    sent = {"title": "A file", "file": SimpleUploadedFile(name, content)}
    collection = Collection.get_first_root_node().pk
    return browser.post("/newsroom/documents/add/", sent | {"collection": collection})


@pytest.mark.parametrize(
    "name", ["a.html", "a.HTML", "a.js", "a.svg", "a.xml", "a.xhtml", "a", "a.pdf.htm"]
)
def test_what_a_browser_would_run_is_refused(superuser, name):
    answer = add(superuser, name, PAGE)
    assert answer.status_code == 200
    assert "file" in answer.context["form"].errors
    assert not get_document_model().objects.exists()


def test_a_text_is_taken_in(superuser):
    assert add(superuser, "a.txt", b"Minutes of the meeting.").status_code == 302
    assert get_document_model().objects.get().filename.endswith(".txt")


def test_the_newsroom_adds_none(as_):
    for name in ("bob", "alice", "mo", "dora"):
        assert add(as_(name), "a.txt", b"Minutes.").status_code == 302
    assert not get_document_model().objects.exists()
