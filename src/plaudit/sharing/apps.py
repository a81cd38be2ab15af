from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "plaudit.sharing"
    label = "sharing"
