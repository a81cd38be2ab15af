"""Pages as word processors, old editors and other people's sites write them."""

from plaudit.stories.reading import read


def of(markup: str):
    return read(f"<h1>Boats</h1><p class=dek>A dek.</p>{markup}<p>The end.</p>".encode(), "a.html")


def test_a_title_of_a_word_processor_is_the_headline():
    page = "<title>Document1</title><p class=MsoTitle>Boats</p><p>A dek.</p><p>The text.</p>"
    draft = read(page.encode(), "a.html")
    assert (draft.headline, draft.dek) == ("Boats", "A dek.")


def test_a_table_that_holds_a_page_in_place_is_taken_apart():
    draft = of("<table><tr><td>Left.<table><tr><td>In<td>side</table></td><td>Right.</td></table>")
    assert draft.blocks[:-1] == [
        ("paragraph", "<p>Left.</p>"),
        ("table", {"caption": "", "rows": "In\tside"}),
        ("paragraph", "<p>Right.</p>"),
    ]


def test_quotations_inside_such_a_table_stay_quotations():
    draft = of("<table><tr><td><blockquote>Wet.<cite>Anna Lind</cite></blockquote></table>")
    [(name, value), _] = draft.blocks
    assert (name, value["text"], value["speaker"]) == ("quotation", "Wet.", "Anna Lind")


def test_a_caption_of_a_table_of_one_column_is_kept():
    draft = of("<table><caption>Prices</caption><tr><td>One</td></tr></table>")
    assert draft.blocks[0] == ("paragraph", "<p>Prices</p>")


def test_nothing_that_runs_is_left_anywhere():
    draft = of(
        "<p onclick=x()><a href='javascript:x()'>one</a> <a href='data:text/html,x'>two</a></p>"
        "<script>x()</script><svg onload=x()></svg><iframe src='javascript:x()'></iframe>"
        "<object data=x></object><img src=x onerror=x()><style>x{}</style><button>Go</button>"
    )
    assert draft.blocks == [("paragraph", "<p>one two</p>"), ("paragraph", "<p>The end.</p>")]


def test_a_quotation_says_where_it_can_be_read():
    draft = of("<blockquote cite='https://minutes.example/4'>Wet.</blockquote>")
    assert draft.blocks[0][1]["link"] == "https://minutes.example/4"
