"""In a process of its own: audits a folder, or hashes its leaves and does nothing else.

    python -m bench.auditing audit|hash FOLDER

Prints as JSON how many leaves in a second of processor time, as on a core of one's own, and the
memory of the process at its highest, in MB.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from plaudit.auditor import auditing
from plaudit.auditor.sources import Folder
from plaudit.tlog import bundles, checkpoints, notes, tiles


def audited(folder: Path) -> float:
    with tempfile.TemporaryDirectory() as memory:
        began = time.process_time()
        found = auditing.audit(Folder(folder), Path(memory), auditing.Wishes())
        seconds = time.process_time() - began
    if found.status:
        raise SystemExit(f"The audit did not agree: {found.found[-1].text}")
    return float(found.facts["size"]) / seconds


def hashed(folder: Path) -> float:
    note = notes.parse((folder / "checkpoint").read_bytes())
    size = checkpoints.parse(note.text).size
    log = [
        b"\0" + entry
        for bundle in tiles.bundles_between(0, size)
        for entry in bundles.decode((folder / bundle.path).read_bytes(), bundle.width)
    ]
    began = time.process_time()
    for entry in log:
        sha256(entry).digest()
    return size / (time.process_time() - began)


HOW: dict[str, Callable[[Path], float]] = {"audit": audited, "hash": hashed}

if __name__ == "__main__":
    rate = HOW[sys.argv[1]](Path(sys.argv[2]))
    # Not the ru_maxrss of getrusage, which remembers the process that started this one.
    highest = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
    print(json.dumps([rate, int(highest) / 1024]))
