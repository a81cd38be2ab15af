"""The editor, in the order a journalist works: write first, file afterwards."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from plaudit.stories.newsroom.headlines import HeadlineHelp
from plaudit.stories.newsroom.source_panels import SOURCES
from plaudit.stories.newsroom.story_form import StoryForm


class Readership(HelpPanel):
    """How often readers opened and shared a story that they have been able to read."""

    class BoundPanel(HelpPanel.BoundPanel):
        instance: Any

        def is_shown(self) -> bool:
            return bool(self.instance.first_published_at) and super().is_shown()


class WhatHasChanged(MultiFieldPanel):
    """Asked of whoever changes what readers have; a story they never had is not asked about."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        instance: Any

        def is_shown(self) -> bool:
            return bool(self.instance.last_published_at) and super().is_shown()


CHANGED = WhatHasChanged(
    [
        FieldPanel(
            "change_kind",
            help_text=_("All but minor changes are shown to readers, with their date and text."),
        ),
        FieldPanel(
            "change_wrong",
            widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
            help_text=_("For a correction: what stood there, and was wrong."),
        ),
        FieldPanel(
            "change_text",
            heading=_("What is right, or what is new"),
            widget=AdminAutoHeightTextInput(attrs={"rows": 2}),
            help_text=_("A sentence or two. It can be followed by another, and never edited away."),
        ),
    ],
    heading=_("What has changed"),
    help_text=_(
        "Readers have had this story. When you publish, hand in or schedule it again, say what "
        "is different. To save a draft you need not."
    ),
    classname="story-changed",
)

WRITE = [
    FieldPanel(
        "headline",
        classname="story-headline",
        widget=AdminAutoHeightTextInput(attrs={"rows": 1, "placeholder": _("Headline")}),
        help_text=_("What happened, in up to about 90 characters; longer ones are set smaller."),
    ),
    FieldPanel(
        "dek",
        widget=AdminAutoHeightTextInput(attrs={"rows": 2, "maxlength": 400}),
        help_text=_(
            "The standfirst: one or two sentences, about 200 characters. Lists show it under the "
            "headline, search engines and shared links as well."
        ),
    ),
    HeadlineHelp(template="newsroom/headline_help.html", heading=_("Headline help")),
    FieldPanel(
        "image",
        help_text=_("Wide pictures work best, 1,280 pixels or more. The credit is shown with it."),
    ),
    FieldPanel("body"),
    SOURCES,
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("section"), FieldPanel("kind")]),
            InlinePanel(
                "bylines",
                panels=[FieldPanel("author")],
                heading=_("Authors"),
                label=_("Author"),
                help_text=_("In the order of the byline. Their accounts may edit this story."),
            ),
            FieldPanel("tags", help_text=_("A few words readers look for, apart by commas.")),
        ],
        heading=_("Where it belongs"),
        classname="story-filing",
    ),
    CHANGED,
]

SETTINGS = [
    FieldPanel("slug"),
    FieldPanel("language"),
    FieldPanel(
        "is_closed",
        permission="stories.publish_story",
        help_text=_("Readers see the points, and can give no more. Takes effect when saved."),
    ),
    PublishingPanel(),
    Readership(template="newsroom/readership.html", heading=_("Views and shares")),
]

editor = TabbedInterface(
    [ObjectList(WRITE, heading=_("Story")), ObjectList(SETTINGS, heading=_("Settings"))],
    base_form_class=StoryForm,
)
