"""The system's Chromium, and the ways people look at a page: `browse(theme="dark", ...)`."""

import os
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.support import chromium
from tests.support.site import Site

PATIENCE = 30_000  # ms, on a slow machine that does much else: no test is about speed
WIDTHS = {"phone": (320, 640), "tablet": (768, 1024), "desk": (1440, 900)}
Width = Literal["phone", "tablet", "desk"]
QUIET = [
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
Browse = Callable[..., BrowserContext]
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = chromium.path()
    if not path:
        pytest.skip("no Chromium: apt-get install chromium")
    arguments = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    return {"executable_path": path, "args": arguments, "headless": True}


@pytest.fixture
def browse(browser: Browser, running_site: Site) -> Iterator[Browse]:
    """A new reader's browser, with cookies of its own, on the running site."""
    contexts: list[BrowserContext] = []

    def context(
        *,
        width: Width = "desk",
        theme: Literal["light", "dark"] = "light",
        has_scripts: bool = True,
        **more: Any,
    ) -> BrowserContext:
        across, down = WIDTHS[width]
        made = browser.new_context(
            base_url=running_site.url,
            viewport={"width": across, "height": down},
            color_scheme=theme,
            java_script_enabled=has_scripts,
            has_touch=width == "phone",
            **more,
        )
        made.set_default_timeout(PATIENCE)
        contexts.append(made)
        return made

    yield context
    for made in contexts:
        made.close()


@pytest.fixture
def with_scripts(browse: Browse) -> BrowserContext:
    return browse()


@pytest.fixture
def without_scripts(browse: Browse) -> BrowserContext:
    return browse(has_scripts=False)


@pytest.fixture
def in_the_dark(browse: Browse) -> BrowserContext:
    return browse(theme="dark")


@pytest.fixture
def on_a_phone(browse: Browse) -> BrowserContext:
    return browse(width="phone")
