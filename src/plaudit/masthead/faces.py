"""The faces to choose from: of the reader's own system, so that none has to be fetched."""

from django.db import models
from django.utils.translation import gettext_lazy as _

SERIF_END = '"Noto Serif", Georgia, "Noto Naskh Arabic", serif'
SANS_END = '"Noto Sans", "Noto Sans Arabic", Arial, sans-serif'


class Face(models.TextChoices):
    BOOK = "book", _("Book: an old-style serif")
    NEWS = "news", _("News: a sturdy serif")
    SLAB = "slab", _("Slab: a serif with square feet")
    PLAIN = "plain", _("Plain: a neutral sans")
    HUMAN = "human", _("Humanist: a sans with the hand in it")


STACKS = {
    Face.BOOK: '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, '
    f'"Source Serif 4", {SERIF_END}',
    Face.NEWS: f'Charter, "Bitstream Charter", "Sitka Text", Cambria, {SERIF_END}',
    Face.SLAB: f'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", "Sitka Small", '
    f"{SERIF_END}",
    Face.PLAIN: '"Avenir Next", "Segoe UI Variable Text", "Segoe UI", "Helvetica Neue", Roboto, '
    f"{SANS_END}",
    Face.HUMAN: f'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", {SANS_END}',
}
