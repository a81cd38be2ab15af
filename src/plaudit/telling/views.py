"""Asking to be told, seeing what one asked for, and stopping it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from plaudit import settings
from plaudit.people import origins
from plaudit.people.models import User
from plaudit.refusal import Refusal
from plaudit.stories.models import Story
from plaudit.stories.views import of_story
from plaudit.telling import askers, stopping, terms, watches
from plaudit.telling.models import Watch


@csrf_exempt  # pages are the same for everybody, so the origin is looked at, as for points
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_story
def story_watch(request: HttpRequest, story: Story) -> HttpResponse:
    """`POST is_wanted=1` or `0`; a stranger is led to sign in and back, to the same question."""
    if not settings.load().sends_mail:
        raise Http404(story.slug)
    if not isinstance(request.user, User):
        return redirect_to_login(request.path)
    if request.method != "POST":
        return _ask(request, story)
    try:
        told = _watched(request, request.user, story)
    except Refusal as refusal:
        return _ask(request, story, str(refusal), 403)
    messages.success(request, told)
    return redirect(f"{story.get_absolute_url()}#watch")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def letters(request: HttpRequest) -> HttpResponse:
    """What a reader is told of, and on which terms. `POST stop=<story>`, or the terms."""
    user: User = request.user  # type: ignore[assignment]
    if request.method == "POST":
        stop = request.POST.get("stop", "")
        if stop.isascii() and stop.isdecimal() and len(stop) < 19:
            watches.end(user, int(stop))
            messages.success(request, _("You will not be told of this story any more."))
        elif not stop:
            terms.save(user, **{name: name in request.POST for name in terms.NAMES})
            messages.success(request, _("Saved."))
        return redirect("letters")
    watched = Watch.objects.filter(user=user).select_related("story").order_by("-since", "-pk")
    context = {
        "watches": watched,
        "terms": terms.of(user),
        "is_confirmed": _is_confirmed(user),
    }
    return render(request, "telling/letters.html", context)


@csrf_exempt  # the link is the permission: mail programs post to it as well (RFC 8058)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letter_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether to stop; `POST` stops. To look changes nothing: mail scanners look."""
    stop = stopping.read(token)
    if stop is None:
        return render(request, "telling/stop.html", {"is_unknown": True}, status=404)
    is_everything = "everything" in request.POST
    if request.method == "POST":
        stopping.take(stop, is_everything=is_everything)
    context = {"stop": stop, "is_done": request.method == "POST", "is_everything": is_everything}
    return render(request, "telling/stop.html", context)


def _watched(request: HttpRequest, user: User, story: Story) -> str:
    """Do what the button said; returns what to tell the reader. Raises Refusal."""
    wanted = request.POST.get("is_wanted")
    if origins.is_cross_site(request) or wanted not in ("0", "1"):
        raise Refusal(_("Nothing was changed. Press the button on this page."))
    if wanted == "0":
        watches.end(user, story.pk)
        return _("You will not be told of this story any more.")
    watches.begin(user, story)
    return _begun(user)


def _ask(request: HttpRequest, story: Story, trouble: str = "", status: int = 200) -> HttpResponse:
    is_watched = watches.is_kept(request.user.pk, story.pk)
    context = {"story": story, "is_watched": is_watched, "trouble": trouble}
    return render(request, "telling/watch.html", context, status=status)


def _begun(user: User) -> str:
    if _is_confirmed(user):
        return _("You will be told by mail if this story is corrected.")
    return _(
        "You will be told by mail if this story is corrected, as soon as you have confirmed your "
        "mail address in your account."
    )


def _is_confirmed(user: User) -> bool:
    return askers.addresses().filter(user=user).exists()
