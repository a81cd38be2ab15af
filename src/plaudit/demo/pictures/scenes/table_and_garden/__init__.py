"""Pictures for the Table & Garden pages."""

from plaudit.demo.pictures.inks import TABLE
from plaudit.demo.pictures.scenes.table_and_garden import (
    canteen_table,
    giant_marrow,
    long_table,
    roof_bees,
    seven_apples,
    sourdough_jar,
)

PALETTE = TABLE
SCENES = {
    "canteen-table": canteen_table.draw,
    "giant-marrow": giant_marrow.draw,
    "long-table": long_table.draw,
    "roof-bees": roof_bees.draw,
    "seven-apples": seven_apples.draw,
    "sourdough-jar": sourdough_jar.draw,
}
