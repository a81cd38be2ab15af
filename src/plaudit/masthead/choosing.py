"""Choosing a page, for the menus: nobody is shown drafts who may not read them."""

from typing import Any

from django.db.models import QuerySet
from wagtail.snippets.views import chooser

from plaudit.masthead.models import Page


def _readable(view: Any) -> QuerySet[Page]:
    may_change = view.request.user.has_perm("masthead.change_page")
    return Page.objects.all() if may_change else Page.objects.published()


class ListsReadable:
    def get_object_list(self) -> QuerySet[Page]:
        return _readable(self)

    def get_queryset(self) -> QuerySet[Page]:
        return _readable(self)

    def get_object(self, pk: Any) -> Page:
        return _readable(self).get(pk=pk)

    def get_objects(self, pks: list[Any]) -> QuerySet[Page]:
        return _readable(self).filter(pk__in=pks)


class PageChooseView(ListsReadable, chooser.ChooseView):
    pass


class PageChooseResultsView(ListsReadable, chooser.ChooseResultsView):
    pass


class PageChosenView(ListsReadable, chooser.SnippetChosenView):
    pass


class PageChosenMultipleView(ListsReadable, chooser.SnippetChosenMultipleView):
    pass


class PageChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = PageChooseView
    choose_results_view_class = PageChooseResultsView
    chosen_view_class = PageChosenView
    chosen_multiple_view_class = PageChosenMultipleView
