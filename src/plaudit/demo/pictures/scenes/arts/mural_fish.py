"""Mural fish."""

from math import cos, sin

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import smooth
from plaudit.demo.pictures.press import Point, Sheet
from plaudit.demo.pictures.scenes.arts.gable import gable
from plaudit.demo.pictures.town import window

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    peak = gable(s, "night")[2][1]
    for i in range(150):
        ring, turn = 60 + i * 2.6, i * .55
        x, y = 800 + ring * 1.15 * cos(turn), 540 + ring * .82 * sin(turn)
        if 330 < x < 1260 and y > peak + 60 + abs(x - 800) * .56 and y < 860:
            _fish(s, x, y, 34 + ring * .05, turn, ("pale", "mid", "hot", "paper")[i % 4])
    for x, y in ((460, 440), (1040, 440), (460, 680), (1040, 680)):
        s.box(x - 12, y - 12, x + 112, y + 162, "paper")
        window(s, x, y, 100, 150, "hot", "paper")
    for x, coat in ((520, "hot"), (590, "paper"), (1180, "deep")):
        person(s, x, 980, 190, coat, skin="pale")


def _fish(s: Sheet, x: float, y: float, size: float, turn: float, ink: str) -> None:
    along, across = (-sin(turn), cos(turn)), (cos(turn), sin(turn))

    def at(a: float, b: float) -> Point:
        return x + size * (a * along[0] + b * across[0]), y + size * (a * along[1] + b * across[1])

    s.polygon(smooth([at(1, 0), at(.4, .36), at(-.4, .22), at(-.6, 0), at(-.4, -.22),
                      at(.4, -.36)], 5, closed=True), ink)
    s.polygon([at(-.5, 0), at(-1.05, .36), at(-.86, 0), at(-1.05, -.36)], ink)
    s.disc(*at(.56, .08), size * .08, "night")
