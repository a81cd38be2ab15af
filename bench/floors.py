"""What the database can do from Python without anything around it: one insert, committed alone.

    python -m bench.floors HOME ADDRESS STORIES SECONDS

inserts guests' ballots, each about any of so many stories, for so long, and prints how many were
committed in a second. On SQLite from one connection, on PostgreSQL from 16 (ADDRESS; "-": SQLite).
"""

import random
import secrets
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from pathlib import Path
from threading import Thread

from bench.database import Database
from bench.running import environment

CONNECTIONS = 16
# The row a vote becomes, with all its indexes; without anything that looks before it.
INSERT = """
INSERT INTO points_ballot (about, tag, rev, value, class, nonce, slot)
VALUES ({marks}) ON CONFLICT DO NOTHING RETURNING rev
"""


def rate(database: Database, stories: int, seconds: int) -> float:
    """In a process of its own, as a program of its own would do it."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "bench.floors", database.home, database.address or "-"),
            *(str(stories), str(seconds)),
        ],
        env=environment(database.home),
        capture_output=True,
        text=True,
        timeout=seconds + 60,
        check=True,
    )
    return float(done.stdout)


def insert(database: Database, abouts: list[str], until: float, counts: list[int]) -> None:
    """Insert until it is time; adds how many to the counts."""
    connection = database.connect()
    if not database.address:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
    statement = INSERT.format(marks=", ".join(["%s" if database.address else "?"] * 7))
    count, slot = 0, int(time.time()) // 600
    while time.monotonic() < until:
        row = (random.choice(abouts), text(32), 1, 1, "g", text(16), slot)
        connection.execute(statement, row).fetchone()
        count += 1
    counts.append(count)
    connection.close()


def text(size: int) -> str:
    return urlsafe_b64encode(secrets.token_bytes(size)).decode().rstrip("=")


def main(home: str, address: str, stories: str, seconds: str) -> None:
    database = Database(Path(home), "" if address == "-" else address)
    abouts = database.abouts(int(stories))
    counts: list[int] = []
    began = time.monotonic()
    arguments = (database, abouts, began + int(seconds), counts)
    hands = [
        Thread(target=insert, args=arguments) for _ in range(CONNECTIONS if address != "-" else 1)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    print(sum(counts) / (time.monotonic() - began))


if __name__ == "__main__":
    main(*sys.argv[1:])
