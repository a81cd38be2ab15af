"""Something from elsewhere: a link, and for some providers a player that a reader may open."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from plaudit import settings
from plaudit.stories.embeds import providers


class Embed(blocks.StructBlock):
    """Nothing is fetched from there by a page before its reader asks for it."""

    url = blocks.URLBlock(
        label=_("Address"),
        help_text=_(
            "Of YouTube, Vimeo, Dailymotion, SoundCloud, Spotify and the PeerTube servers this "
            "site trusts, readers can open the player. Of all others it stays a link."
        ),
    )
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=200,
        help_text=_("Left empty, those providers are asked for it when you save."),
    )
    provider = blocks.CharBlock(label=_("Where it is from"), required=False, max_length=80)

    class Meta:
        icon = "media"
        label = _("Embed")
        template = "stories/blocks/embed.html"
        stylesheet = "plaudit/css/embed.css"
        script = "plaudit/js/embed-player.js"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["title"] and not providers.find(cleaned["url"], settings.load().peertube):
            message = gettext("Give it a title: of this address none can be asked for.")
            raise StructBlockValidationError({"title": ValidationError(message)})
        return cleaned
