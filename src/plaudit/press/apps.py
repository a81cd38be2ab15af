from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "plaudit.press"
    label = "press"
