"""Creating and editing a story."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import CreateView, EditView

from plaudit.stories.models import Byline, Event, Section, Story
from plaudit.stories.newsroom.permissions import policy

# Saving it that way puts it before an editor, and before readers once that one approves.
HANDED_IN = {"submit", "restart-workflow"}


class StoryCreateView(CreateView):
    """Starts with what is most likely right, so that a headline is enough for a first draft."""

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)
        form.is_decided = self.action == "publish"
        return form

    def get_initial_form_instance(self) -> Story:
        story = Story(owner=self.request.user, section=self._likely_section())
        author = getattr(self.request.user, "author", None)
        if author and self.request.method == "GET":
            story.bylines = [Byline(author=author)]
        return story

    def _likely_section(self) -> Section | None:
        """Where this person last wrote, or the first section of the paper."""
        last = Story.objects.behind(self.request.user).select_related("section")
        newest = last.order_by("-pk").first()
        return newest.section if newest else Section.objects.first()


class StoryEditView(EditView):
    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)
        form.is_decided = self.action == "publish" or self._is_approved()
        form.goes_out = form.is_decided or self.action in HANDED_IN
        return form

    def _is_approved(self) -> bool:
        is_by_workflow = self.action == "workflow-action"
        return is_by_workflow and self.request.POST.get("workflow-action-name") == "approve"

    def save_instance(self) -> Story:
        """Closing a story to points is no matter of wording: it does not wait for publication."""
        story: Story = super().save_instance()
        if "is_closed" in self.form.changed_data:
            Story.objects.filter(pk=story.pk).update(is_closed=story.is_closed)
            if story.live:
                Event.objects.create(ulid=story.ulid)
        return story

    def publish_action(self) -> HttpResponse | None:
        """Publication, its event and its log entry stand or fall together."""
        with transaction.atomic():
            response: HttpResponse | None = super().publish_action()
        return response

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons: list[Any] = super().header_more_buttons
        story: Story = self.live_object
        if story.live and self._may("publish"):
            label = _("Take back the retraction") if story.retracted_at else _("Retract")
            url = reverse("wagtailsnippets_stories_story:retract", args=[story.pk])
            buttons.append(Button(label, url=url, icon_name="warning", priority=25))
        return buttons

    def _may(self, action: str) -> bool:
        return policy.user_has_permission_for_instance(self.request.user, action, self.live_object)

    def get_delete_url(self) -> str | None:
        if not self._may("delete"):
            return None
        url: str | None = super().get_delete_url()
        return url
