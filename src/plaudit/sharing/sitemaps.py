"""What search engines may read, and where."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as django_views
from django.contrib.sitemaps.views import x_robots_tag
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from plaudit import settings
from plaudit.masthead.models import Page
from plaudit.sharing.unchanged import unchanged
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

    def get_latest_lastmod(self) -> datetime | None:
        """Asked of the database, where Django would read every story."""
        newest = Story.objects.published().aggregate(at=Max("last_published_at"))
        return newest["at"]


class PageSitemap(Sitemap[Page]):
    """Every published page that is no story."""

    limit = 5_000
    protocol = StorySitemap.protocol

    def get_domain(self, site: object = None) -> str:
        return settings.load().url.partition("://")[2]

    def items(self) -> QuerySet[Page]:
        return Page.objects.published().order_by("pk").only("slug", "last_published_at")

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "stories": StorySitemap,
    "pages": PageSitemap,
}


@require_safe
@unchanged
@cache_control(max_age=600, public=True)
@x_robots_tag
def index(request: HttpRequest) -> HttpResponse:
    """Where the parts are: at the site's own address, by whichever name it was asked."""
    stories = StorySitemap()
    latest = stories.get_latest_lastmod()
    first = settings.load().url + reverse("sitemap_part", args=["stories"])
    more = [f"{first}?p={page}" for page in range(2, stories.paginator.num_pages + 1)]
    parts = [{"location": address, "last_mod": latest} for address in (first, *more)]
    pages = Page.objects.published().aggregate(at=Max("last_published_at"))["at"]
    if pages:
        address = settings.load().url + reverse("sitemap_part", args=["pages"])
        parts.append({"location": address, "last_mod": pages})
    return TemplateResponse(
        request, "sitemap_index.xml", {"sitemaps": parts}, content_type="application/xml"
    )


@require_safe
@unchanged
@cache_control(max_age=600, public=True)
def part(request: HttpRequest, section: str) -> HttpResponse:
    response = django_views.sitemap(request, SITEMAPS, section)
    del response["Last-Modified"]  # see `unchanged`
    return response


@require_safe
@unchanged
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
