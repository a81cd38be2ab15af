"""Registers the house's own with Wagtail, which looks for this file by its name."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from plaudit.masthead import screens
from plaudit.masthead.models import Look, Menus
from plaudit.masthead.one_of_a_kind import OnePolicy

register_snippet(screens.PageViewSet)
# The policies before the snippets: Wagtail would make its own.
register_permission_policy(Menus, OnePolicy(Menus))
register_snippet(screens.MenusViewSet)
register_permission_policy(Look, OnePolicy(Look))
register_snippet(screens.LookViewSet)
