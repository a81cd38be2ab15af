from django.apps import AppConfig


class RankingsConfig(AppConfig):
    name = "plaudit.rankings"
    label = "rankings"
