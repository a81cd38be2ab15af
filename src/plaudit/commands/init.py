"""Make a new, empty site in a folder of its own: settings, database, media, an administrator.

  plaudit init gazette --name "The Harbour Gazette" --url https://gazette.example \\
      --admin-email desk@gazette.example

On a terminal it asks for what is not given. Safe to repeat: what is there is kept.
"""

import argparse
import getpass
import re
import secrets
import sys
from importlib import import_module
from pathlib import Path

from pydantic import ValidationError

from plaudit import settings
from plaudit.commands import at_work, settings_file
from plaudit.commands.progress import Progress
from plaudit.refusal import Refusal
from plaudit.settings import FILE_NAME

MAIL = re.compile(r"[^@\s]+@[^@\s]+")
SHORTEST_PASSWORD = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", type=Path, help="the site's folder: new or empty")
    parser.add_argument("--name", help="the name of the site")
    parser.add_argument("--url", help="the address readers will type: https://gazette.example")
    parser.add_argument("--admin-email", metavar="MAIL", help="who may do everything")
    parser.add_argument(
        "--admin-password", metavar="WORDS", help="at least 10 characters; made up when left out"
    )


def run(options: argparse.Namespace) -> int:
    folder: Path = options.dir.expanduser().resolve()
    is_new = not (folder / FILE_NAME).exists()
    if is_new:
        check_empty(folder)
        ask(options)
        values = good_settings(folder, options)
        make_folder(folder)
        settings_file.write(folder, values)
    fill(folder, options.admin_email, options.admin_password)
    print(f"{'This is your site' if is_new else 'This was a site already'}: {folder}")
    print(f"Settings:  {folder / FILE_NAME}")
    print(f"Start it:  plaudit --home {folder} run")
    return 0


def check_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise Refusal(f"{folder} is a file: name a folder that is empty or not there yet.")
    if folder.is_dir() and any(folder.iterdir()):
        raise Refusal(f"{folder} is not empty and no site: name another folder.")


def ask(options: argparse.Namespace) -> None:
    """Ask for what was not given, where there is somebody to answer; else take the default."""
    defaults = settings.Settings.model_fields
    is_asking = sys.stdin.isatty()
    for name, words in (("name", "Name of the site"), ("url", "Address readers will type")):
        if getattr(options, name) is None:
            default = str(defaults[name].default)
            answer = input(f"{words} [{default}]: ").strip() if is_asking else ""
            setattr(options, name, answer or default)
    if options.admin_email is None and is_asking:
        options.admin_email = input("Administrator's e-mail: ").strip() or None
        if options.admin_email and options.admin_password is None:
            options.admin_password = getpass.getpass("Password (Enter makes one up): ") or None
    _check_administrator(options.admin_email, options.admin_password)


def _check_administrator(mail: str | None, password: str | None) -> None:
    if mail and not MAIL.fullmatch(mail):
        raise Refusal(f"--admin-email {mail} is no mail address: desk@gazette.example would be.")
    if password is not None and len(password) < SHORTEST_PASSWORD:
        raise Refusal(f"--admin-password needs at least {SHORTEST_PASSWORD} characters.")


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / "media").mkdir(exist_ok=True)
    except OSError as error:
        raise Refusal(f"{folder} cannot be made: {error.strerror}.") from None


def good_settings(folder: Path, options: argparse.Namespace) -> dict[str, str]:
    """What goes into the settings file, if a site can be made of it."""
    values = {"secret_key": secrets.token_urlsafe(48), "name": options.name, "url": options.url}
    try:
        settings.Settings.model_validate({"home": folder, **values})
    except ValidationError as error:
        raise settings.explained(error) from None
    return values


def fill(folder: Path, mail: str | None, password: str | None) -> None:
    """The database, up to date, with an administrator if one is named."""
    at_work.choose_home(folder)
    at_work.read_settings()
    at_work.load_django()
    import_module("plaudit.engine.preparing").prepare(Progress())
    database = settings.load().database_file
    if database.exists():
        database.chmod(0o600)
    if mail:
        make_administrator(mail, password)


def make_administrator(mail: str, password: str | None) -> None:
    words = password or secrets.token_urlsafe(12)
    if import_module("plaudit.people.staff").make_administrator(mail, words):
        shown = words if password is None else "as you chose it"
        print(f"Newsroom:  {settings.load().url}/newsroom/")
        print(f"Sign in:   {mail}, password: {shown}")
        if password is None:
            print("           (shown this once; change it in the newsroom)")
