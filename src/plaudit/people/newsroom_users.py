"""The screens for accounts: one name, a role, and no way to make a superuser.

A superuser passes every permission; only the command line makes one.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserForm
from wagtail.users.views.users import UserViewSet

from plaudit.people.models import User

FIELDS = ["username", "email", "name", "groups"]
WIDGETS = {"groups": forms.CheckboxSelectMultiple}
HELP = {"name": _("As others see it; the user name if empty.")}


class NewsroomUserForm(UserForm):
    """For a new account."""

    first_name = last_name = is_superuser = None

    class Meta:
        model = User
        fields = FIELDS
        widgets = WIDGETS
        help_texts = HELP


class NewsroomUserEditForm(NewsroomUserForm):
    """For one that is there: may be closed, but not by its own owner."""

    password_required = False

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]

    class Meta(NewsroomUserForm.Meta):
        fields = [*FIELDS, "is_active"]


class NewsroomUserViewSet(UserViewSet):
    menu_label = _("Accounts")

    def get_form_class(self, for_update: bool = False) -> type[NewsroomUserForm]:
        return NewsroomUserEditForm if for_update else NewsroomUserForm
