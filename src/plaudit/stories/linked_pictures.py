"""A picture as schema.org ImageObject: whose it is, and whether others may use it."""

from typing import Any

from plaudit.stories.models import Photo, Reuse


def of_photo(photo: Photo, shown: dict[str, Any]) -> dict[str, Any]:
    """`shown` is the file that others are given: its `url` with the site, `width` and `height`.

    Of an image of which nobody has said whether others may use it, no way to a licence is named.
    """
    data = {
        "@type": "ImageObject",
        "url": shown["url"],
        "contentUrl": shown["url"],
        "width": shown["width"],
        "height": shown["height"],
        "description": photo.alt,
        "caption": photo.caption,
        "creditText": photo.credit,
        "copyrightNotice": ", ".join(part for part in (photo.credit, photo.licence) if part),
        "license": photo.licence_address,
        "acquireLicensePage": photo.credit_url if photo.reuse != Reuse.UNSAID else "",
    }
    return {key: value for key, value in data.items() if value}
