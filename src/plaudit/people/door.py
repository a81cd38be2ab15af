"""The newsroom's door: the same sign-in as everybody's, and a plain word for whom it is not."""

from collections import deque

from django.contrib.auth.views import redirect_to_login
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

NEWSROOM = "/newsroom/"


@never_cache
def door(request: HttpRequest) -> HttpResponse:
    """Wagtail sends everybody here who may not come in. Attempts to sign in are limited there."""
    onward = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure()):
        onward = NEWSROOM
    if not request.user.is_authenticated:
        return redirect_to_login(onward)
    if request.user.is_newsroom:
        return redirect(onward)
    deque(get_messages(request), maxlen=0)  # Wagtail left one; this page says it better
    return render(request, "people/not_newsroom.html", status=403)
