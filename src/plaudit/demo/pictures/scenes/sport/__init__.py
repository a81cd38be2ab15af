"""Pictures for the Sport pages."""

from plaudit.demo.pictures.inks import SPORT
from plaudit.demo.pictures.scenes.sport import (
    goalkeeper_leaps,
    hill_runner,
    pitch_diagram,
    regatta,
    skittles,
    slow_lane,
)

PALETTE = SPORT
SCENES = {
    "goalkeeper-leaps": goalkeeper_leaps.draw,
    "hill-runner": hill_runner.draw,
    "pitch-diagram": pitch_diagram.draw,
    "regatta": regatta.draw,
    "skittles": skittles.draw,
    "slow-lane": slow_lane.draw,
}
