"""A copy of a process is a process of its own: nothing of the first one's goes on in it."""

import subprocess
import sys

FIRST = """
import os, signal, subprocess, sys, time
from pathlib import Path
from plaudit.engine.forking import Fork

others, kept = os.pipe(), os.pipe()
signal.signal(signal.SIGTERM, lambda *_: os.write(1, b"the first one's handler\\n"))
os.set_blocking(others[1], False)
signal.set_wakeup_fd(others[1], warn_on_full_buffer=False)
said = lambda text: os.write(kept[1], text)
"""


def ran(work):
    """What a program prints in which a process is made as a copy of it."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST + work],
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_its_status_is_what_its_work_returned():
    assert ran("print(Fork('copy', lambda: 7, []).wait(10))") == ["7"]


def test_work_that_fails_is_said_and_ends_it_alone():
    done = ran("""
def fail():
    raise ValueError("no good")
print(Fork('copy', fail, []).wait(10), "the first goes on")
""")
    assert done == ["1", *["the", "first", "goes", "on"]]


def test_asked_to_end_it_ends_by_the_signal_and_not_by_the_first_ones_handler():
    done = ran("""
fork = Fork('copy', lambda: (said(b'.'), time.sleep(20)) and 0, [kept[1]])
os.read(kept[0], 1)
print(fork.poll())
fork.terminate()
print(fork.wait(10), fork.poll())
fork.kill()  # of one that has ended: nobody else is hit
""")
    assert done == ["None", "-15", "-15"]


def test_it_holds_only_the_files_it_is_to_have():
    done = ran("""
def look():
    held = [int(name) for name in os.listdir("/proc/self/fd")]
    here = [fd for fd in held if fd > 2 and os.path.exists(f"/proc/self/fd/{fd}")]
    said(f"{here == [kept[1]]} {os.readlink('/proc/self/fd/0')}".encode())
    return 0
Fork('copy', look, [kept[1]]).wait(10)
print(os.read(kept[0], 100).decode())
""")
    assert done == ["True", "/dev/null"]


def test_the_system_knows_it_by_its_name():
    done = ran("""
def look():
    said(Path("/proc/self/comm").read_bytes())
    return 0
Fork('copy', look, [kept[1]]).wait(10)
print(os.read(kept[0], 100).decode().strip().replace(" ", "_"))
""")
    assert done == ["plaudit_copy"]


def test_it_waits_no_longer_than_told():
    done = ran("""
fork = Fork('copy', lambda: time.sleep(20) or 0, [])
try:
    fork.wait(0.1)
except subprocess.TimeoutExpired:
    print("late")
fork.kill()
print(fork.wait(10))
""")
    assert done == ["late", "-9"]
