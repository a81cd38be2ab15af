"""Pictures: one, many, or two of the same place."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class Picture(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=400, help_text=_("In place of its own.")
    )

    class Meta:
        icon = "image"
        label = _("Image")
        template = "stories/blocks/image.html"


class Gallery(blocks.StructBlock):
    images = blocks.ListBlock(Picture(), label=_("Images"), min_num=2, max_num=40)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "stories/blocks/gallery.html"


class BeforeAfter(blocks.StructBlock):
    """Two pictures side by side; with a script one lies over the other and is uncovered."""

    before = Picture(label=_("The first picture"))
    after = Picture(label=_("The second picture"))
    before_name = blocks.CharBlock(
        label=_("Name of the first"),
        required=False,
        max_length=40,
        help_text=_("Such as “1954”. Left empty, it is “Before”."),
    )
    after_name = blocks.CharBlock(
        label=_("Name of the second"),
        required=False,
        max_length=40,
        help_text=_("Such as “Today”. Left empty, it is “After”."),
    )

    class Meta:
        icon = "image"
        label = _("Before and after")
        template = "stories/blocks/before_after.html"
        stylesheet = "plaudit/css/before-after.css"
        script = "plaudit/js/before-after.js"
