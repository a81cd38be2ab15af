"""How a page arrives: light, still, from nobody else, and without a cookie."""

import time

import pytest
from playwright.sync_api import expect

from tests.look import paper

pytestmark = pytest.mark.browser

KILOBYTE = 1024
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""


class Record:
    """What went on while a page was opened."""

    def __init__(self, page, site):
        self.complaints, self.elsewhere = [], []
        page.on("console", lambda said: self._listen(page, said))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._note(request.url, site))

    def _listen(self, page, said):
        # That a page says of itself that it is not found is no complaint.
        if said.type == "error" and said.location["url"] != page.url:
            self.complaints.append(said.text)

    def _note(self, url, site):
        if not url.startswith((f"{site.url}/", "data:")):
            self.elsewhere.append(url)


@pytest.mark.parametrize("address", paper.READ.values(), ids=paper.READ)
def test_reading_asks_nobody_else_sets_no_cookie_and_breaks_no_policy(desk, printed, address):
    page = desk.new_page()
    record = Record(page, printed)
    page.goto(address)
    assert record.elsewhere == []
    assert desk.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert record.complaints == []
    page.close()


@pytest.mark.parametrize("address", paper.ASKED.values(), ids=paper.ASKED)
def test_forms_and_refusals_ask_nobody_else_and_break_no_policy(browse, printed, address):
    page = browse().new_page()
    record = Record(page, printed)
    paper.show(page, address)
    assert record.elsewhere == []
    assert record.complaints == []


@pytest.mark.parametrize("size", [(320, 640), (768, 1024), (1440, 900)], ids=str)
def test_nothing_moves_while_a_story_with_pictures_arrives(browse, printed, size):
    context = browse()
    context.add_init_script(WATCH_SHIFTS)
    # Pictures and scripts come late, as they do on a bad line; the text is long there by then.
    context.route("**/media/**", _late)
    context.route("**/*.js", _late)
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto("/stories/everything")
    for picture in page.locator("main img").all():
        if picture.is_visible():
            picture.scroll_into_view_if_needed()
            picture.evaluate("one => one.decode()")
    assert page.evaluate("document.images.length") > 3
    assert sum(page.evaluate("window.shifts")) == 0


def test_a_long_story_without_pictures_weighs_at_most_60_kilobytes(browse, printed):
    page = browse().new_page()
    line = page.context.new_cdp_session(page)
    kinds, weights = {}, {}
    line.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    line.on(
        "Network.loadingFinished",
        lambda e: weights.update({e["requestId"]: e["encodedDataLength"]}),
    )
    line.send("Network.enable")
    page.goto("/stories/in-words")
    page.wait_for_load_state("networkidle")
    weight = sum(weights[one] for one, kind in kinds.items() if kind != "Image" and one in weights)
    assert len(page.locator(".story-body").inner_text().split()) > 900
    assert 10 * KILOBYTE < weight <= 60 * KILOBYTE


def test_giving_a_point_moves_nothing_on_the_page(browse, printed):
    page = browse(width="phone").new_page()
    page.goto("/stories/in-words")
    places = "[...document.querySelectorAll('main *')].map((one) => one.offsetTop)"
    before = page.evaluate(places)
    up = page.locator("#points").get_by_role("button", name="Give a point")
    up.click()
    expect(page.locator("#points").get_by_role("status")).to_contain_text("was counted")
    after = page.evaluate(places)
    assert after[: len(before)] == before


def _late(route):
    time.sleep(0.1)
    route.continue_()
