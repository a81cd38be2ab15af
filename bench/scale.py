"""How large a run is: the real one, and smaller ones to see that everything works."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    seconds: int  # of each turn
    rounds: int  # turns of each side
    stories: int  # of the site that is loaded; also what "spread" votes are spread over
    large: tuple[int, int]  # stories and ballots of the large site
    small: tuple[int, int]  # and of the small one it is compared with
    page: int  # which page of a long list is read
    ticked: int  # ballots of one turn of the tick
    leaves: int  # of the log that is audited
    searched: int  # stories of different text that are searched


SCALES = {
    "full": Scale(
        5, 3, 10_040, (1_000_000, 10_000_000), (1_000, 10_000), 1_000, 200_000, 1_000_000, 100_000
    ),
    "small": Scale(2, 3, 2_040, (20_000, 200_000), (1_000, 10_000), 100, 50_000, 200_000, 20_000),
    "tiny": Scale(1, 2, 40, (100, 400), (40, 200), 4, 2_000, 5_000, 400),
}
