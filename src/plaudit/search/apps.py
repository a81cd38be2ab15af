from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "plaudit.search"
    label = "search"
