"""A line that is one quotation becomes a block, with the speaker from the line before it."""

import pytest

from plaudit.stories.reading import read

STORY = "The boats are back\n\nA dek.\n\nThe first paragraph.\n\n{}\n\nThe last paragraph."


def between(lines: str):
    """What becomes of lines in the middle of a story."""
    return read(STORY.format(lines).encode(), "a.txt").blocks[1:-1]


def quotations(lines: str):
    return [value for name, value in between(lines) if name == "quotation"]


@pytest.mark.parametrize(
    "line",
    [
        "“We are wet.”", '"We are wet."', '“We are wet."', '"We are wet.”', "‘We are wet.’",
        "'We are wet.'", "„We are wet.“", "„We are wet.”", "»We are wet.«", "«We are wet.»",
        "« We are wet. »", "«\u00a0We are wet.\u00a0»", "「We are wet.」", '"We are wet".',
    ],
)  # fmt: skip
def test_every_pair_of_marks_makes_a_quotation(line):
    assert [value["text"] for value in quotations(line)] == ["We are wet."]


@pytest.mark.parametrize(
    "line",
    [
        "“We will,” said Pete. “We must.”",
        '"Pudding" and "Custard"',
        "'Tis the season, they said, 'twas cold",
        '"5\' 11" tall"',
        "«Nous irons», dit-il.",
        "‘Don’t go,’ she said, ‘it’s cold’",
        'The mayor called it "a boat".',
        "“An opening mark that nothing closes.",
        "“We will.” — she said.",
        "“We will.” — said Pete, and left for the boat.",
        '"Is it?" — "It is."',
        '"Stop" — that is what the sign says, in letters as tall as a door.',
    ],
)  # fmt: skip
def test_a_line_that_only_begins_with_a_mark_stays_a_paragraph(line):
    assert [name for name, _ in between(line)] == ["paragraph"]


@pytest.mark.parametrize(
    ("said", "speaker", "role", "to_whom"),
    [
        ("The mayor said:", "The mayor", "", ""),
        ("The mayor said :", "The mayor", "", ""),
        ("The mayor said\u00a0:", "The mayor", "", ""),
        ("THE MAYOR SAID:", "THE MAYOR", "", ""),
        ("Said the mayor:", "The mayor", "", ""),
        ("Odile Farrant, the mayor, said:", "Odile Farrant", "the mayor", ""),
        ("The mayor, Odile Farrant, said:", "Odile Farrant", "the mayor", ""),
        ("Odile Farrant told the Lantern:", "Odile Farrant", "", "to the Lantern"),
        ("Odile Farrant said in a statement:", "Odile Farrant", "", "in a statement"),
        ("Odile Farrant:", "Odile Farrant", "", ""),
        ("According to Odile Farrant, the mayor:", "Odile Farrant", "the mayor", ""),
        ("Die Bürgermeisterin sagte:", "Die Bürgermeisterin", "", ""),
        ("Le maire a dit :", "Le maire", "", ""),
        ("La alcaldesa dijo:", "La alcaldesa", "", ""),
        ("قال العمدة:", "العمدة", "", ""),
    ],
)
def test_a_line_that_says_no_more_than_who_goes_into_the_quotation(said, speaker, role, to_whom):
    value = {"text": "We are wet.", "speaker": speaker, "role": role, "to_whom": to_whom}
    assert between(f"{said}\n“We are wet.”") == [("quotation", value | {"link": ""})]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Farrant added:", "Farrant"),
        ("At the meeting, Odile Farrant said:", "Odile Farrant"),
        ("In a statement on Monday, the council said:", "The council"),
        ("Odile Farrant told us that it would not do, adding:", "Odile Farrant"),
        ("The boat came. Then it left. Odile Farrant said:", "Odile Farrant"),
        ("She said:", ""),
        ("This is what it says on the gate:", ""),
    ],
)
def test_a_line_that_says_more_stays_where_it_is(said, speaker):
    paragraph, (name, value) = between(f"{said}\n“We are wet.”")
    assert paragraph == ("paragraph", f"<p>{said}</p>")
    assert (name, value["speaker"]) == ("quotation", speaker)


@pytest.mark.parametrize("dash", ["— ", "—", "– ", "-- ", "- "])
def test_a_quotation_can_be_signed_behind_a_dash(dash):
    [value] = quotations(f"“We are wet.” {dash}Odile Farrant, the mayor")
    assert (value["speaker"], value["role"]) == ("Odile Farrant", "the mayor")


def test_a_quotation_that_is_not_closed_is_one_only_after_somebody_is_said_to_speak():
    draft = read(STORY.format("The mayor said:\n“We never closed it.").encode(), "a.txt")
    assert draft.blocks[1][1]["text"] == "We never closed it."
    assert draft.notes == ["A quotation is not closed: “We never closed it.…”."]


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last():
    [value] = quotations("The mayor said:\n\n“We are wet.\n\n“We are cold.”")
    assert (value["text"], value["speaker"]) == ("We are wet.\n\nWe are cold.", "The mayor")


def test_furniture_between_a_speaker_and_the_words_does_not_part_them():
    [value] = quotations("The mayor said:\n\nAdvertisement\n\n“We are wet.”")
    assert value["speaker"] == "The mayor"
