"""How pages are kept on disk, beside two other ways: for decision 6, not for a goal."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import programs, shelves, sites
from bench.scale import Scale
from bench.shelves import KINDS, Shelf
from bench.table import Goal, Row
from bench.turns import alternate
from plaudit.edge import page as pages

KILLS = 20
OTHERS = {"SQLite": "a SQLite table, WAL, not synchronised", "LMDB": "LMDB, not synchronised"}
MEMORY = """
import sys
from pathlib import Path
from bench import shelves
def private_and_shared():
    rollup = Path("/proc/self/smaps_rollup").read_text()
    return int(rollup.partition("\\nPss:")[2].split()[0]) / 1024
shelf = shelves.KINDS[sys.argv[1]](Path(sys.argv[2]))
before = private_and_shared()
for number in range(int(sys.argv[3])):
    shelf.raw(f"/stories/{number}")
print(private_and_shared() - before)
"""


def measure(scale: Scale) -> Iterator[Row]:
    count = min(5000, scale.stories)
    for kind, against in OTHERS.items():
        if not shelves.is_there(kind):
            note = f"the Python package {kind.lower()} is not there; it is needed for nothing else"
            yield Row("stored pages", against, "", None, note=note)
            continue
        with sites.scratch() as folder:
            yield from _beside(kind, against, folder, count, scale)


def _beside(kind: str, against: str, folder: Path, count: int, scale: Scale) -> Iterator[Row]:
    ours: Shelf = KINDS["files"](folder / "files")
    theirs: Shelf = KINDS[kind](folder / kind)
    bench = _Bench(ours, theirs, [shelves.page(number) for number in range(count)], scale)
    yield bench.row("page put", against, lambda shelf: bench.rate(shelf, bench.put))
    yield bench.row("page read", against, lambda shelf: bench.rate(shelf, bench.read))
    made = "page read and made ready to be sent"
    yield bench.row(made, against, lambda shelf: bench.rate(shelf, bench.load))
    cold = "page read and made ready, from a disk whose pages no memory holds"
    yield bench.row(cold, against, bench.cold)
    ours.close()
    theirs.close()
    yield _memory(kind, against, folder, count)
    yield _killed(kind, against, folder)


class _Bench:
    """Two shelves with the same pages."""

    def __init__(self, ours: Shelf, theirs: Shelf, made: list[pages.Page], scale: Scale) -> None:
        self._shelves, self._made, self._scale = (ours, theirs), made, scale
        for shelf in self._shelves:
            for number in range(len(made)):
                self.put(shelf, number)

    def row(self, name: str, against: str, rate: Callable[[Shelf], float]) -> Row:
        ours, theirs = self._shelves
        a, b = alternate(lambda: rate(ours), lambda: rate(theirs), self._scale.rounds)
        return Row(f"{name}, files", against, "/s", None, a, b)

    def rate(self, shelf: Shelf, work: Callable[[Shelf, int], None]) -> float:
        """How often a second, of any pages."""
        count, began = 0, time.monotonic()
        while time.monotonic() - began < self._scale.seconds:
            work(shelf, random.randrange(len(self._made)))
            count += 1
        return count / (time.monotonic() - began)

    def cold(self, shelf: Shelf) -> float:
        """Each page once, after the system was told to forget the files."""
        order = random.sample(range(len(self._made)), min(len(self._made), 500))
        for path in shelf.folder.rglob("*"):
            if path.is_file():
                _forget(path)
        began = time.monotonic()
        for number in order:
            self.load(shelf, number)
        return len(order) / (time.monotonic() - began)

    def put(self, shelf: Shelf, number: int) -> None:
        shelf.put(f"/stories/{number}", self._made[number])

    def read(self, shelf: Shelf, number: int) -> None:
        assert shelf.raw(f"/stories/{number}")

    def load(self, shelf: Shelf, number: int) -> None:
        pages.from_bytes(shelf.raw(f"/stories/{number}") or b"")


def _forget(path: Path) -> None:
    """Have the system drop what it holds of a file in memory, as far as nobody has it mapped."""
    file = os.open(path, os.O_RDONLY)
    os.fsync(file)  # only what is on disk can be dropped
    os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(file)


def _memory(kind: str, against: str, folder: Path, count: int) -> Row:
    """What a process takes more once it has read every page, shared memory in part."""

    def grown(one: str) -> float:
        command = [sys.executable, "-c", MEMORY, one, str(folder / one), str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        return float(done.stdout)

    a, b = alternate(lambda: grown("files"), lambda: grown(kind), 2)
    return Row(f"memory after reading {count:,} pages once, files", against, " MB", None, a, b)


def _killed(kind: str, against: str, folder: Path) -> Row:
    """Pages that are whole after a process that wrote them was killed, again and again."""
    whole = [_left_whole(one, folder / f"killed {one}") for one in ("files", kind)]
    asked = KILLS * 200
    return Row(
        f"pages whole after {KILLS} kills -9 amid writing, files",
        against,
        "",
        Goal("≥", 1.0),
        [whole[0]],
        [whole[1]],
        f"of {asked:,} looked at",
    )


def _left_whole(kind: str, folder: Path) -> int:
    whole = 0
    for _ in range(KILLS):
        command = [
            *programs.ends_with_us(),
            sys.executable,
            "-m",
            "bench.shelves",
            kind,
            str(folder),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.3 + random.random() / 5)
            writer.kill()
        shelf: Shelf = KINDS[kind](folder)
        for number in range(200):
            found = shelf.raw(f"/stories/{number}")
            whole += found is not None and pages.from_bytes(found).status == 200
        shelf.close()
    return whole
