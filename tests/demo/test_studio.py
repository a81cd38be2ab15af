"""The studio's draughtsmen: they draw what is asked for, and none outlives who asked."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plaudit.demo import paper, studio

ASKS_AND_IS_KILLED = """
import os, signal
from plaudit.demo import studio
with studio.drawing([], [{author!r}]) as art:
    art[{author!r}].result()
    os.kill(os.getpid(), signal.SIG{how})
"""
AUTHOR = paper.AUTHORS[0].slug


def test_pictures_come_as_jpegs_by_name():
    with studio.drawing([], [AUTHOR]) as art:
        assert art[AUTHOR].result().startswith(b"\xff\xd8\xff")


def test_no_draughtsman_is_left_when_the_work_is_done():
    before = children(os.getpid())
    with studio.drawing([], [AUTHOR]) as art:
        art[AUTHOR].result()
    assert children(os.getpid()) == before


def test_what_cannot_be_drawn_is_an_error_and_no_waiting():
    with (
        studio.drawing(["no-such-picture"], []) as art,
        pytest.raises(OSError, match="no-such-picture"),
    ):
        art["no-such-picture"].result()


@pytest.mark.parametrize("how", ["TERM", "KILL"])
def test_draughtsmen_end_with_whoever_started_them(how: str, tmp_path: Path):
    program = ASKS_AND_IS_KILLED.format(author=AUTHOR, how=how)
    # Draughtsmen inherit the error stream: it is at its end when the last of them is gone.
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode < 0
    assert done.stderr == b""


def children(pid: int) -> set[str]:
    time.sleep(0.05)
    return set(Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
