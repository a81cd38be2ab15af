"""The form of an image in all of the newsroom's screens: Wagtail takes it from the settings."""

from typing import Any

from wagtail.images.forms import BaseImageForm

from plaudit.stories.photo_field import PhotoField


class PhotoForm(BaseImageForm):
    """Wagtail makes the fields; the file's is ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if made := self.fields.get("file"):  # there is none where an image's words are changed
            self.fields["file"] = PhotoField(
                label=made.label, required=made.required, widget=made.widget
            )

    class Meta(BaseImageForm.Meta):
        pass
