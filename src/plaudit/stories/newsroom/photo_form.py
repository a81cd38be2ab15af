"""The form of an image in all of the newsroom's screens: Wagtail takes it from the settings."""

from typing import Any

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from plaudit.stories import alt_texts, retouching
from plaudit.stories.models import Reuse
from plaudit.stories.photo_field import PhotoField


class PhotoForm(BaseImageForm):
    """Wagtail makes the fields; the file's is ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if made := self.fields.get("file"):  # there is none where an image's words are changed
            self.fields["file"] = PhotoField(
                label=made.label, required=made.required, widget=made.widget
            )
        if alt := self.fields.get("alt"):
            alt.help_text = render_to_string("newsroom/alt_help.html", {"words": alt.help_text})

    def clean_alt(self) -> str:
        alt: str = self.cleaned_data["alt"]
        # What it was called by whoever uploads it, and what it is called here.
        names = [
            getattr(file, "name", "")
            for file in (self.cleaned_data.get("file"), self.instance.file)
        ]
        if alt and alt_texts.is_file_name(alt, *names):
            message = _("This is what a file is called. Say what is to be seen, in a sentence.")
            raise ValidationError(message, code="file_name")
        return alt

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean()
        if said.get("is_decoration"):
            said["alt"] = ""
        elif "alt" in self.fields and "alt" not in self.errors and not said.get("alt"):
            message = _(
                "Say in a sentence what is to be seen, for those who cannot see it. If it is only "
                "decoration, tick the box under this field."
            )
            self.add_error("alt", ValidationError(message, code="required"))
        if said.get("reuse") == Reuse.YES and not said.get("licence"):
            message = _("Say under which licence others may use it.")
            self.add_error("licence", ValidationError(message, code="required"))
        return said

    def save(self, commit: bool = True) -> Any:
        is_changed = self.instance.pk is not None and bool(self.changed_data)
        photo = super().save(commit=commit)
        if is_changed and commit:
            retouching.follow.enqueue(photo.pk)
        return photo

    class Meta(BaseImageForm.Meta):
        pass
