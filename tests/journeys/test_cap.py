"""More new guests from one network than the site takes unseen: their browsers do some work."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WORKING = "your browser is doing a short sum"


@pytest.fixture
def crowded(reader, story, policy):
    """A story whose one place for a guest of this network is taken."""
    policy(guests_per_prefix=1)
    first = reader()
    first.opens(story)
    assert first.gives() == 200
    reader().comes_back_to(story, "1 point")
    return story


def test_the_browser_does_the_sum_and_the_point_counts(reader, crowded):
    ann = reader()
    ann.opens(crowded)
    said = record_what_is_said(ann)
    assert ann.gives() == 429
    expect(ann.top.status).to_have_text("Your point was counted. 2 points", timeout=30_000)
    assert any(WORKING in words for words in said())
    for bar in ann.bars:
        assert bar.own == 1
    ann.page.reload()
    ann.shows("2 points", own=1)


def test_changing_ones_mind_afterwards_needs_no_sum(reader, crowded):
    ann = reader()
    ann.opens(crowded)
    ann.gives()
    expect(ann.top.status).to_have_text("Your point was counted. 2 points", timeout=30_000)
    assert ann.answered("/point", ann.top.down.click) == 200
    expect(ann.top.figure).to_have_text("0 points")


def test_clicking_again_while_the_sum_is_done_is_not_forgotten(reader, crowded):
    ann = reader()
    ann.opens(crowded)
    ann.gives()
    ann.top.down.click()
    expect(ann.top.status).to_have_text("Your point down was counted. 0 points", timeout=30_000)
    assert ann.bottom.own == -1


def test_a_browser_that_cannot_do_the_sum_is_offered_to_sign_in(reader, crowded):
    ann = reader()
    ann.page.add_init_script("delete SubtleCrypto.prototype.deriveBits")
    ann.opens(crowded)
    ann.gives()
    expect(ann.top.status).to_contain_text("Your browser could not finish the sum")
    offer = ann.top.status.get_by_role("link", name="Sign in instead")
    ann.shows("1 point")
    offer.click()
    expect(ann.page.get_by_role("heading", level=1)).to_contain_text("Sign in")


def test_a_sum_that_was_done_wrong_does_not_count_and_signing_in_is_offered(reader, crowded):
    ann = reader()
    ann.page.route(
        "**/proof*.js",
        lambda route: route.fulfill(
            content_type="text/javascript", body="export const solve = async () => btoa('{}')"
        ),
    )
    ann.opens(crowded)
    ann.gives()
    expect(ann.top.status.get_by_role("link", name="Sign in instead")).to_be_visible()
    expect(ann.bottom.figure).to_have_text("1 point")


def record_what_is_said(ann):
    """Everything the live region is given to say, however briefly it stands there."""
    ann.page.evaluate(
        """() => {
            window.said = [];
            const status = document.querySelector("#points .points-status");
            new MutationObserver(() => window.said.push(status.textContent))
                .observe(status, { childList: true, subtree: true, characterData: true });
        }"""
    )
    return lambda: ann.page.evaluate("window.said")
