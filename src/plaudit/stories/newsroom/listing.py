"""The list of stories: what an editor wants to know at a glance, and the ways to narrow it."""

from itertools import chain
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from taggit.models import Tag
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.snippets.views.snippets import IndexView

from plaudit.stories.models import Author, Kind, Section, Story
from plaudit.stories.newsroom import status
from plaudit.stories.newsroom.permissions import policy

WIDE = "wide-only"  # columns that a narrow screen can do without
MOST_WORDS = 8  # that are looked for among drafts
SIGNS = str.maketrans("", "", '\0*"“”„«»')  # what they mean is for the search to know


class StoryFilters(WagtailFilterSet):
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=list(status.NAMES.items()), method="with_status"
    )
    section = django_filters.ModelMultipleChoiceFilter(
        label=pgettext_lazy("of the paper", "Section"), queryset=Section.objects.all()
    )
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), choices=Kind.choices)
    author = django_filters.ModelChoiceFilter(
        label=_("Author"), field_name="bylines__author", queryset=Author.objects.all()
    )
    tag = django_filters.ModelChoiceFilter(
        label=_("Tag"), field_name="tags", queryset=Tag.objects.all(), to_field_name="slug"
    )

    class Meta:
        model = Story
        fields: list[str] = []

    def with_status(self, stories: QuerySet[Story], _name: str, key: str) -> QuerySet[Story]:
        return status.with_status(stories, key)


class AuthorsColumn(Column):
    def get_value(self, instance: Story) -> str:
        between = pgettext("in a row", ",") + " "
        return between.join(author.name for author in instance.byline_authors()) or "–"


class StatusColumn(StatusTagColumn):
    def get_value(self, instance: Story) -> str:
        return str(status.NAMES[status.of(instance)])


class StoryIndexView(IndexView):
    """Shows a person the stories that person may open, each with the buttons that will work."""

    list_display = [
        "headline",
        Column(
            "kind",
            label=_("Kind"),
            accessor="get_kind_display",
            sort_key="kind",
            classname=WIDE,
        ),
        Column(
            "section",
            label=pgettext_lazy("of the paper", "Section"),
            accessor="section",
            sort_key="section__order",
        ),
        AuthorsColumn("authors", label=_("Authors"), classname=WIDE),
        StatusColumn("status", label=_("Status"), primary=lambda story: story.live),
        DateColumn("first_published_at", label=_("First published"), sort_key="first_published_at"),
        DateColumn(
            "latest_revision_at",
            label=_("Last saved"),
            accessor="latest_revision.created_at",
            sort_key="latest_revision__created_at",
            classname=WIDE,
        ),
    ]

    def get_base_queryset(self) -> QuerySet[Story]:
        readable = policy.instances_user_has_permission_for(self.request.user, "view")
        return readable.for_newsroom()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        status.attach_workflows(context["object_list"])
        return context

    def search_queryset(self, queryset: QuerySet[Story]) -> QuerySet[Story]:
        """Drafts by their headline and dek, as the database compares them; what is published also
        by all of its text, if the search above this room has it.
        """
        if not self.is_searching:
            return queryset
        found = queryset
        for word in self.search_query.translate(SIGNS).split()[:MOST_WORDS]:
            found = found.filter(Q(headline__icontains=word) | Q(dek__icontains=word))
        published = (find(self.search_query) for find in hooks.get_hooks("find_stories"))
        return found | queryset.filter(pk__in=list(chain.from_iterable(published)))

    @cached_property
    def _is_everything_mine(self) -> bool:
        """Whether what I may do, I may do with every story: saves asking for each row."""
        return policy.may_with_all(self.request.user, "change")

    def _may(self, action: str, story: Story) -> bool:
        return policy.user_has_permission_for_instance(self.request.user, action, story)

    def get_edit_url(self, instance: Story) -> str | None:
        if self._is_everything_mine or self._may("change", instance):
            return reverse(self.edit_url_name, args=[instance.pk])
        return None

    def get_delete_url(self, instance: Story) -> str | None:
        if self._may("delete", instance):
            return reverse(self.delete_url_name, args=[instance.pk])
        return None
