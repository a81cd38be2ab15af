"""Whole files, as people have them, read from end to end."""

from pathlib import Path

import pytest

from plaudit.stories.reading import Details, read

FILES = Path(__file__).parent / "files"
GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "adding-stories.md"


def quotation(text: str, speaker: str = "", role: str = "", to_whom: str = "", link: str = ""):
    value = {"text": text, "speaker": speaker, "role": role, "to_whom": to_whom, "link": link}
    return ("quotation", value)


def read_file(name: str):
    return read((FILES / name).read_bytes(), name)


def test_a_text_copied_from_a_page_becomes_a_story():
    draft = read_file("ferries-return.txt")

    assert draft.headline == "Ferries return to the east bank after three years"
    assert draft.dek == "The Tarry crossing is open again. Bicycles travel free until the spring."
    assert draft.credit == "Harbour Archive / Saskia Undergrove"
    assert draft.details == Details(authors=("Anna Lind", "Piet Oduya"))
    assert draft.dropped == [
        "583 points",
        "Like it? Share it with your friends!",
        "Advertisement",
        "Share on Facebook",
        "583 points",
        "12 comments",
    ]
    assert draft.blocks == [
        (
            "paragraph",
            "<p>The first boat left Nether Hithe at ten past six on Monday, with eleven"
            " passengers, a cello and a dog that had plainly done this before. It was four"
            " minutes late. Nobody minded.</p>",
        ),
        quotation(
            "We have been a town with two halves since the bridge closed. Today we are one town"
            " that is occasionally seasick.",
            "Odile Farrant",
            "the mayor",
            "to the Lantern",
        ),
        (
            "paragraph",
            "<p>The crossing costs one crown. Season tickets are sold at the kiosk, see "
            '<a href="https://ferry.example/tickets">https://ferry.example/tickets</a>'
            " (cash only).</p>",
        ),
        quotation("I was never away. The boat was.", "The ferrywoman"),
        (
            "list",
            {
                "style": "bulleted",
                "items": [
                    "Mondays to Fridays, every twenty minutes",
                    "Weekends, when there is somebody to carry",
                ],
            },
        ),
        quotation(
            "It is a hundred and ninety metres long, and I know each of them.\n\n"
            "If it breaks, I shall hear it from here. It will not break.",
            "Emeka Thornhill",
            "who made the new rope",
        ),
        ("paragraph", "<p>The council meets again on 4 December.</p>"),
    ]


def test_a_markdown_file_with_everything_becomes_a_story():
    draft = read_file("reed-beds.md")

    assert draft.headline == "The reed beds are back, and so are the complaints"
    assert draft.dek == "Four hectares were planted. Eleven have grown."
    assert draft.credit == "Saskia Undergrove"
    assert draft.details == Details(
        section="River",
        kind="analysis",
        language="en",
        authors=("Anna Lind", "Oduya, Piet"),
        tags=("river", "birds"),
    )
    assert draft.notes == ["Not used from the top of the file: mood: cheerful"]
    assert draft.dropped == [
        "image “A bittern, cross” (https://pictures.example/bittern.jpg)",
        "583 points",
    ]
    assert draft.blocks == [
        (
            "paragraph",
            "<p>The <b>bitterns</b> came in March. Nobody had <i>invited</i> them, says the "
            '<a href="https://reeds.example/survey?year=2&amp;page=1">survey</a>.<sup>1</sup></p>',
        ),
        ("subhead", "What grows"),
        ("list", {"style": "numbered", "items": ["Reed", "More reed"]}),
        quotation(
            "They boom at four in the morning. I have written to the council."
            " I have written to the bittern.",
            "Ottoline Daventry",
            "resident of Candle Row",
            "to the Lantern",
        ),
        ("table", {"caption": "", "rows": "Year\tHectares\n1\t4\n2\t11"}),
        (
            "callout",
            {
                "title": "",
                "text": "<p>reed = reed + 1</p><p>\u00a0\u00a0\u00a0\u00a0forever</p>",
            },
        ),
        ("divider", None),
        (
            "paragraph",
            '<p>The council will count again in May. &lt;script&gt;alert("no")&lt;/script&gt;</p>',
        ),
        ("footnotes", {"notes": ["Counted from a boat, twice."]}),
    ]


def test_a_web_page_becomes_a_story_without_anything_that_runs():
    draft = read_file("night-tram.html")

    assert draft.headline == "Number four runs after midnight"
    assert draft.dek == "The night tram becomes permanent."
    assert (draft.credit, draft.credit_url) == ("Per Holm", "https://holm.example")
    assert draft.details.language == "en-GB"
    assert draft.dropped == [
        "outside the story: Home News",
        "outside the story: About us",
        "image “A tram in the rain Number four.” (/tram.jpg)",
        "frame without a secure address",
        "Vote",
        "583 points",
        "Like it? Share it with your friends!",
    ]
    assert draft.blocks == [
        (
            "paragraph",
            '<p>The last tram leaves <a href="https://tram.example/map">Saltmarket</a> at 00.50,'
            " as we reported and others denied.</p>",
        ),
        quotation(
            "It is quieter than the owls.",
            "Ignatius Vell",
            "the clerk",
            link="https://council.example/minutes",
        ),
        quotation("I live above it. I like it.", "Per Holm", "baker"),
        ("subhead", "What it costs"),
        ("list", {"style": "bulleted", "items": ["One crown", "After two, <b>nothing</b>"]}),
        ("table", {"caption": "Trams", "rows": "Night\tRiders\nMon\t41"}),
        (
            "embed",
            {
                "url": "https://video.example/clip/4",
                "title": "The first night",
                "provider": "video.example",
            },
        ),
        ("divider", None),
        ("paragraph", "<p>Candle Row will get rubber blocks.</p>"),
    ]


@pytest.mark.parametrize(
    ("name", "same_as"),
    [
        ("ferries-return.txt", "-"),
        ("reed-beds.md", "story"),
        ("night-tram.html", "page.download"),
    ],
)
def test_a_file_without_a_telling_name_is_recognised_by_its_look(name: str, same_as: str):
    data = (FILES / name).read_bytes()
    assert read(data, same_as) == read(data, name)


def test_the_example_in_the_guide_is_read_as_the_guide_says():
    text = (FILES / "goat-elected.txt").read_text()
    assert f"```text\n{text}```" in GUIDE.read_text()
    draft = read(text.encode(), "goat.txt")
    assert draft.headline == "Town hall goat elected deputy mayor, refuses to give a speech"
    assert draft.dek == "A goat named Pudding took the oath on Tuesday. It then ate the oath card."
    assert [name for name, _ in draft.blocks] == ["paragraph", "quotation", "paragraph"]
    assert (draft.blocks[1][1]["speaker"], draft.credit) == (
        "The mayor",
        "Example Wire / Jane Roe",
    )
    assert all(f"goat.txt: dropped “{line}”" in GUIDE.read_text() for line in draft.dropped)


@pytest.mark.parametrize("mark", ["* * *", "- - -", "***", "---", "⁂"])
def test_a_divider_is_no_item_of_the_list_above_it(mark: str):
    text = f"Boats\n\nA dek.\n\nThere are:\n\n* one\n* two\n\n{mark}\n\nThe end."
    names = [name for name, _ in read(text.encode(), "a.txt").blocks]
    assert names == ["paragraph", "list", "divider", "paragraph"]
