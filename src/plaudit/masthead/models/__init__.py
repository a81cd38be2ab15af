"""The rows of what is the house's own."""

from plaudit.masthead.models.former_address import FormerAddress
from plaudit.masthead.models.look import Look
from plaudit.masthead.models.menus import Menus
from plaudit.masthead.models.page import Page

__all__ = ["FormerAddress", "Look", "Menus", "Page"]
