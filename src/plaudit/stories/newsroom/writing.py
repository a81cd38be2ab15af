"""Creating and editing a story."""

from django.db import transaction
from django.http import HttpResponse
from wagtail.snippets.views.snippets import CreateView, EditView

from plaudit.stories.models import Byline, Event, Section, Story
from plaudit.stories.newsroom.permissions import policy


class StoryCreateView(CreateView):
    """Starts with what is most likely right, so that a headline is enough for a first draft."""

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

    def get_delete_url(self) -> str | None:
        if not policy.user_has_permission_for_instance(
            self.request.user, "delete", self.live_object
        ):
            return None
        url: str | None = super().get_delete_url()
        return url
