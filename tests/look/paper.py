"""The stories that are hard to set, and every page that anybody may open."""

import time
from datetime import date, datetime
from functools import partial
from typing import Any

from django.template.loader import render_to_string
from playwright.sync_api import Page

from plaudit.stories import newsdesk, ulid
from plaudit.stories.models import Photo, Recording, Said
from tests.rankings.making import give
from tests.stories.items import poll, ranked
from tests.stories.personality import outcome, personality
from tests.stories.recorded import recording
from tests.stories.test_story_page import QUIZ
from tests.support import making
from tests.support.site import Site

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONGEST_HEADLINE = (WORD * 3)[:200]
WIDE_TABLE = "\n".join(
    " | ".join(f"{row * column * 137}" for column in range(1, 15)) for row in (1, 2)
)
KEY = ulid.new()
SOURCES: list[dict[str, Any]] = [
    {
        "key": KEY,
        "title": WORD,
        "publisher": "Harbour of Pellbridge",
        "link": "https://harbour.example/minutes",
        "archive_link": "https://archive.example/minutes",
        "read_on": date(2026, 11, 3),
    },
    {"title": "محضر الجلسة", "publisher": "بلدية الميناء", "kind": "wire"},
]
FERRIES = "Name | Minutes late\nHope | 2\nFaith | 11\nCharity | "
SORTABLE = {"is_sortable": True}

READ = {
    "front page": "/",
    "New": "/new",
    "Trending": "/trending",
    "Top": "/top",
    "section": "/sections/town",
    "tag": "/tags/ferries",
    "author": "/authors/bea-writer",
    "story with everything": "/stories/everything",
    "story without pictures": "/stories/in-words",
    "story with the longest headline": "/stories/one-word",
    "story in Arabic": "/stories/arabic",
    "corrected story": "/stories/put-right",
    "its versions": "/stories/put-right/versions",
    "its first version": "/stories/put-right/versions/1",
    "what was changed in it": "/stories/put-right/versions/2/changes",
    "its points": "/stories/put-right/points",
    "corrections": "/corrections",
    "what editors have placed": "/placements",
    "retracted story": "/stories/retracted",
    "points of a story": "/stories/everything/points",
    "search": "/search",
    "answer of a search": "/search?q=ferr",
    "search for nothing": "/search?q=goat&kind=opinion",
    "how points work": "/how-points-work",
    "how the lists work": "/how-lists-work",
    "check of a receipt": "/ledger/check",
    "page not found": "/nowhere",
    "story taken down": "/stories/taken-down",
}
ASKED = {
    "sign-up": "/accounts/signup/",
    "sign-in": "/accounts/login/",
    "forgotten password": "/accounts/password/reset/",
    "sign-up refused": "sign-up refused",
    "point refused": "point refused",
    "site in trouble": "site in trouble",
}
ALL = READ | ASKED


def publish(at: datetime) -> None:
    bea, cal = making.author("Bea Writer"), making.author("Cal de la Writer-Longname")
    photo = making.photo(caption="The ferry, on time", licence="CC BY-SA 4.0")
    put = partial(making.story, authors=[bea, cal], tags=["ferries"], at=at)
    everything = put(
        "The ferry left on time",
        slug="everything",
        image=photo,
        body=every_block(photo),
        sources=SOURCES,
    )
    give(everything, 12, at)
    put("A long read", slug="in-words", kind="sponsored", body=[_prose(40)])
    put(
        LONGEST_HEADLINE,
        slug="one-word",
        dek=WORD * 4,
        body=[
            ("paragraph", f"<p>{WORD * 5}</p>"),
            ("quotation", _said(WORD * 3, by=WORD)),
            ("table", {"caption": "Every ferry", "rows": WIDE_TABLE}),
        ],
    )
    put(
        "العبّارة تغادر في موعدها",
        slug="arabic",
        dek="لا أحد يعرف السبب.",
        language="ar",
        body=[("paragraph", "<p>غادرت العبّارة في موعدها.</p>"), ("subhead", "السبب")],
    )
    right = put(f"The ferry left at nine, {WORD}", slug="put-right", body=[_prose(5)])
    right.body = [_prose(5), ("paragraph", f"<p>{WORD * 3}</p>")]
    newsdesk.publish(right, change=Said("correction", f"At ten, {WORD}.", f"At nine, {WORD}."))
    newsdesk.retract(put("The ferry sank", slug="retracted"), f"It did not, {WORD}.")
    newsdesk.unpublish(put("The ferry is late", slug="taken-down"))


