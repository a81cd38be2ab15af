"""Writes a site's `plaudit.toml`, each setting explained. Made from the class, so never stale."""

import json
import os
import re
import textwrap
from pathlib import Path

from plaudit.settings import FILE_NAME, Settings, variable

HEAD = """\
# The settings of this site. What stands behind a `#` is the default, or an example.
# Each can be given in the environment as well, under the name in brackets, which goes first.
# Changed something? Start `plaudit run` again. `plaudit doctor` says whether all is well.
"""


def write(folder: Path, values: dict[str, str]) -> None:
    """A new file with these values."""
    _write(folder, text(values))


def change(folder: Path, name: str, value: str) -> None:
    """Give one setting another value, and leave what else stands in the file."""
    before = (folder / FILE_NAME).read_text(encoding="utf-8")
    line = f"{name} = {_quoted(value)}"
    after, found = re.subn(
        rf"^(# *)?{name} *=.*$", lambda _: line, before, count=1, flags=re.MULTILINE
    )
    after = after if found else f"{line}\n{before}"
    if after != before:
        _write(folder, after)


def _write(folder: Path, words: str) -> None:
    """Write it whole or not at all, readable by the owner only: it holds the secret key."""
    unfinished = folder / f".{FILE_NAME}"
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(folder / FILE_NAME)


def text(values: dict[str, str]) -> str:
    return "\n".join(
        [HEAD, *(_entry(name, values) for name in Settings.model_fields if name != "home")]
    )


def _entry(name: str, values: dict[str, str]) -> str:
    field = Settings.model_fields[name]
    words = f"{field.description} ({variable(name)})"
    lines = textwrap.wrap(words, 96, initial_indent="# ", subsequent_indent="# ")
    if name in values:
        lines.append(f"{name} = {_quoted(values[name])}")
    else:
        lines.append(f"# {name} = {_quoted(str(field.default or (field.examples or [''])[0]))}")
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for the one control character above."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
