"""What is the house's own: the front page, an image, the look."""

from playwright.sync_api import Page, expect

from tests.pictures.camera import Camera
from tests.pictures.windows import Windows


def walk(windows: Windows, camera: Camera) -> None:
    _arranges(windows.of("editor"), camera)
    _points_at(windows.of("editor"), camera)
    _dresses(windows.of("administrator"), camera)


def _arranges(page: Page, camera: Camera) -> None:
    page.goto("/newsroom/front-page/")
    for number in (0, 1):
        page.get_by_role("button", name="Place “").first.click()
        expect(page.get_by_role("button", name="Take off")).to_have_count(number + 1)
    page.mouse.move(0, 0)
    camera.take(page, "front-page")


def _points_at(page: Page, camera: Camera) -> None:
    """The focal point of an image: a box over what has to be seen."""
    page.goto("/newsroom/images/")
    page.locator("a.image-choice", has_text="Rope ferry").click()
    picture = page.locator(".focal-point-chooser img:visible").first
    box = picture.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.3)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.8, steps=5)
    page.mouse.up()
    camera.take(page, "image", down_to=600)


def _dresses(page: Page, camera: Camera) -> None:
    page.goto("/newsroom/snippets/masthead/look/")
    page.get_by_role("button", name="Toggle preview").click()
    shown = page.frame_locator("#w-preview-iframe").locator("body")
    expect(shown).to_contain_text("The Pellbridge Lantern")
    camera.take(page, "appearance", down_to=680)
