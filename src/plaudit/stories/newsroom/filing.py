"""The small screens: sections, authors, recordings."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from plaudit.people.choosing import UserChooser

SECTION = [
    FieldPanel("name"),
    FieldPanel("description", help_text=_("One sentence, shown at the top of the section.")),
    FieldRowPanel(
        [
            FieldPanel("slug", help_text=_("As in /sections/culture. Links elsewhere rely on it.")),
            FieldPanel("order", help_text=_("Smaller numbers come first.")),
        ]
    ),
    FieldPanel(
        "editors",
        widget=CheckboxSelectMultiple,
        help_text=_(
            "Authors who may do with the stories of this section what editors may with all."
        ),
    ),
]

AUTHOR = [
    FieldPanel("name", help_text=_("As it stands in the byline.")),
    FieldPanel("role", help_text=_("Such as “Court reporter”.")),
    FieldPanel("bio", widget=AdminAutoHeightTextInput(attrs={"rows": 3})),
    FieldPanel("portrait"),
    FieldPanel("slug", help_text=_("As in /authors/ada-quill. Links elsewhere rely on it.")),
    FieldPanel(
        "user",
        widget=UserChooser,
        help_text=_("Whoever signs in with it may edit the stories that bear this name."),
    ),
]

RECORDING = [
    FieldPanel("title"),
    FieldPanel("file"),
    FieldPanel("credit"),
    FieldPanel("transcript"),
    FieldPanel("captions"),
    FieldPanel("poster"),
]
