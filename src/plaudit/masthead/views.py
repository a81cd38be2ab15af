"""The addresses of what is the house's own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from plaudit.masthead import finding, showing
from plaudit.masthead.models import Look, Page


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A page; 301 from an old address, 410 for one taken back, 404 where there never was one."""
    found = Page.objects.filter(slug=slug).first()
    if found and found.live:
        return render(request, showing.TEMPLATE, showing.context(found))
    if found and found.first_published_at:
        return render(request, "410.html", status=410)
    moved = finding.moved(slug)
    if moved is None:
        raise Http404(slug)
    return redirect(moved, permanent=True)


@require_safe
def look(_request: HttpRequest, version: str) -> HttpResponse:
    """The stylesheet of the site's own look.

    A page that was kept a moment too long asks for a version that was: it gets the one that is,
    and nobody keeps that under the old address.
    """
    worn = Look.worn()
    is_current = worn.is_version(version)
    kept = "public, max-age=31536000, immutable" if is_current else "no-store"
    return HttpResponse(worn.css, content_type="text/css", headers={"Cache-Control": kept})
