"""What the editor asks of sources: each has a key of its own, each quotation names one of them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from plaudit.stories import ulid


class SourcesForm(WagtailAdminModelForm):
    def is_valid(self) -> bool:
        """The sources are forms of their own, which are read after this one."""
        is_valid: bool = super().is_valid()
        if not is_valid or "sources" not in self.formsets:
            return is_valid
        keys = self._keys()
        if not self.is_deferred_validation and (error := _pointing_nowhere(self, keys)):
            self.add_error("body", error)
        return not self.errors

    def _keys(self) -> set[str]:
        """The keys of the sources that stay. Of two that have the same, one is given another."""
        keys: set[str] = set()
        for form in self.formsets["sources"].forms:
            if form.cleaned_data.get("DELETE"):
                continue
            if form.instance.key in keys:
                form.instance.key = ulid.new()
            keys.add(form.instance.key)
        return keys


def _pointing_nowhere(form: WagtailAdminModelForm, keys: set[str]) -> ValidationError | None:
    errors: dict[int, Any] = {}
    for place, child in enumerate(form.cleaned_data["body"]):
        if child.block_type == "quotation" and child.value["source"] not in {"", *keys}:
            message = _("This source is not in the story’s list any more. Choose another, or none.")
            errors[place] = StructBlockValidationError({"source": ValidationError(message)})
    return StreamBlockValidationError(errors) if errors else None
