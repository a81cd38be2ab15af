"""Windows of the browser, each with somebody signed in."""

from playwright.sync_api import Browser, Page

from tests.pictures.paper import Paper
from tests.support import typewriter

WIDE, HIGH = 1200, 800
PATIENCE = 30_000  # ms


class Windows:
    def __init__(self, browser: Browser, paper: Paper) -> None:
        self._browser = browser
        self._paper = paper
        self._open: dict[str, Page] = {}

    def of(self, role: str, high: int = HIGH) -> Page:
        """The one window of whoever has this role; of a reader for an empty one."""
        if role not in self._open:
            # The policy would refuse the camera's own style, which keeps things still.
            context = self._browser.new_context(
                base_url=self._paper.url, locale="en-GB", bypass_csp=True
            )
            context.set_default_timeout(PATIENCE)
            self._open[role] = context.new_page()
            if role:
                typewriter.sign_in(self._open[role], *self._paper.sign_ins[role])
        page = self._open[role]
        page.set_viewport_size({"width": WIDE, "height": high})
        return page
