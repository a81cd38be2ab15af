"""The moderators' screens in the newsroom: the stories with the latest ballots, and the ballots
about one story or an item of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.admin import messages

from plaudit.moderation import asking, bursts, permissions, roll, subjects, telling
from plaudit.moderation.asking import Asked
from plaudit.moderation.subjects import Subject
from plaudit.people import roles
from plaudit.points import decisions, figures, tallies
from plaudit.points.models import Decision
from plaudit.refusal import Refusal


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """The stories that most of the latest ballots are about."""
    if not permissions.may_decide(request.user):
        raise PermissionDenied
    counts = roll.busiest()
    found = permissions.decidable(request.user).in_bulk(list(counts), field_name="ulid")
    points = tallies.live(f"s/{ulid}" for ulid in found)
    rows = [
        {"story": found[ulid], "count": count, "points": points[f"s/{ulid}"]}
        for ulid, count in counts.items()
        if ulid in found
    ]
    return render(request, "moderation/overview.html", {"rows": rows, **_head()})


@require_http_methods(["GET", "HEAD", "POST"])
def story(request: HttpRequest, ulid: str) -> HttpResponse:
    """The ballots about one story, and what is decided about them."""
    return _answer(request, Subject(permissions.story_for(request.user, ulid)))


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, ulid: str, item: str) -> HttpResponse:
    """The same of an item of a story, for those who may decide about the story."""
    return _answer(request, subjects.item_of(permissions.story_for(request.user, ulid), item))


def _answer(request: HttpRequest, subject: Subject) -> HttpResponse:
    if request.method != "POST":
        return _shown(request, subject)
    try:
        asked = asking.read(subject.about, request.POST)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(subject.address)
    if not asked.is_confirmed:
        return _to_be_confirmed(request, subject, asked)
    messages.success(request, _decided(request, subject, asked))
    return redirect(subject.address)


def _shown(request: HttpRequest, subject: Subject) -> HttpResponse:
    rows, group = roll.of(subject.about), asking.group_in(request.GET.dict())
    if group:
        rows = roll.of_group(rows, group)
    if request.GET.get("show") == "aside":
        rows = roll.aside(rows)
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        rows = rows.filter(number__lt=int(before))
    page = list(rows[: roll.SHOWN + 1])
    groups = roll.groups(subject.about)
    context = {
        "subject": subject,
        "points": tallies.live_one(subject.about),
        "ballots": [telling.ballot(row) for row in page[: roll.SHOWN]],
        "next": page[roll.SHOWN - 1].number if len(page) > roll.SHOWN else None,
        "bursts": [telling.group(one) for one in bursts.bursts(groups)],
        "usual": bursts.usual(groups),
        "group": group and telling.group(group),
        "shows_aside": request.GET.get("show") == "aside",
        "decided": [telling.decision(made) for made in roll.decided(subject.about)],
        "reasons": Decision.Reason.choices,
        "items": [] if subject.item else subjects.items_of(subject.story),
        **_head(subject),
    }
    return render(request, "moderation/subject.html", context)


def _to_be_confirmed(request: HttpRequest, subject: Subject, asked: Asked) -> HttpResponse:
    context = {
        "subject": subject,
        "asked": asked,
        "numbers": ",".join(map(str, asked.numbers)),
        "reason": Decision.Reason(asked.reason).label if asked.reason else "",
        "is_most": len(asked.numbers) == roll.MOST,
        **_head(subject),
    }
    return render(request, "moderation/confirm.html", context)


def _decided(request: HttpRequest, subject: Subject, asked: Asked) -> str:
    """Do it, and say what was done."""
    role, now = roles.shown(request.user), timezone.now()
    if asked.is_void:
        count = decisions.set_aside(subject.about, asked.numbers, asked.reason, role, now)
        said = ngettext(
            "%(figure)s ballot is set aside. It is on the public record within minutes.",
            "%(figure)s ballots are set aside. They are on the public record within minutes.",
            count,
        )
    else:
        count = decisions.let_count(subject.about, asked.numbers, role, now)
        said = ngettext(
            "%(figure)s ballot counts again. That is on the public record within minutes.",
            "%(figure)s ballots count again. That is on the public record within minutes.",
            count,
        )
    return said % {"figure": figures.figure(count)}


def _head(subject: Subject | None = None) -> dict[str, Any]:
    """What the frame of a newsroom screen wants to know."""
    trail = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("moderation"), "label": _("Ballots")},
    ]
    if subject:
        above = [Subject(subject.story)] if subject.item else []
        trail += [{"url": one.address, "label": one.title} for one in (*above, subject)]
    title = subject.title if subject else _("Ballots")
    return {"breadcrumbs_items": trail, "header_title": title, "header_icon": "clipboard-list"}
