"""Pictures for the River & Land pages."""

from plaudit.demo.pictures.inks import RIVER
from plaudit.demo.pictures.scenes.river_and_land import (
    flood_gate,
    hedges,
    otter,
    river_swimmers,
    rope_ferry,
    stars_over_the_brows,
)

PALETTE = RIVER
SCENES = {
    "flood-gate": flood_gate.draw,
    "hedges": hedges.draw,
    "otter": otter.draw,
    "river-swimmers": river_swimmers.draw,
    "rope-ferry": rope_ferry.draw,
    "stars-over-the-brows": stars_over_the_brows.draw,
}
