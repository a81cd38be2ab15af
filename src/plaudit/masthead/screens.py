"""The newsroom's screens for what is the house's own."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.admin.ui.tables import StatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from plaudit.masthead.choosing import PageChooserViewSet
from plaudit.masthead.models import Look, Menus, Page
from plaudit.masthead.one_of_a_kind import OneViewSet


class StandingColumn(StatusTagColumn):
    """Where a page stands, in the words that the list of stories has for it."""

    def get_value(self, instance: Page) -> str:
        if instance.live:
            changed = instance.has_unpublished_changes
            return gettext("Published, newer draft") if changed else gettext("Published")
        return gettext("Taken back") if instance.first_published_at else gettext("Draft")


def is_live(page: Page) -> bool:
    return page.live


class PageViewSet(SnippetViewSet):
    model = Page
    icon = "doc-empty"
    menu_label = _("Pages")
    add_to_admin_menu = True
    menu_order = 220
    list_display = ["title", "slug", StandingColumn("live", label=_("Status"), primary=is_live)]
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


class LookViewSet(OneViewSet):
    model = Look
    icon = "view"
    menu_label = _("Appearance")
    menu_order = 105
    panels = [
        HelpPanel(template="masthead/name_and_tagline.html"),
        FieldPanel("logo"),
        FieldPanel("logo_dark"),
        FieldPanel("accent", widget=forms.TextInput(attrs={"type": "color"})),
        FieldPanel("accent_dark", widget=forms.TextInput(attrs={"type": "color"})),
        FieldPanel("headlines", widget=forms.RadioSelect),
        FieldPanel("text", widget=forms.RadioSelect),
    ]
