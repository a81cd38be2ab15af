"""What search engines may read, and where."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as django_views
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from plaudit import settings
from plaudit.stories.models import Story


class StorySitemap(Sitemap[Story]):
    """Every published story, newest first, in parts of 5,000."""

    limit = 5_000
    protocol = settings.load().url.partition(":")[0]

    def get_domain(self, site: object = None) -> str:
        return settings.load().url.partition("://")[2]

    def items(self) -> QuerySet[Story]:
        newest = Story.objects.published().order_by("-first_published_at", "-id")
        return newest.only("slug", "last_published_at")

    def lastmod(self, item: Story) -> datetime | None:
        return item.last_published_at


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {"stories": StorySitemap}


@require_safe
@cache_control(max_age=600, public=True)
def index(request: HttpRequest) -> HttpResponse:
    return django_views.index(request, SITEMAPS, sitemap_url_name="sitemap_part")


@require_safe
@cache_control(max_age=600, public=True)
def part(request: HttpRequest, section: str) -> HttpResponse:
    return django_views.sitemap(request, SITEMAPS, section)


@require_safe
@cache_control(max_age=3600, public=True)
def robots(_request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /newsroom/",
        "Disallow: /accounts/",
        "Disallow: /*?after=",
        "Disallow: /*?before=",
        f"Sitemap: {settings.load().url}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
