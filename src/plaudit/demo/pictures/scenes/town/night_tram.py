"""Night tram."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import moon, ridge, sky, stars
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import lamp, roofline, terrace, tram

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "night")
    sky(s, "deep", (0, .8), bottom=760)
    stars(s, 90, 480)
    moon(s, 1290, 190, 96, "night", "pale")
    ridge(s, [560, 520, 560, 500, 540, 470, 520], "deep", .5)
    roofline(s, -20, 700, 700, 260, "deep")
    ridge(s, [900, 850, 780, 700, 640, 600, 590], "night")
    terrace(s, -40, 520, 800, 150, 330, ("mid", "deep"), "night", lit=.3)
    terrace(s, 1180, 1640, 640, 150, 250, ("deep", "mid"), "night", lit=.5)
    s.glow(820, 640, 560, "hot", .7)
    s.polygon([(-20, 1020), (-20, 868), (1620, 592), (1620, 1020)], "deep")
    s.line([(-20, 872), (1620, 596)], 7, "hot")
    s.line([(-20, 900), (1620, 624)], 7, "mid")
    with s.tilted(-9.6, 800, 736):
        s.polygon([(1140, 560), (1700, 470), (1700, 735), (1140, 690)], "hot", (.1, .5))
        tram(s, 420, 738, 740, "hot", "night", "pale")
    for x, foot in ((150, 985), (1430, 790)):
        lamp(s, x, foot, 430, "night", "hot", 260)
    person(s, 268, 985, 190, "hot", hat="night", skin="pale")
    person(s, 330, 985, 170, "pale", skin="mid", facing=-1)
