"""A process that is asked to end, by Ctrl-C and by its supervisor at once, ends."""

import signal
import subprocess
import sys
from contextlib import ExitStack

# As the process behind the scenes does, but with more loops, so that more can go wrong.
LOOPS = """
import threading, time
from plaudit.engine.asked import Asked

asked, is_ending = Asked(), threading.Event()
loops = [threading.Thread(target=is_ending.wait) for _ in range(40)]
for loop in loops:
    loop.start()
print("ready", flush=True)
asked.wait()
is_ending.set()
for loop in loops:
    loop.join()
time.sleep(0.5)  # it has more to do, and is asked once more meanwhile
"""
FROM_WITHIN = """
from plaudit.engine.asked import Asked

asked = Asked()
assert not asked.wait(0.01)
asked.ask()
assert asked.wait() and asked.wait(0)
"""
# As a server process does: a loop of this kind takes the signals' wakeup file for itself.
IN_A_LOOP = """
import asyncio, os, signal
import uvloop
from plaudit.engine.asked import Asked

asked = Asked()

async def serve():
    os.kill(os.getpid(), signal.SIGTERM)
    while not asked.wait(0):
        await asyncio.sleep(0.01)

uvloop.run(serve())
"""
MANY = 30  # with a lock in the handler, some of so many hang


def test_two_signals_at_once_end_it():
    with ExitStack() as ended:
        children = [
            subprocess.Popen([sys.executable, "-c", LOOPS], stdout=subprocess.PIPE)
            for _ in range(MANY)
        ]
        for child in children:
            ended.enter_context(child)
            ended.callback(child.kill)
        for child in children:
            assert child.stdout
            assert child.stdout.readline() == b"ready\n"
        for child in children:
            child.send_signal(signal.SIGINT)
            child.send_signal(signal.SIGTERM)
        assert [child.wait(10) for child in children] == [0] * MANY


def test_it_waits_no_longer_than_told_and_stays_asked():
    done = subprocess.run([sys.executable, "-c", FROM_WITHIN], timeout=60, check=False)
    assert done.returncode == 0


def test_a_signal_is_heard_beside_an_event_loop():
    subprocess.run([sys.executable, "-c", IN_A_LOOP], check=True, timeout=60)
