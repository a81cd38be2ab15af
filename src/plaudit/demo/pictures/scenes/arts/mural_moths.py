"""Mural moths."""

from plaudit.demo.pictures.land import blob, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.scenes.arts.gable import gable
from plaudit.demo.pictures.town import lamp

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    gable(s, "deep")
    s.polygon([(300, 900), (300, 330), (800, 60), (1300, 330), (1300, 900)], "night", (.7, .1),
              over=True)
    s.disc(800, 470, 210, "hot", .5)
    s.disc(800, 470, 140, "hot")
    for x, y, size, tilt, ink in ((520, 560, 150, -24, "pale"), (1080, 600, 160, 22, "hot"),
                                  (800, 760, 140, 4, "mid"), (560, 330, 84, 28, "mid"),
                                  (1050, 330, 92, -30, "pale"), (420, 780, 80, -10, "hot"),
                                  (1190, 800, 78, 16, "pale")):
        with s.tilted(tilt, x, y):
            _moth(s, x, y, size, ink)
    lamp(s, 800, 960, 520, "night", "paper", 240)


def _moth(s: Sheet, x: float, y: float, size: float, ink: str) -> None:
    for f in (-1, 1):
        blob(s, [(x, y - size * .1), (x + f * size * .5, y - size * .7),
                 (x + f * size, y - size * .62), (x + f * size * .86, y - size * .1),
                 (x + f * size * .3, y + size * .12)], ink)
        blob(s, [(x, y), (x + f * size * .6, y + size * .06), (x + f * size * .62, y + size * .44),
                 (x + f * size * .3, y + size * .56), (x, y + size * .3)], ink)
        s.disc(x + f * size * .62, y - size * .4, size * .15, "night")
        s.disc(x + f * size * .62, y - size * .4, size * .08, "paper")
        s.disc(x + f * size * .38, y + size * .26, size * .09, "night")
        s.line([(x + f * size * .2, y - size * .2), (x + f * size * .8, y - size * .16)],
               size * .04, "night")
        s.line(smooth([(x, y - size * .3), (x + f * size * .12, y - size * .5),
                       (x + f * size * .3, y - size * .56)], 5), size * .03, "night")
    s.disc(x, y, size * .1, "night", high=size * .36)
