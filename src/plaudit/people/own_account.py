"""The newsroom's screen for one's own account: one name, as everywhere on the site.

Wagtail's own asks for a first and a last name, demands both, and shows them to nobody here.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, BaseSettingsPanel, NameEmailSettingsPanel

from plaudit.people.models import User


class NameForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ("name",)
        help_texts = {"name": _("As others see it; the user name if empty.")}


class NamePanel(BaseSettingsPanel):
    name = "name"
    title = _("Name")
    order = 100
    form_class = NameForm


class OwnAccountView(AccountView):
    def get_panels(self) -> list[Any]:
        theirs = super().get_panels()
        kept = [panel for panel in theirs if not isinstance(panel, NameEmailSettingsPanel)]
        user = self.request.user
        return [NamePanel(self.request, user, user.wagtail_userprofile), *kept]


own_account = never_cache(require_admin_access(OwnAccountView.as_view()))
