from django.apps import AppConfig


class MastheadConfig(AppConfig):
    name = "plaudit.masthead"
    label = "masthead"
