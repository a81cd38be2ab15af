"""Registers the house's own with Wagtail, which looks for this file by its name."""

from wagtail.snippets.models import register_snippet

from plaudit.masthead import screens

register_snippet(screens.PageViewSet)
