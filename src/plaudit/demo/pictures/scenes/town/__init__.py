"""Pictures for the Town pages."""

from plaudit.demo.pictures.inks import TOWN
from plaudit.demo.pictures.scenes.town import (
    bench_at_night,
    brass_screws,
    clock_tower,
    listed_pothole,
    lost_property,
    night_tram,
    old_bridge,
)

PALETTE = TOWN
SCENES = {
    "bench-at-night": bench_at_night.draw,
    "brass-screws": brass_screws.draw,
    "clock-tower": clock_tower.draw,
    "listed-pothole": listed_pothole.draw,
    "lost-property": lost_property.draw,
    "night-tram": night_tram.draw,
    "old-bridge": old_bridge.draw,
}
