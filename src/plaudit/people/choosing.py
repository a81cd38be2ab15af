"""Choosing an account of the newsroom, for the screens that tie something to one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet

from plaudit.people.models import User

MAY_CHOOSE = ("stories.change_author", "people.change_user")


class OnlyNewsroom:
    """Shows accounts of the newsroom, to whom it is a matter of work; never a reader's."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(request.user.has_perm(permission) for permission in MAY_CHOOSE):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def get_object_list(self) -> QuerySet[User]:
        return User.objects.filter(groups__isnull=False, is_active=True).distinct()

    def get_object(self, pk: str) -> User:
        return self.get_object_list().get(pk=pk)

    def get_objects(self, pks: list[str]) -> QuerySet[User]:
        return self.get_object_list().filter(pk__in=pks)


class NewsroomList(OnlyNewsroom):
    ordering = ["username"]

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,  # type: ignore[misc]
            Column("username", label=_("User name"), accessor="username"),
        ]


class ChooseView(NewsroomList, chooser.ChooseView):
    pass


class ChooseResultsView(NewsroomList, chooser.ChooseResultsView):
    pass


class ChosenView(OnlyNewsroom, chooser.ChosenView):
    pass


class ChosenMultipleView(OnlyNewsroom, chooser.ChosenMultipleView):
    pass


class UserChooserViewSet(ChooserViewSet):
    model = User
    icon = "user"
    choose_one_text = _("Choose an account")
    choose_another_text = _("Choose another account")
    edit_item_text = _("Edit this account")
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView


viewset = UserChooserViewSet("newsroom_accounts")
UserChooser = viewset.widget_class
