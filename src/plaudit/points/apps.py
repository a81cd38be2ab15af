from django.apps import AppConfig


class PointsConfig(AppConfig):
    name = "plaudit.points"
    label = "points"
