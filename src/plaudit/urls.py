"""The site map."""

from django.urls import include, path
from wagtail.admin import urls as newsroom_urls

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("newsroom/", include(newsroom_urls)),
]
