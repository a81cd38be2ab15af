from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a reader should take a story for."""

    REPORT = "report", _("Report")
    OPINION = "opinion", _("Opinion")
    ANALYSIS = "analysis", _("Analysis")
    EXPLAINER = "explainer", _("Explainer")
    INTERVIEW = "interview", _("Interview")
    REVIEW = "review", _("Review")
    SATIRE = "satire", _("Satire")
    SPONSORED = "sponsored", _("Sponsored")
