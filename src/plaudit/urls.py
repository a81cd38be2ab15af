"""The site map."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import TemplateView
from django.views.static import serve
from wagtail.admin import urls as newsroom_urls
from wagtail.documents import urls as document_urls

from plaudit.sharing import sitemaps
from plaudit.sharing import views as sharing
from plaudit.stories import views as stories

urlpatterns = [
    path("stories/<slug:slug>", stories.story, name="story"),
    path("stories/<slug:slug>.json", stories.story_json, name="story_json"),
    path("stories/<slug:slug>/point", stories.story_point, name="story_point"),
    path("stories/<slug:slug>/points", stories.story_points, name="story_points"),
    path("stories/<slug:slug>/share", sharing.story_share, name="story_share"),
    path("stories/<slug:slug>/view", sharing.story_view, name="story_view"),
    path("stories/<slug:slug>/qr.svg", sharing.story_qr, name="story_qr"),
    path(
        "how-points-work",
        TemplateView.as_view(template_name="points/how_points_work.html"),
        name="how_points_work",
    ),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.part, name="sitemap_part"),
    path("accounts/", include("allauth.urls")),
    path("newsroom/documents/", include(document_urls)),
    path("newsroom/", include(newsroom_urls)),
    # A site with a web server in front lets it serve the media; one machine alone needs this.
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}, name="media"),
]
