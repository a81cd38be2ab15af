from django.apps import AppConfig


class EngineConfig(AppConfig):
    name = "plaudit.engine"
    label = "engine"
