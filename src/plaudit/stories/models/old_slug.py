from django.db import models

from plaudit.stories import slugs


class OldSlug(models.Model):
    """An address a story once had; it redirects."""

    slug = models.SlugField(max_length=slugs.LONGEST, unique=True)
    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="old_slugs")

    def __str__(self) -> str:
        return self.slug
