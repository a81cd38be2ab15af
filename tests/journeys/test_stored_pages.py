"""Stored pages in real browsers: the same for all, and soon true again."""


def test_a_point_in_one_browser_is_on_the_stored_page_in_another(reader, story):
    ann, ben = reader(), reader()
    for one in (ann, ben):
        one.opens(story)
        one.shows("0 points")
    assert ann.gives() == 200
    ben.comes_back_to(story, "1 point")
    assert ben.cookies == set()


def test_a_guest_with_scripts_has_the_own_point_on_the_page_that_is_everybodys(reader, story):
    ann, ben = reader(), reader()
    ann.opens(story)
    assert ann.gives() == 200
    ben.comes_back_to(story, "1 point")
    with ann.page.expect_response(lambda found: "/reader.json" in found.url):
        answer = ann.page.goto(story.get_absolute_url())
    assert answer.header_value("cache-control").startswith("public")
    ann.shows("1 point", own=1)
    ben.shows("1 point", own=0)
