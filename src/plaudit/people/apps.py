from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "plaudit.people"
    label = "people"


class NewsroomUsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for accounts, with what our accounts have."""

    user_viewset = "plaudit.people.newsroom_users.NewsroomUserViewSet"
