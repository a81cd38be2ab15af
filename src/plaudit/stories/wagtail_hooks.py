"""Registers the newsroom with Wagtail, which looks for this file by its name."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from plaudit.stories.models import Story
from plaudit.stories.newsroom import menus, viewsets
from plaudit.stories.newsroom.permissions import policy

register_permission_policy(Story, policy)  # before the snippet: Wagtail would make its own
register_snippet(viewsets.StoryViewSet)
register_snippet(viewsets.SectionViewSet)
register_snippet(viewsets.AuthorViewSet)
register_snippet(viewsets.RecordingViewSet)
menus.register()
