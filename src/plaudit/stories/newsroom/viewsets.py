"""What the newsroom has a screen for."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from plaudit.stories.models import Author, Recording, Section, Story
from plaudit.stories.newsroom import (
    choosing,
    filing,
    guard,
    listing,
    panels,
    retracting,
    writing,
)


class StoryViewSet(SnippetViewSet):
    model = Story
    icon = "doc-full"
    menu_label = _("Stories")
    add_to_admin_menu = True
    menu_order = 100
    add_view_class = writing.StoryCreateView
    edit_view_class = writing.StoryEditView
    index_view_class = listing.StoryIndexView
    filterset_class = listing.StoryFilters
    chooser_viewset_class = choosing.StoryChooserViewSet
    search_fields = ["headline", "dek"]
    search_backend_name = None  # plain SQL: Wagtail's own index is quadratic on SQLite
    ordering = ["-latest_revision__created_at", "-pk"]  # what is being worked on comes first
    list_per_page = 50
    copy_view_enabled = False  # a copy would carry the same public id
    inspect_view_enabled = True
    inspect_view_fields = [
        "headline", "dek", "kind", "section", "bylines", "image", "body", "tags", "language",
        "first_published_at", "last_published_at",
    ]  # fmt: skip

    def get_edit_handler(self) -> Any:
        return panels.editor.bind_to_model(Story)

    def get_urlpatterns(self) -> list[Any]:
        retract = path(f"retract/<{self.pk_path_converter}:pk>/", self.retract_view, name="retract")
        return [*super().get_urlpatterns(), retract]

    @property
    def retract_view(self) -> Any:
        return self.construct_view(retracting.RetractView)

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        return super().construct_view(guard.guarded(view_class), **kwargs)


class SectionViewSet(SnippetViewSet):
    model = Section
    icon = "list-ul"
    menu_label = _("Sections")
    add_to_admin_menu = True
    menu_order = 200
    list_display = ["name", "description", "order"]
    search_fields = ["name"]
    search_backend_name = None
    panels = filing.SECTION
    copy_view_enabled = False


class AuthorViewSet(SnippetViewSet):
    model = Author
    icon = "group"
    menu_label = _("Authors")
    add_to_admin_menu = True
    menu_order = 210
    list_display = ["name", "role", "user"]
    search_fields = ["name", "role"]
    search_backend_name = None
    panels = filing.AUTHOR
    copy_view_enabled = False

    def get_queryset(self, _request: Any) -> Any:
        return Author.objects.select_related("user")


class RecordingViewSet(SnippetViewSet):
    model = Recording
    icon = "media"
    menu_label = _("Recordings")
    add_to_admin_menu = True
    menu_order = 320  # after the images
    list_display = ["title", "credit", "what"]
    search_fields = ["title", "credit", "transcript"]
    search_backend_name = None
    panels = filing.RECORDING
    copy_view_enabled = False  # a copy would delete the file of the other with its own
