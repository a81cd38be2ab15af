"""From an address to the page that stands there, or stood there, or moved away."""

from plaudit.masthead.models import FormerAddress, Page


def ulid_at(slug: str) -> str | None:
    """What events call the page that has or had this address."""
    found = Page.objects.filter(slug=slug).values_list("ulid", flat=True).first()
    moved = FormerAddress.objects.filter(slug=slug).values_list("page__ulid", flat=True)
    return found or moved.first()


def moved(slug: str) -> Page | None:
    """The published page that once had this address."""
    former = FormerAddress.objects.filter(slug=slug, page__live=True).select_related("page")
    found = former.first()
    return found.page if found else None
