"""Screens for what there is one of: changed, never added or deleted."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

ONLY = 1  # its primary key


class OnePolicy(ModelPermissionPolicy):
    """Nobody adds a second one or deletes it, not even who passes every permission."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action in ("add", "delete"):
            return False
        granted: bool = super().user_has_permission(user, action)
        return granted


class OneEditView(EditView):
    def setup(self, *args: Any, **kwargs: Any) -> None:
        """Without saving by itself: there are no drafts here, what is saved is on every page."""
        super().setup(*args, **kwargs)
        self.autosave_enabled = False


class OneViewSet(SnippetViewSet):
    edit_view_class = OneEditView
    add_to_settings_menu = True
    copy_view_enabled = False

    @property
    def index_view(self) -> Any:
        """There is no list: its address leads to the one there is."""

        def lead_on(request: HttpRequest) -> HttpResponse:
            self.model._default_manager.get_or_create(pk=ONLY)
            return redirect(self.get_url_name("edit"), ONLY)

        return lead_on

    @property
    def index_results_view(self) -> Any:
        return self.index_view
