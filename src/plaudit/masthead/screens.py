"""The newsroom's screens for what is the house's own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.snippets.views.snippets import SnippetViewSet

from plaudit.masthead.choosing import PageChooserViewSet
from plaudit.masthead.models import Menus, Page
from plaudit.masthead.one_of_a_kind import OneViewSet


class PageViewSet(SnippetViewSet):
    model = Page
    icon = "doc-empty"
    menu_label = _("Pages")
    add_to_admin_menu = True
    menu_order = 220
    list_display = ["title", "slug", "status_string"]
    search_fields = ["title", "slug"]
    search_backend_name = None
    chooser_viewset_class = PageChooserViewSet
    copy_view_enabled = False  # a copy would carry the same name in events
    edit_handler = TabbedInterface(
        [
            ObjectList([FieldPanel("title"), FieldPanel("body")], heading=_("Page")),
            ObjectList(
                [FieldPanel("slug"), FieldPanel("language"), PublishingPanel()],
                heading=_("Settings"),
            ),
        ]
    )


class MenusViewSet(OneViewSet):
    model = Menus
    icon = "list-ul"
    menu_label = _("Menus and foot")
    menu_order = 110
    panels = [FieldPanel("masthead"), FieldPanel("foot"), FieldPanel("foot_text")]
