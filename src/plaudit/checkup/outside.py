"""What can be seen of a site without its database: settings, folder, addresses, mail."""

import ipaddress
import os
import shutil
import stat
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from plaudit import __version__, sqlite
from plaudit.checkup.finding import Finding, bad, ok, warn
from plaudit.settings import FILE_NAME, Settings, variable

LOW_DISK, NO_DISK = 1_000_000_000, 100_000_000


def software(site: Settings) -> Iterator[Finding]:
    yield ok("Version", f"Plaudit {__version__}, site in {site.home}")
    if site.database_url:
        return
    library = sqlite.use_safe_library()
    if library.is_safe:
        yield ok("SQLite", f"{library}, WAL mode: it has no known fault with several connections")
    else:
        yield warn(
            "SQLite",
            f"{library} can corrupt a database in WAL mode, so a rollback journal is used",
            "It is safe but slower: install the pysqlite3 package, as requirements/run.txt does",
        )


def environment(_site: Settings) -> Iterator[Finding]:
    """A misspelt variable is read by nobody, and nobody would know."""
    known = [variable(name) for name in Settings.model_fields]
    for name in sorted(os.environ):
        if name.upper().startswith("PLAUDIT_") and name.upper() not in known:
            nearest = get_close_matches(name.upper(), known, 1)
            hint = f"Did you mean {nearest[0]}?" if nearest else "See docs/operators/settings.md"
            yield warn("Settings", f"{name} in the environment is no setting of Plaudit", hint)


def folder(site: Settings) -> Iterator[Finding]:
    file = site.home / FILE_NAME
    if file.exists() and _is_readable_by_others(file):
        yield warn("Secret", f"{file} can be read by others", f"chmod 600 {file}")
    else:
        yield ok("Secret", "the secret key is set, nobody else can read it")
    for path in (site.home, site.home / "media"):
        if path.is_dir() and not os.access(path, os.W_OK | os.X_OK):
            yield bad("Folder", f"{path} cannot be written to", f"chown -R $USER {path}")
    yield from _disk(site)


def _disk(site: Settings) -> Iterator[Finding]:
    free = shutil.disk_usage(site.home).free
    words = f"{free / 1e9:.1f} GB free at {site.home}"
    if free < NO_DISK:
        yield bad("Disk", words, "Make room: nothing can be written soon")
    elif free < LOW_DISK:
        yield warn("Disk", words, "Make room before it is full")
    else:
        yield ok("Disk", words)


def address(site: Settings) -> Iterator[Finding]:
    if site.is_https:
        yield ok("Address", f"{site.url}: cookies go over https only")
    elif _is_local(site.host):
        yield ok("Address", f"{site.url}: for this machine only")
    else:
        yield warn(
            "Address",
            f"{site.url} is not encrypted, so cookies can be read on the way",
            "Put nginx or Caddy in front, with https (docs/operators/running.md)",
        )
    if "*" in site.hosts:
        yield warn("Hosts", "the site answers to any name", "Name them in `hosts`")
    yield from _proxies(site)


def _proxies(site: Settings) -> Iterator[Finding]:
    if site.trusted_proxies:
        yield ok("Proxies", f"believed: {', '.join(site.trusted_proxies)}")
    elif site.is_https:
        yield warn(
            "Proxies",
            "none is believed, but https needs one in front: all readers seem to be at its address",
            'Set trusted_proxies = "127.0.0.1" (or where the proxy is)',
        )
    if any(ipaddress.ip_network(item).prefixlen == 0 for item in site.trusted_proxies):
        yield bad("Proxies", "everybody is believed", "Name the proxy's own address only")


def mail(site: Settings) -> Iterator[Finding]:
    if site.mail == "console":
        yield warn(
            "Mail",
            "is written to the log, nobody receives it: no new passwords, no confirmations, no "
            "letters about corrections, which readers are not offered",
            'Set mail = "smtp://user:password@host:587"',
        )
    else:
        yield ok("Mail", f"sent from {site.mail_from or f'noreply@{site.host}'}")


def _is_readable_by_others(path: Path) -> bool:
    return bool(path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
