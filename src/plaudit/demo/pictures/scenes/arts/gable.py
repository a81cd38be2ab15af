"""A house end against the sky, waiting for its picture."""

from plaudit.demo.pictures.land import cloud, sky
from plaudit.demo.pictures.press import Point, Sheet
from plaudit.demo.pictures.town import window

# Coordinates read best in rows.
# fmt: off


def gable(s: Sheet, wall: str, tone: float = 1) -> list[Point]:
    """A house end against the sky, waiting for its picture."""
    sky(s, "pale", (1, .3))
    cloud(s, 240, 170, 300, "paper")
    cloud(s, 1420, 120, 260, "paper")
    s.box(-20, 560, 330, 900, "deep")
    s.polygon([(-20, 470), (330, 470), (330, 570), (-20, 570)], "night")
    s.box(1270, 600, 1620, 900, "deep")
    s.polygon([(1270, 510), (1620, 510), (1620, 610), (1270, 610)], "night")
    for x in (60, 190, 1350, 1490):
        window(s, x, 660, 80, 120, "hot", "deep")
    end: list[Point] = [(300, 900), (300, 330), (800, 60), (1300, 330), (1300, 900)]
    s.polygon(end, "paper")
    s.polygon(end, wall, tone)
    s.box(980, 60, 1080, 220, "night")
    s.line([(270, 346), (800, 60), (1330, 346)], 26, "night")
    s.box(-20, 900, 1620, 1020, "mid")
    s.box(-20, 892, 1620, 908, "night")
    return end
