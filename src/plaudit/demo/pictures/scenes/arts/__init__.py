"""Pictures for the Arts pages."""

from plaudit.demo.pictures.inks import ARTS
from plaudit.demo.pictures.scenes.arts import (
    book_with_letter,
    brass_band,
    mud_books,
    mural_fish,
    mural_heron,
    mural_ladder,
    mural_moths,
    stage_lighthouse,
)

PALETTE = ARTS
SCENES = {
    "book-with-letter": book_with_letter.draw,
    "brass-band": brass_band.draw,
    "mud-books": mud_books.draw,
    "mural-fish": mural_fish.draw,
    "mural-heron": mural_heron.draw,
    "mural-ladder": mural_ladder.draw,
    "mural-moths": mural_moths.draw,
    "stage-lighthouse": stage_lighthouse.draw,
}
