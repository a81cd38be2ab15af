"""Old bridge."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import blob, cloud, ridge, ripples, sky, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import bridge, roofline

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale", (.4, .9))
    cloud(s, 300, 200, 360, "paper")
    cloud(s, 1240, 140, 300, "paper")
    ridge(s, [470, 400, 430, 360, 420, 400, 450], "mid", .6)
    roofline(s, -20, 420, 560, 200, "mid")
    roofline(s, 1240, 1620, 560, 240, "mid")
    s.box(-20, 556, 1620, 1020, "deep")
    for i in range(7):
        x = 236 + i * 172
        _car(s, x, 474, 150, ("hot", "night", "deep", "paper", "hot", "mid", "night")[i])
    bridge(s, -60, 1660, 500, 780, 5, "pale", "night")
    for row, y in enumerate((530, 562, 594)):
        for i in range(27):
            x = -50 + i * 66 + row % 2 * 33
            s.line([(x, y), (x + s.dice.uniform(20, 46), y)], 3, "mid")
    s.line([(806, 506), (790, 560), (812, 600), (796, 640)], 6, "night")
    s.line([(812, 600), (836, 622)], 4, "night")
    person(s, 1480, 480, 150, "hot", legs="night", skin="pale", facing=-1)
    ripples(s, 790, 1000, 60, "mid")
    ripples(s, 790, 1000, 18, "pale")
    for x, y, w in ((470, 900, 70), (560, 930, 60)):
        blob(s, [(x - w, y - w * .3), (x - w * .3, y - w * .2), (x + w * .4, y - w * .34),
                 (x + w, y - w * .5), (x + w * .6, y + w * .1), (x - w * .5, y + w * .12)], "paper")
        s.line(smooth([(x - w * .7, y), (x - w * .9, y - w * .7), (x - w * 1.2, y - w * .8)]),
               w * .2, "paper")
        s.line([(x - w * 1.2, y - w * .8), (x - w * 1.44, y - w * .7)], w * .12, "hot")


def _car(s: Sheet, x: float, foot: float, long: float, paint: str) -> None:
    blob(s, [(x, foot - long * .08), (x + long * .02, foot - long * .26),
             (x + long * .2, foot - long * .3), (x + long * .32, foot - long * .48),
             (x + long * .66, foot - long * .48), (x + long * .82, foot - long * .28),
             (x + long * .98, foot - long * .22), (x + long, foot - long * .08)], paint)
    for wheel in (.22, .78):
        s.disc(x + long * wheel, foot - long * .08, long * .1, "night")
        s.disc(x + long * wheel, foot - long * .08, long * .04, "pale")
    glass = "night" if paint != "night" else "pale"
    s.polygon([(x + long * .26, foot - long * .29), (x + long * .35, foot - long * .43),
               (x + long * .48, foot - long * .43), (x + long * .48, foot - long * .29)], glass)
    s.polygon([(x + long * .52, foot - long * .29), (x + long * .52, foot - long * .43),
               (x + long * .64, foot - long * .43), (x + long * .75, foot - long * .29)], glass)
