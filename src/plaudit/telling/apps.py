from django.apps import AppConfig


class TellingConfig(AppConfig):
    name = "plaudit.telling"
    label = "telling"
