"""How what was typed is read."""

import argparse
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence instead of the usage, which nobody reads."""
        self.exit(2, f"plaudit: {message}. Try `{self.prog} --help`.\n")


class MixedParser(Parser):
    """One that takes files and options in any order: `a.txt --publish b.txt`."""

    _is_within = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        # argparse reads options, then files, by this same method; it would forget a `--`.
        if self._is_within or "--" in (args or ()):
            return super().parse_known_args(args, namespace)
        self._is_within = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_within = False
