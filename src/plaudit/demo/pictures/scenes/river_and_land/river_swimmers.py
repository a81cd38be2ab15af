"""River swimmers."""

from plaudit.demo.pictures.figures import swimmer
from plaudit.demo.pictures.land import cloud, poplar, reeds, ridge, ripples, sky, sun, tree
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.town import bridge, roofline

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    sky(s, "pale", (.9, .1))
    sun(s, 1180, 210, 104, rays=28)
    cloud(s, 330, 190, 340, "paper")
    cloud(s, 760, 110, 220, "paper")
    ridge(s, [400, 330, 370, 290, 350, 300, 380], "mid", .5)
    ridge(s, [440, 420, 450, 400, 380, 410, 370], "mid")
    roofline(s, 560, 1120, 470, 90, "deep")
    s.box(-20, 465, 1620, 1020, "deep")
    s.box(-20, 465, 1620, 700, "mid", (.75, .0))
    bridge(s, -40, 1640, 370, 515, 5, "pale", "deep")
    for x, high in ((60, 250), (112, 310), (168, 230), (1500, 300), (1560, 240)):
        poplar(s, x, 372, high, "deep")
    tree(s, 1410, 372, 190, "mid", "night")
    s.polygon([(1085, 520), (1275, 520), (1330, 1020), (980, 1020)], "hot", (.7, .04))
    ripples(s, 540, 990, 64, "mid")
    ripples(s, 540, 990, 26, "pale")
    for x, y, size, cap in ((1010, 580, 26, "hot"), (860, 622, 34, "paper"), (640, 690, 48, "hot"),
                            (1120, 740, 58, "hot"), (330, 800, 76, "paper"), (820, 880, 96, "hot")):
        swimmer(s, x, y, size, cap, "pale", "paper")
    reeds(s, -10, 230, 1010, 220, "night")
    reeds(s, 1390, 1610, 1010, 280, "night")
