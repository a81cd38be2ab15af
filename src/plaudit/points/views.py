"""The points of many subjects, for programs."""

import re

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from plaudit.points import tallies, unsealed

ABOUT = re.compile(r"[sci]/[0-7][0-9A-HJKMNP-TV-Z]{25}")
MOST = 100
FOR_ALL = {"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}


@require_safe
def points_json(request: HttpRequest) -> JsonResponse:
    """The live points by id. A subject nobody gave points to has zeros, whether it exists or not.

    Which subjects exist is not known here, and whoever asks shall not learn it here either.
    """
    abouts = ",".join(request.GET.getlist("about")).split(",")
    if len(abouts) > MOST or not all(ABOUT.fullmatch(about) for about in abouts):
        return JsonResponse(
            {
                "error": f"about is 1 to {MOST} ids, apart by commas: s/, c/ or i/ and a ULID.",
                "code": "bad_value",
            },
            status=400,
            headers=FOR_ALL,
        )
    found = tallies.live(abouts)
    late = unsealed.counts(found)
    points = {about: it.as_json() | {"unsealed": late[about]} for about, it in found.items()}
    return JsonResponse(points, headers=FOR_ALL)
