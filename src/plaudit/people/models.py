"""Who reads and who writes, and the rules the newsroom has set for both."""

from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from plaudit.people.networks import DEFAULT_NETWORKS, NETWORKS
from plaudit.people.policy_form import PolicyForm


class User(AbstractUser):
    """A reader with an account; membership in a role's group makes one of the newsroom."""

    name = models.CharField(_("name shown to others"), max_length=80, blank=True)

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return self.name or super().get_full_name()

    @property
    def is_newsroom(self) -> bool:
        """May enter the newsroom at all."""
        return self.has_perm("wagtailadmin.access_admin")


def default_networks() -> list[str]:
    return list(DEFAULT_NETWORKS)


@register_setting(icon="thumbtack", order=100)
class Policy(BaseGenericSetting):
    """The site's policy on points, lists and sharing. No rule here can change a figure."""

    guests_may_vote = models.BooleanField(
        _("guests may give points"),
        default=True,
        help_text=_("Without an account, one point per story, remembered by a cookie."),
    )
    has_down_votes = models.BooleanField(
        _("points may be given down as well as up"),
        default=True,
        help_text=_("Points given before a change stay in the record and count as they did."),
    )
    is_blind = models.BooleanField(
        _("figures are hidden until one has voted"),
        default=False,
        help_text=_("Keeps readers from following the crowd. The public record stays public."),
    )
    minimum_points = models.PositiveSmallIntegerField(
        _("minimum points for a list"),
        default=1,
        help_text=_("Trending, Hot and Popular show stories that gained at least so many."),
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
    )
    guests_per_prefix = models.PositiveSmallIntegerField(
        _("guest points per network and day"),
        default=5,
        help_text=_(
            "So many new guests from one address block may give a point to one story in a day "
            "before their browser has to do a piece of work first."
        ),
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
    )
    share_networks = models.JSONField(
        _("networks in the share box"), default=default_networks, blank=True
    )

    base_form_class = PolicyForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("guests_may_vote"),
                FieldPanel("has_down_votes"),
                FieldPanel("is_blind"),
                FieldPanel("guests_per_prefix"),
            ],
            heading=_("Points"),
        ),
        MultiFieldPanel([FieldPanel("minimum_points")], heading=_("Lists")),
        MultiFieldPanel([FieldPanel("share_networks")], heading=_("Sharing")),
    ]

    class Meta:
        verbose_name = _("points, lists and sharing")

    @property
    def networks(self) -> list[str]:
        """The chosen networks, known ones only, in the order they were chosen."""
        return [key for key in self.share_networks if key in NETWORKS]
