"""Pages for tests, and what a browser would send to change them."""

from typing import Any

from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from plaudit.masthead.models import Page

PAGES = "/newsroom/snippets/masthead/page"


def made(title: str = "About us", slug: str = "about", *, live: bool = True, **more: Any) -> Page:
    """A page, published unless told otherwise."""
    body = more.pop("body", [("paragraph", "<p>We print on Mondays.</p>")])
    page = Page(title=title, slug=slug, body=body, **more)
    page.save()
    revision = page.save_revision()
    if live:
        revision.publish()
        page.refresh_from_db()
    return page


def page_form(action: str = "", **changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "title": "About us",
        "slug": "about",
        "language": "",
        "body": streamfield([("paragraph", rich_text("<p>Changed words.</p>"))]),
        "go_live_at": "",
        "expire_at": "",
    } | changes
    data: dict[str, Any] = nested_form_data(fields)
    if action:
        data[f"action-{action}"] = action
    return data
