"""Takes a picture of what is in the window, small enough for a repository."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page

COLOURS = 96  # screens have few; what is drawn by hand keeps its look
MOST_BYTES = 60_000
STILL = "*, *::before, *::after { animation: none !important; transition: none !important; \
caret-color: transparent !important; }"
ALONE = "[data-minimap-container] { visibility: hidden !important; }"  # what lies over the screen


MARGIN = 16  # pixels around one thing


class Camera:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: list[str] = []

    def take(self, page: Page, name: str, down_to: int = 0, of: Locator | None = None) -> None:
        """The window, its upper part down to so many pixels, or one thing in it."""
        page.add_style_tag(content=STILL)
        page.wait_for_load_state("networkidle")
        if of:
            page.add_style_tag(content=ALONE)
            shot = page.screenshot(clip=_around(of))
        elif down_to and page.viewport_size:
            width = page.viewport_size["width"]
            shot = page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": down_to})
        else:
            shot = page.screenshot()
        self._keep(name, shot)

    def _keep(self, name: str, shot: bytes) -> None:
        """With as many colours as there is room for."""
        picture = Image.open(BytesIO(shot)).convert("RGB")
        for colours in (COLOURS, 72, 48, 32, 24):
            file = BytesIO()
            picture.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
            if file.tell() <= MOST_BYTES:
                break
        else:
            raise SystemExit(f"{name} has {file.tell()} bytes: show less of the screen.")
        (self.folder / f"newsroom-{name}.png").write_bytes(file.getvalue())
        self.taken.append(name)
        print(f"  docs/pictures/newsroom-{name}.png  {file.tell():,} bytes, {colours} colours")


def _around(thing: Locator) -> FloatRect:
    box = thing.bounding_box()
    if not box:
        raise SystemExit(f"{thing} is not to be seen.")
    x, y = max(0, box["x"] - MARGIN), max(0, box["y"] - MARGIN)
    width, height = box["width"] + 2 * MARGIN, box["height"] + 2 * MARGIN
    return {"x": x, "y": y, "width": width, "height": height}
