"""The policy as a form: networks are ticked by name, not written as JSON."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from plaudit.people.networks import NETWORKS


class PolicyForm(WagtailAdminModelForm):
    share_networks = forms.MultipleChoiceField(
        label=_("Networks in the share box"),
        choices=[(key, network.name) for key, network in NETWORKS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Plain links: nothing of theirs is loaded into your pages. Copying the link, the QR "
            "code and printing are always there."
        ),
    )
