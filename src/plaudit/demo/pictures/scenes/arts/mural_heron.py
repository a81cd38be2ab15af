"""Mural heron."""

from plaudit.demo.pictures.figures import person
from plaudit.demo.pictures.land import blob, reeds, smooth
from plaudit.demo.pictures.press import Sheet
from plaudit.demo.pictures.scenes.arts.gable import gable

# Coordinates read best in rows.
# fmt: off


def draw(s: Sheet) -> None:
    gable(s, "deep")
    s.disc(800, 430, 230, "hot")
    for k in range(5):
        s.line(smooth([(320, 780 + k * 24), (560, 766 + k * 24), (800, 786 + k * 24),
                       (1280, 770 + k * 24)]), 9, "mid")
    for k in (-26, 50):
        s.line([(760 + k, 880), (770 + k, 660)], 17, "night")
    blob(s, [(470, 720), (600, 520), (780, 470), (900, 530), (860, 640), (700, 690)], "paper")
    blob(s, [(430, 760), (580, 570), (740, 530), (760, 610), (600, 690)], "mid")
    blob(s, [(450, 770), (600, 640), (700, 640), (600, 720)], "night")
    s.line(smooth([(870, 560), (980, 480), (860, 350), (930, 240)]), 62, "paper")
    s.disc(940, 232, 56, "paper")
    s.polygon([(966, 204), (1160, 262), (966, 264)], "hot")
    s.polygon([(966, 240), (1160, 262), (966, 264)], "night", .5, over=True)
    s.line(smooth([(960, 206), (880, 186), (780, 220)]), 20, "night")
    s.disc(958, 226, 10, "night")
    reeds(s, 320, 520, 890, 300, "mid")
    s.line([(1120, 905), (1060, 420)], 15, "pale")
    s.line([(1210, 905), (1150, 420)], 15, "pale")
    for k in range(9):
        y = 870 - k * 52
        s.line([(1120 - (905 - y) * .124, y), (1210 - (905 - y) * .124, y)], 11, "pale")
    person(s, 1126, 620, 250, "hot", legs="night", skin="pale", hat="night", facing=-1)
    s.line([(1098, 450), (1030, 400)], 22, "hot")
    s.line([(1030, 400), (990, 372)], 8, "night")
    for i, x in enumerate((900, 960, 1015)):
        s.box(x, 850, x + 46, 902, ("hot", "paper", "mid")[i])
        s.box(x, 850, x + 46, 862, "night")
