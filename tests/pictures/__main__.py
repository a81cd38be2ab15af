"""Starts the demo, walks the guide's path through the newsroom and pictures what is seen."""

import os
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.pictures import course, house, paper
from tests.pictures.camera import Camera
from tests.pictures.windows import Windows
from tests.support import chromium, driver

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PATIENCE = 30_000  # ms


def main() -> None:
    path = chromium.ensure()
    driver.ensure()
    expect.set_options(timeout=PATIENCE)
    arguments = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with paper.printed() as printed, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        windows, camera = Windows(browser, printed), Camera(FOLDER)
        course.walk(windows, camera)
        house.walk(windows, camera)
        browser.close()


main()
