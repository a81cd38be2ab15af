"""`make test`: finds or installs the browser and its driver, starts the database, runs pytest."""

import os
import signal
import subprocess
import sys
from contextlib import AbstractContextManager, nullcontext

from tests.support import chromium, driver, postgres

PATIENCE_SECONDS = 20


def main(arguments: list[str]) -> int:
    os.environ["CHROMIUM"] = chromium.ensure()
    driver.ensure()
    # Ended from outside, we still leave through the `with` below, which stops the server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    # A shell's background job ignores Ctrl-C and hands that on; pytest has to hear it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with _database(os.environ.get("DB", "")) as address:
        environment = os.environ | {"DATABASE_URL": address}
        run = subprocess.Popen([sys.executable, "-m", "pytest", *arguments], env=environment)
        try:
            return run.wait()
        finally:
            _end(run)


def _database(kind: str) -> AbstractContextManager[str]:
    """Yields the DATABASE_URL to test with. One that is set already is used for DB=postgres."""
    match kind, os.environ.get("DATABASE_URL", ""):
        case "" | "sqlite", _:
            return nullcontext("")
        case "postgres", "":
            return postgres.throwaway()
        case "postgres", address:
            return nullcontext(address)
        case _:
            raise SystemExit(f"DB={kind} is not known: leave it out for SQLite, or DB=postgres.")


def _end(run: subprocess.Popen[bytes]) -> None:
    """Interrupted, pytest tears down what it has started; it gets the time for that."""
    if run.poll() is not None:
        return
    run.send_signal(signal.SIGINT)
    try:
        run.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
