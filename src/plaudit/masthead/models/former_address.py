from django.db import models

from plaudit.stories import slugs


class FormerAddress(models.Model):
    """An address a page once had; it redirects."""

    slug = models.SlugField(max_length=slugs.LONGEST, unique=True)
    page = models.ForeignKey("masthead.Page", on_delete=models.CASCADE, related_name="former")

    def __str__(self) -> str:
        return self.slug
