"""Asked by the wrong method, an address says which one it takes."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["share", "view", "point"])
@pytest.mark.parametrize("method", ["get", "put", "delete", "options"])
def test_what_is_sent_is_not_fetched(client, story, path, method):
    answer = getattr(client, method)(f"{story.get_absolute_url()}/{path}")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert answer.content.decode() == "This address takes POST only.\n"
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "path", ["/feed", "/sitemap.xml", "/robots.txt", "/trending", "/points.json", "/STORY/qr.svg"]
)
def test_what_is_fetched_is_not_sent(client, story, path):
    answer = client.post(path.replace("/STORY", story.get_absolute_url()), "\0" * 100, "x/\0")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert answer.content.decode() == "This address takes GET, HEAD only.\n"


def test_a_head_of_what_is_sent_has_no_body(client, story):
    answer = client.head(f"{story.get_absolute_url()}/share")
    assert (answer.status_code, answer.content) == (405, b"")
