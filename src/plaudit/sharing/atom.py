"""The document of a feed, as RFC 4287 has it and Django's does not."""

from datetime import UTC, datetime
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

NEVER = datetime.fromtimestamp(0, tz=UTC)
# The name of the one element that RFC 4287 does not know: docs/developers/addresses.md, "Lists".
PLAUDIT = "urn:uuid:ba1e4d99-5e20-49ad-870d-8b15b83542dd"


class AtomFeed(Atom1Feed):
    """With every author of a story, its language where it is not the site's, and the checkpoint
    of the ledger, so that those who read nothing but feeds hold a site to its log, too."""

    def root_attributes(self) -> dict[str, Any]:
        return super().root_attributes() | {"xmlns:plaudit": PLAUDIT}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if ledger := self.feed["ledger"]:
            said = {"origin": ledger.origin, "size": str(ledger.size), "root": ledger.root}
            handler.addQuickElement("plaudit:checkpoint", attrs=said)

    def latest_post_date(self) -> datetime:
        """When an entry was last changed; an empty list stays as it is, whenever one asks."""
        return max((item["updateddate"] for item in self.items), default=NEVER)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": item["description"] or None})
        for name in item["authors"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", name)
            handler.endElement("author")
