"""Plaudit: a newsroom and its readers in one box."""

__version__ = "0.1.0"
