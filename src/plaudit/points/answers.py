"""How the voting desk answers: JSON to those who speak it, pages to browsers without a script."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from plaudit.people import guests
from plaudit.points import parsing
from plaudit.points.refusals import Refusal
from plaudit.points.slips import Receipt
from plaudit.points.tallies import Points

NOT_KEPT = {"Cache-Control": "no-store"}
RETRY_SECONDS = 5


class SeeOther(HttpResponseRedirect):
    """Look there next, with GET."""

    status_code = 303


def counted(
    request: HttpRequest,
    url: str,
    value: int,
    points: Points,
    receipt: Receipt,
    withdrawn: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    """The vote in force, the points and the receipt, or the page that shows them."""
    if speaks_json(request):
        answer: dict[str, Any] = {"value": value, "points": points.as_json(), **receipt._asdict()}
        if withdrawn is not None:
            answer["withdrawn"] = withdrawn
        return JsonResponse(answer, headers=NOT_KEPT)
    return SeeOther(url, headers=NOT_KEPT)


def refused(request: HttpRequest, refusal: Refusal, url: str, title: str) -> HttpResponse:
    """Why not. `url` and `title` lead back to where the vote came from; empty where nowhere."""
    if speaks_json(request):
        response: HttpResponse = JsonResponse(_as_json(refusal, url), status=refusal.status)
    else:
        context = {
            "message": refusal.sentence_on_page or refusal.sentence,
            "in_english": refusal.sentence if refusal.sentence_on_page else "",
            "url": url,
            "title": title,
            "sign_in_url": _sign_in_url(url) if refusal.offers_sign_in else "",
        }
        response = render(request, "points/refused.html", context, status=refusal.status)
    response["Cache-Control"] = "no-store"
    if refusal.status == 503:
        response["Retry-After"] = str(RETRY_SECONDS)
    if refusal.newcomer:
        guests.remember(response, refusal.newcomer.secret)
    return response


def speaks_json(request: HttpRequest) -> bool:
    accepted = request.headers.get("Accept", "")
    return request.content_type == parsing.JSON or parsing.JSON in accepted


def _as_json(refusal: Refusal, url: str) -> dict[str, Any]:
    answer: dict[str, Any] = {"error": refusal.sentence, "code": refusal.code}
    if refusal.challenge:
        answer["challenge"] = refusal.challenge
    if refusal.offers_sign_in:
        answer["sign_in"] = _sign_in_url(url)
    return answer


def _sign_in_url(url: str) -> str:
    return f"{reverse('account_login')}?{urlencode({'next': url})}"
