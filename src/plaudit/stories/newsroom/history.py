"""What a story's history in the newsroom says of what Wagtail knows nothing of."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from plaudit.stories import newsdesk


def log_actions(actions: Any) -> None:
    actions.register_action(newsdesk.RETRACT, _("Retract"), _("Retracted"))
    actions.register_action(newsdesk.REINSTATE, _("Take back the retraction"), _("Reinstated"))
