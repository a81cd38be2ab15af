from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "plaudit.moderation"
    label = "moderation"
