from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "plaudit.stories"
    label = "stories"

    def ready(self) -> None:
        """Give the model its preview, which is made of views that import the model."""
        from plaudit.stories.models import Story
        from plaudit.stories.newsroom import previews

        Story.show_preview = staticmethod(previews.show)
