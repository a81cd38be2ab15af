"""A person at a browser: what they see of a story's page, and where their browser went for it."""

import time
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, Request, Route, expect

from plaudit.stories.models import Story
from tests.support.site import Site

# A reader's, in place of the headless browser's own, which the site rightly takes for a program.
USER_AGENT = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/141.0.0.0 Safari/537.36"
)
UP, DOWN = "Give a point", "Point down"


class Bar:
    """One of the two places where a story's points stand."""

    def __init__(self, bar: Locator) -> None:
        self.all = bar
        self.up = bar.get_by_role("button", name=UP)
        self.down = bar.get_by_role("button", name=DOWN)
        self.figure = bar.locator(".points")
        self.status = bar.get_by_role("status")

    @property
    def own(self) -> int:
        """The reader's own point, by the button that is pressed at this moment."""
        up, down = (one.get_attribute("aria-pressed") == "true" for one in (self.up, self.down))
        return up - down

    def shows(self, figure: str, own: int) -> None:
        """The story's points, and which button is pressed, as a screen reader is told."""
        expect(self.figure).to_have_text(figure)
        expect(self.up).to_have_attribute("aria-pressed", str(own == 1).lower())
        expect(self.down).to_have_attribute("aria-pressed", str(own == -1).lower())


class Reader:
    """A browser with one page open, that keeps a record of what a reader's browser may not do."""

    def __init__(self, context: BrowserContext, site: Site) -> None:
        self.context, self.site = context, site
        self.complaints: list[str] = []  # scripts that broke, or that the policy stopped
        self.elsewhere: list[str] = []  # asked of somebody else than the site
        context.on("request", self._note)
        # Nobody else is there in a test; what is asked of them is answered at once.
        context.route(self._is_elsewhere, _answer_for_others)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: self._listen(said.text))

    def opens(self, story: Story, **more: str) -> Page:
        self.page.goto(story.get_absolute_url() + more.get("at", ""))
        return self.page

    def comes_back_to(self, story: Story, said: str, at: Locator | None = None) -> None:
        """Open the page until it says this, at its points unless told where.

        What others did is on it within about a second.
        """
        place, deadline = at or self.top.figure, time.monotonic() + 30
        self.opens(story)
        while place.text_content() != said:
            assert time.monotonic() < deadline, place.text_content()
            self.opens(story)

    @property
    def bars(self) -> tuple[Bar, Bar]:
        return self.top, self.bottom

    @property
    def top(self) -> Bar:
        return Bar(self.page.locator("#points point-bar"))

    @property
    def bottom(self) -> Bar:
        return Bar(self.page.locator("#share point-bar"))

    def shows(self, figure: str, own: int = 0) -> None:
        """Both bars show this figure and the reader's own point: up, down (-1) or none (0)."""
        for bar in self.bars:
            bar.shows(figure, own)

    @property
    def share_box(self) -> Locator:
        return self.page.locator("share-box")

    def share_button(self, name: str) -> Locator:
        return self.share_box.get_by_role("button", name=name)

    def share_link(self, name: str) -> Locator:
        return self.share_box.get_by_role("link", name=name, exact=True)

    def address_of(self, story: Story) -> str:
        """As it is passed on: the whole of it."""
        return self.site.url + story.get_absolute_url()

    @property
    def share_count(self) -> Locator:
        return self.page.locator(".share-count")

    @property
    def cookies(self) -> set[str]:
        return {cookie["name"] for cookie in self.context.cookies()}

    def answered(self, path: str, do: Callable[[], object]) -> int:
        """Do something that asks the site for a path; the status it answered with."""
        with self.page.expect_response(lambda response: response.url.endswith(path)) as answer:
            do()
        answer.value.finished()
        return int(answer.value.status)

    def gives(self, bar: Bar | None = None) -> int:
        """Click "Give a point" and wait for the site's answer."""
        return self.answered("/point", (bar or self.top).up.click)

    def presses(self, button: Locator) -> None:
        """Send a form as a browser without JavaScript does, and wait for the page it leads to."""
        with self.page.expect_navigation():
            button.click()

    def holds_back(self, path: str) -> list[Route]:
        """Keep the next request for a path from leaving the browser; it is the list's first."""
        held: list[Route] = []

        def hold(route: Route) -> None:  # Playwright marks it, which `held.append` cannot bear
            held.append(route)

        self.page.route(f"**{path}", hold, times=1)
        return held

    def _is_elsewhere(self, address: str) -> bool:
        # A mail address opens the reader's own program: nobody is asked for anything.
        return not address.startswith((f"{self.site.url}/", "data:", "blob:", "mailto:"))

    def _note(self, request: Request) -> None:
        if self._is_elsewhere(request.url):
            self.elsewhere.append(request.url)

    def _listen(self, said: str) -> None:
        if "Content Security Policy" in said:
            self.complaints.append(said)


def _answer_for_others(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<title>Elsewhere</title>")
