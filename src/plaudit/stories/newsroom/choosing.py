"""Choosing a story: shows only what the person who chooses may read."""

from typing import Any

from django.db.models import QuerySet
from wagtail.snippets.views import chooser

from plaudit.stories.models import Story
from plaudit.stories.newsroom.permissions import policy


def _readable(view: Any) -> QuerySet[Story]:
    return policy.instances_user_has_permission_for(view.request.user, "view")


class ListsReadable:
    """In a list to choose from."""

    def get_object_list(self) -> QuerySet[Story]:
        return _readable(self).select_related("section").order_by("-first_published_at", "-pk")

    def get_queryset(self) -> QuerySet[Story]:
        return _readable(self)

    def get_object(self, pk: object) -> Story:
        return _readable(self).get(pk=pk)

    def get_objects(self, pks: list[object]) -> QuerySet[Story]:
        return _readable(self).filter(pk__in=pks)


class StoryChooseView(ListsReadable, chooser.ChooseView):
    pass


class StoryChooseResultsView(ListsReadable, chooser.ChooseResultsView):
    pass


class StoryChosenView(ListsReadable, chooser.SnippetChosenView):
    pass


class StoryChosenMultipleView(ListsReadable, chooser.SnippetChosenMultipleView):
    pass


class StoryChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = StoryChooseView
    choose_results_view_class = StoryChooseResultsView
    chosen_view_class = StoryChosenView
    chosen_multiple_view_class = StoryChosenMultipleView
