from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plaudit.stories.models.event import Event


class Pin(models.Model):
    """An editor's decision to keep a story at the top of the front page; readers are told."""

    story = models.OneToOneField(
        "stories.Story", verbose_name=_("story"), on_delete=models.CASCADE, related_name="pin"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL
    )
    role = models.CharField(_("role shown to readers"), max_length=40, editable=False)
    pinned_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["-pinned_at"]
        verbose_name = _("pinned story")
        verbose_name_plural = _("pinned stories")

    def __str__(self) -> str:
        return str(self.story)

    def clean(self) -> None:
        super().clean()
        if self.until and self.until <= timezone.now():
            raise ValidationError({"until": _("Choose a time that is still to come.")})

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        Event.objects.create(ulid=self.story.ulid)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        Event.objects.create(ulid=self.story.ulid)
        return super().delete(*args, **kwargs)
