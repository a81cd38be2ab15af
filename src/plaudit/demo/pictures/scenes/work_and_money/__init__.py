"""Pictures for the Work & Money pages."""

from plaudit.demo.pictures.inks import WORK
from plaudit.demo.pictures.scenes.work_and_money import (
    bakery_window,
    market_stalls,
    one_crown,
    radio_in_pieces,
    rope_walk,
    warm_terrace,
)

PALETTE = WORK
SCENES = {
    "bakery-window": bakery_window.draw,
    "market-stalls": market_stalls.draw,
    "one-crown": one_crown.draw,
    "radio-in-pieces": radio_in_pieces.draw,
    "rope-walk": rope_walk.draw,
    "warm-terrace": warm_terrace.draw,
}