def wait_for_the_tick(site: Site, seconds: float = 15) -> None:
    """The lists are filled by the site itself, about every second."""
    deadline = time.monotonic() + seconds
    while not all(_places(site, name) for name in ("front", "trending")):
        assert time.monotonic() < deadline, "no tick has filled the lists"
        time.sleep(0.1)


def show(page: Page, address: str) -> Page:
    """Open a page by its address, or do what it takes to be shown it."""
    match address:
        case "sign-up refused":
            page.goto("/accounts/signup/")
            page.fill("[name=email]", "ann@gazette.example")
            page.fill("[name=username]", "ann")
            page.fill("[name=password1]", "1234")
            with page.expect_navigation():
                page.click("main button[type=submit]")
        case "point refused":
            page.goto("/stories/in-words")
            with page.expect_navigation():
                page.locator(".points-form").first.evaluate("form => form.submit()")  # no value
        case "site in trouble":
            broken = render_to_string("500.html")
            page.route("**/broken", lambda route: route.fulfill(status=500, body=broken))
            page.goto("/broken")
        case _:
            page.goto(address)
    return page


def _places(site: Site, name: str) -> list[Any]:
    listing: Any = site.json(f"/{name}.json")
    found: list[Any] = listing["places"]
    return found


def _prose(paragraphs: int) -> tuple[str, str]:
    """As many words as a long read has, with figures that do not pack to nothing."""
    sentence = (
        "At {0}.{1:02} the ferry {1} left pier {0} for the far side with {2} people on it, of whom "
        "{3} said that they had not expected to be anywhere by {4}."
    )
    text = "".join(
        f"<p>{sentence.format(n % 24, n, n * 37, n * 11, n * n)}</p>" for n in range(paragraphs)
    )
    return ("paragraph", text)


def _said(text: str, *, by: str) -> dict[str, str]:
    link = "https://council.example/minutes"
    return {"text": text, "speaker": by, "role": "mayor", "to_whom": "to the council", "link": link}


def _chart(kind: str) -> dict[str, str]:
    rows = f"Ferry | Late | Early\n{WORD} | 12 | 3\nFaith | -4 | \n" + "Hope | 1,204.5 | 7\n" * 7
    link = "https://council.example/"
    source = {"source": "The harbour", "source_link": link}
    return {
        "title": f"Ferries, as a {kind}",
        "kind": kind,
        "unit": "minutes",
        "rows": rows,
    } | source


def _moment(image: Photo | None) -> dict[str, Any]:
    said = {"date": "Spring 1954", "when": "1954-03", "title": "The ferry is built", "text": WORD}
    return said | {"image": image}


def _film(poster: Photo) -> Recording:
    captions = "WEBVTT\n\n00:00.000 --> 00:02.000\nOn time."
    return recording("mp4", title=f"A film of a {WORD}", captions=captions, poster=poster)


def every_block(photo: Photo) -> list[tuple[str, Any]]:
    picture = {"image": photo, "caption": "Seen from the pier"}
    return [
        _prose(2),
        ("subhead", "Why it left on time"),
        ("quotation", _said("It left on time.\nI saw it.", by="Ada Mayor")),
        making.quoted(KEY),
        ("image", picture),
        ("gallery", {"images": [picture] * 3}),
        ("before_after", {"before": picture, "after": picture, "after_name": "Today"}),
        ("embed", {"url": "https://film.example/1", "title": "A film", "provider": "Film"}),
        ("embed", {"url": "https://youtu.be/aaaaaaaaaaa", "title": f"A film of a {WORD}"}),
        *(("recording", {"recording": one}) for one in (recording(), _film(photo))),
        ("list", {"style": "numbered", "items": ["One", "Two"]}),
        ("ranked_list", {"items": [{"title": "First", "text": "Because", "image": photo}]}),
        poll("The ferry that is always on time", WORD, "لا أعرف"),
        ranked("The ferry that is always on time", WORD, order="points"),
        ("table", {"caption": "Ferries", "rows": FERRIES, "has_row_headers": True} | SORTABLE),
        *(("chart", _chart(kind)) for kind in ("bar", "column", "line")),
        ("timeline", {"items": [_moment(photo), _moment(None)]}),
        ("quiz", QUIZ),
        personality(outcomes=[outcome("b", "Faith"), outcome("a", "Hope", image=photo)]),
        ("callout", {"title": "Note", "text": "<p>Bring a coat.</p>"}),
        ("divider", None),
        ("footnotes", {"notes": ["As told to us."]}),
    ]
