"""How what was found looks."""

from django import template

from plaudit.search import snippets

register = template.Library()
register.filter("as_html", snippets.as_html)
