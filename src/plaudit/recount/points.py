"""What the ballots on one subject amount to."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Points:
    """Weighed points: `total` = `up` - `down` + `carried`, and the same by class.

    `set_aside` is a number of ballots, and in none of the sums.
    """

    up: int = 0
    down: int = 0
    members: int = 0
    guests: int = 0
    fediverse: int = 0
    set_aside: int = 0
    carried: int = 0

    @property
    def total(self) -> int:
        return self.up - self.down + self.carried

    def entry(self, about: str) -> bytes:
        """The subject's entry in the points map: lines like those of a leaf."""
        lines = [f"about {about}", *(f"{name} {value}" for name, value in self._items())]
        return "".join(f"{line}\n" for line in lines).encode()

    def as_json(self) -> dict[str, int]:
        """As the site's JSON has them."""
        return {"total": self.total, **dict(self._items())}

    def _items(self) -> list[tuple[str, int]]:
        return list(zip(self.__slots__, astuple(self), strict=True))
