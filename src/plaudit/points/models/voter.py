"""What leads from a member to the own ballots, for as long as it is kept."""

from django.conf import settings
from django.db import models

from plaudit.people.guests import SECRET_BYTES, new_secret


class MemberSecret(models.Model):
    """A member's K. Random and derived from nothing, so that deleting it is final."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="point_secret"
    )
    secret = models.BinaryField(max_length=SECRET_BYTES, default=new_secret)

    def __str__(self) -> str:
        return f"the secret of {self.user_id}"


class VoterLink(models.Model):
    """Joins a member's ballots on a subject to the member, for 90 days, against fraud."""

    KEPT_DAYS = 90

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="voter_links"
    )
    about = models.CharField(max_length=28)
    tag = models.CharField(max_length=43)
    cast_on = models.DateField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "tag"], name="voter_link_tag")]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.about}"
