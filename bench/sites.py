"""The sites that are measured: made once, kept by what they were made with, copied for use."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.programs import ROOT, WORK
from bench.running import environment, running

PACKAGE = ROOT / "src" / "plaudit"
# What a site is made by: with these, a kept one is the one that would be made.
MADE_BY = ("demo/**/*.py", "demo/**/*.md", "demo/**/*.toml", "*/migrations/*.py")
# And those that `bench.writing` has given their stories.
WRITTEN_BY = (
    "search/*.py",
    "*/migrations/*.py",
    "../../bench/vocabulary.py",
    "../../bench/writing.py",
)
HOURS = 3600


def key(made_by: Sequence[str] = MADE_BY) -> str:
    digest = hashlib.sha256()
    for pattern in made_by:
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(f"{path.relative_to(PACKAGE)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def demo(stories: int, ballots: int) -> Path:
    """A demo site of this size. Do not write to it: copy it."""
    return _kept(
        f"demo-{stories}-{ballots}", ["--stories", str(stories), "--ballots", str(ballots)]
    )


def words(stories: int) -> Path:
    """A site of so many stories of different text, in the index of the search."""
    return _kept(f"words-{stories}", [], stories)


def empty() -> Path:
    """A site with nothing in it."""
    return _kept("empty", [])


def fill(home: Path, options: list[str], database_url: str = "") -> None:
    """Make a demo in a folder that is not there yet, or an empty site for no options."""
    verb = ["demo", "--no-run", "--home", str(home), *options] if options else ["init", str(home)]
    subprocess.run(
        [sys.executable, "-m", "plaudit", *verb],
        env=environment(home, database_url),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # the progress is on the other
        timeout=2 * HOURS,
        check=True,
    )


@contextmanager
def copied(home: Path) -> Iterator[Path]:
    """A copy to spoil, on the disk of the checkout: a folder in memory has no disk to wait for."""
    with scratch() as folder:
        shutil.copytree(home, folder / "site")
        yield folder / "site"


@contextmanager
def scratch() -> Iterator[Path]:
    WORK.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK, prefix="run-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def write(home: Path, stories: int, database_url: str = "") -> None:
    """Give a site stories of different text (`bench.writing`)."""
    subprocess.run(
        [sys.executable, "-m", "bench.writing", str(stories)],
        env=environment(home, database_url),
        timeout=2 * HOURS,
        check=True,
    )


def _kept(name: str, options: list[str], written: int = 0) -> Path:
    home = WORK / f"{key(WRITTEN_BY if written else MADE_BY)}-{name}"
    if home.is_dir():
        return home
    print(f"Making the site {name}: once ...", flush=True)
    half = WORK / f"half-{name}"
    shutil.rmtree(half, ignore_errors=True)
    WORK.mkdir(parents=True, exist_ok=True)
    fill(half, options)
    if written:
        write(half, written)
    with running(half):  # until its errands are done, so that no copy has to do them again
        pass
    half.rename(home)
    _forget_older(name, home)
    return home


def _forget_older(name: str, home: Path) -> None:
    """Those of other states of the code take gigabytes, and nobody will ask for them."""
    for old in WORK.glob(f"*-{name}"):
        if old != home:
            shutil.rmtree(old, ignore_errors=True)
