from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "plaudit.stories"
    label = "stories"
