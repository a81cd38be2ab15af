from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from plaudit.stories import ulid
from plaudit.stories.models.photo import Photo
from plaudit.stories.recordings import kinds

FOLDER = "recordings"


class Recording(models.Model):
    """Sound or film of the paper's own. Its words are required: not everybody hears or sees it."""

    title = models.CharField(_("title"), max_length=200)
    file: Any = models.FileField(
        _("file"),
        upload_to=FOLDER,
        help_text=_("MP3, M4A, OGG, MP4 or WebM, up to 24 MB."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, help_text=_("Who made it, or where it comes from.")
    )
    transcript = models.TextField(
        _("transcript"),
        help_text=_(
            "What is said, by whom, and what else can be heard or seen that matters. If nothing "
            "is said, say so."
        ),
    )
    captions = models.TextField(
        _("captions"),
        blank=True,
        help_text=_("For films in which somebody speaks: a WebVTT file, pasted whole."),
    )
    poster = models.ForeignKey(
        Photo,
        verbose_name=_("picture before it plays"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    size = models.PositiveIntegerField(editable=False, default=0)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self) -> str:
        return self.title

    @property
    def kind(self) -> kinds.Kind | None:
        """What it is, by the name that it was given for what is in it."""
        return kinds.ALL.get(str(self.file.name).rpartition(".")[2])

    @property
    def what(self) -> str:
        """Its kind and size for people: MP3, 1.2 MB."""
        return f"{self.kind.ending.upper() if self.kind else ''}, {filesizeformat(self.size)}"

    def clean(self) -> None:
        """A file that every browser plays, and captions that are some."""
        super().clean()
        if self._is_new_file():
            self._check()
        self.captions = self.captions.lstrip("\ufeff").replace("\r\n", "\n")
        if self.captions and not self.captions.startswith("WEBVTT"):
            raise ValidationError(
                {
                    "captions": _(
                        "Captions begin with a line that says WEBVTT. Paste the whole file."
                    )
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new file is stored under a name of our own, without the place it was recorded at."""
        if self._is_new_file():
            content = kinds.without_place(self.file.read())
            kind = kinds.of(content[: kinds.HEAD])
            if kind is None:
                raise ValueError("clean() refuses such a file")
            self.size = len(content)
            self.file = ContentFile(content, name=f"{ulid.new()}.{kind.ending}")
        super().save(*args, **kwargs)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        storage, name = self.file.storage, self.file.name
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: storage.delete(name))
        return deleted

    def _is_new_file(self) -> bool:
        return bool(self.file) and not self.file._committed  # noqa: SLF001  (no public word for it)

    def _check(self) -> None:
        if self.file.size > kinds.MOST_BYTES:
            message = _("This file has %(size)s; at most 24 MB are taken. Make it smaller first.")
            raise ValidationError({"file": message % {"size": filesizeformat(self.file.size)}})
        head = self.file.read(kinds.HEAD)
        self.file.seek(0)
        if kinds.of(head) is None:
            raise ValidationError(
                {"file": _("This is no MP3, M4A, OGG, MP4 or WebM, whatever its name: convert it.")}
            )
