"""What a reader keeps of a vote: on the device, as a file, and without scripts from the site."""

import json

import pytest
from playwright.sync_api import expect

from plaudit.recount import leaves
from plaudit.tlog import notes
from plaudit.tlog.keys import SignerKey
from tests.support.calling import soon

pytestmark = pytest.mark.browser

KEPT = "JSON.parse(localStorage.getItem('plaudit.receipts') ?? '[]')"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
SHELF = 'import(new URL("receipt-shelf.js", document.querySelector("[src*=point-bar]").src))'


def link(reader):
    return reader.page.locator("#points").get_by_role("link", name="Your receipt")


def kept(reader):
    """The receipts on the device, once the keys of the site have come."""
    soon(lambda: all(one["keys"] for one in reader.page.evaluate(KEPT)))
    return reader.page.evaluate(KEPT)


def file_of(reader, do):
    with reader.page.expect_download() as download:
        do()
    return download.value.suggested_filename, json.loads(download.value.path().read_text())


def promise_in(receipt, site):
    """The text that the site signed."""
    key = SignerKey.parse((site.home / "keys/ack.key").read_text()[:-1]).verifier
    note = notes.parse(receipt["ack"].encode())
    note.verified([key])
    return note.text


def test_a_vote_leaves_a_receipt_on_the_device_and_offers_it_as_a_file(reader, story, running_site):
    ann = reader()
    ann.opens(story)
    expect(link(ann)).to_be_hidden()
    with ann.page.expect_request("**/point") as request:
        ann.gives()
    (one,) = kept(ann)
    assert (one["story"], one["page"]) == (story.headline, story.get_absolute_url())
    name, receipt = file_of(ann, link(ann).click)
    assert name == f"receipt-{story.slug}-1.json"
    assert list(receipt) == ["plaudit", "origin", "leaf", "ack", "keys", "nonce_by"]
    leaf = leaves.parse(receipt["leaf"].encode())
    assert (leaf.about, leaf.value) == (story.about, 1)
    assert leaf.nonce == request.value.post_data_json["nonce"]
    assert promise_in(receipt, running_site).split("\n")[1] == receipt["origin"]
    assert receipt["nonce_by"] == "voter"


def test_it_is_there_by_keyboard_and_after_reloading(reader, story):
    ann = reader()
    ann.opens(story)
    ann.answered("/point", ann.top.down.click)
    ann.page.reload()
    expect(link(ann)).to_be_visible()
    expect(ann.top.down).to_have_attribute("aria-pressed", "true")
    link(ann).focus()
    _, receipt = file_of(ann, lambda: ann.page.keyboard.press("Enter"))
    assert leaves.parse(receipt["leaf"].encode()).value == -1


def test_each_change_of_mind_has_its_own_and_the_newest_is_first(reader, story):
    ann = reader()
    ann.opens(story)
    for act in (ann.top.up, ann.top.down, ann.top.down):
        ann.answered("/point", act.click)
    soon(lambda: len(kept(ann)) == 3)
    found = [leaves.parse(one["leaf"].encode()) for one in kept(ann)]
    assert [(one.rev, one.value) for one in found] == [(3, 0), (2, -1), (1, 1)]
    _, receipt = file_of(ann, link(ann).click)
    assert leaves.parse(receipt["leaf"].encode()).rev == 3


def test_the_latest_hundred_are_kept(reader, story):
    ann = reader()
    ann.opens(story)
    ann.gives()
    count = ann.page.evaluate(
        f"""async () => {{
          const {{ all, keep }} = await {SHELF};
          const [{{ leaf, ack }}] = all();
          for (let rev = 2; rev < 120; rev += 1) {{
            keep({{ leaf: leaf.replace("rev 1", `rev ${{rev}}`), ack }}, {{}});
          }}
          return all().map((one) => Number(/rev (\\d+)/.exec(one.leaf)[1]));
        }}"""
    )
    assert count == list(range(119, 19, -1))


def test_a_nonce_that_this_browser_did_not_choose_is_not_claimed(reader, story):
    ann = reader()
    ann.opens(story)
    ann.gives()
    said = ann.page.evaluate(
        f"""async () => {{
          const {{ all, keep, removeAll }} = await {SHELF};
          const [{{ leaf, ack }}] = all();
          keep({{ leaf, ack }}, {{ nonce: "A".repeat(22) }});
          const again = all()[0].nonce_by;
          removeAll();
          keep({{ leaf, ack }}, {{ nonce: "A".repeat(22) }});
          return [again, all()[0].nonce_by];
        }}"""
    )
    assert said == ["voter", "server"]


def test_what_is_broken_on_the_device_is_passed_over(reader, story):
    ann = reader()
    ann.opens(story)
    for broken in ("{", "[1, null, {}]", '{"leaf": 1}', '[{"leaf": "x"}]'):
        ann.page.evaluate("text => localStorage.setItem('plaudit.receipts', text)", broken)
        ann.page.reload()
        ann.gives()
        expect(link(ann)).to_be_visible()


def test_a_browser_that_stores_nothing_still_hands_it_out(reader, story):
    ann = reader()
    ann.page.add_init_script(NO_STORAGE)
    ann.opens(story)
    ann.gives()
    _, receipt = file_of(ann, link(ann).click)
    assert receipt["nonce_by"] == "voter"


def test_without_scripts_the_site_hands_it_out(reader, story, running_site):
    ann = reader(has_scripts=False)
    ann.opens(story)
    expect(link(ann)).to_be_hidden()
    ann.presses(ann.top.up)
    name, receipt = file_of(ann, link(ann).click)
    assert name == f"receipt-{story.slug}-1.json"
    assert leaves.parse(receipt["leaf"].encode()).about == story.about
    assert promise_in(receipt, running_site)
    assert receipt["nonce_by"] == "server"


def test_a_point_that_was_given_without_scripts_has_the_sites_copy_with_them(reader, story):
    ann, later = reader(has_scripts=False), reader()
    ann.opens(story)
    ann.presses(ann.top.up)
    later.context.add_cookies(ann.context.cookies())
    later.opens(story)
    expect(link(later)).to_be_visible()
    _, receipt = file_of(later, link(later).click)
    assert receipt["nonce_by"] == "server"
    assert later.page.evaluate("localStorage.length") == 0


def test_where_the_point_was_changed_on_another_device_the_receipt_is_of_that(reader, story):
    here, there = reader(), reader()
    here.opens(story)
    here.gives()
    there.context.add_cookies(here.context.cookies())
    there.opens(story)
    there.shows("1 point", own=1)
    there.answered("/point", there.top.down.click)
    here.comes_back_to(story, "−1 point")
    here.shows("−1 point", own=-1)
    _, receipt = file_of(here, link(here).click)
    assert leaves.parse(receipt["leaf"].encode()).rev == 2
