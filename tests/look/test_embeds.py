"""A player from elsewhere: nothing comes from there until a reader asks, and then in a sandbox."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from plaudit.stories.embeds.learning import learn
from tests.support import making

pytestmark = pytest.mark.browser

FILM = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
PLAYER = """<!doctype html><title>Player</title><p>Playing</p><script>
let reached = "nothing";
try { reached = top.document.title; } catch { /* as it should be */ }
document.querySelector("p").textContent += ", and reached " + reached;
</script>"""


class Tube(BaseHTTPRequestHandler):
    """A PeerTube server with one film."""

    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        is_player = self.path == f"/videos/embed/{FILM}"
        facts = {"title": "The ferry", "author_name": "Ann", "width": 560, "height": 315}
        body = (PLAYER if is_player else json.dumps(facts)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if is_player else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def tube():
    """Where it is. By another name than the site's, as any provider."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Tube)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Tube.asked.clear()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_film_is_asked_about_behind_the_scenes_and_played_on_a_click(tube, own_site, browser):
    with (own_site.home / "plaudit.toml").open("a") as file:
        file.write(f'peertube = ["{tube}"]\nfetch_networks = ["127.0.0.0/8", "::1/128"]\n')
    page_of_film = f"{tube}/w/{FILM}"
    own_site.start()
    with own_site.database():
        embed = {"url": page_of_film, "title": "", "provider": ""}
        story = making.story("A film of it", slug="film", body=[("embed", embed)])
        learn.enqueue(story.ulid, [page_of_film])
    page = browser.new_context(base_url=own_site.url).new_page()
    for _ in range(150):
        page.goto("/stories/film")
        if page.get_by_role("link", name="The ferry").count():
            break
        page.wait_for_timeout(200)
    expect(page.get_by_role("link", name="The ferry")).to_have_attribute("href", page_of_film)
    expect(page.locator("embed-player .meta").first).to_have_text(
        f"Ann, PeerTube, {tube.removeprefix('http://')}"
    )
    assert all(path.startswith("/services/oembed?format=json&url=") for path in Tube.asked)
    assert len(Tube.asked) == 1

    page.get_by_role("button", name="Open it here").click()
    frame = page.frame_locator("embed-player iframe")
    expect(frame.locator("p")).to_have_text("Playing, and reached nothing")
    expect(page.locator("embed-player iframe")).to_be_focused()
    box = page.locator("embed-player iframe").bounding_box()
    assert box["width"] / box["height"] == pytest.approx(560 / 315, rel=0.01)
    assert Tube.asked[1:] == [f"/videos/embed/{FILM}"]


def test_without_scripts_it_is_a_link_and_offers_nothing_else(browse, printed):
    page = browse(has_scripts=False).new_page()
    page.goto("/stories/everything")
    card = page.locator("embed-player")
    expect(card.get_by_role("link")).to_be_visible()
    expect(card.get_by_role("button")).to_have_count(0)
