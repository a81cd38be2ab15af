"""A paper with everything that is hard to set, and a browser that looks at all of its pages."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.look import paper
from tests.support.site import Site


@pytest.fixture(scope="session")
def printed(running_site: Site) -> Site:
    """The running site with the paper's stories on it, in their lists."""
    with running_site.database():
        paper.publish(datetime.now(UTC) - timedelta(minutes=1))
    paper.wait_for_the_tick(running_site)
    return running_site


@pytest.fixture(scope="module")
def desk(browser: Browser, printed: Site) -> Iterator[BrowserContext]:
    """One reader at a desk for a whole module: to open a browser takes longer than to look."""
    context = browser.new_context(
        base_url=printed.url, viewport={"width": 1440, "height": 900}, color_scheme="light"
    )
    yield context
    context.close()


@pytest.fixture(scope="module")
def page(desk: BrowserContext) -> Page:
    return desk.new_page()


@pytest.fixture(scope="module")
def show(page: Page) -> Callable[[str], Page]:
    """Open one of the paper's pages: by its address, or by what was done to get it."""

    def shown(address: str) -> Page:
        return paper.show(page, address)

    return shown
