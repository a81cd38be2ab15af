"""What an author may type, and what becomes of it."""

import pytest

from plaudit.demo import manuscript


def blocks(body):
    return manuscript.read(f"+++\nkind = 'report'\n+++\n{body}")[1]


def test_front_matter_and_text_are_told_apart():
    front, body = manuscript.read("+++\nkind = 'report'\n+++\n\nHello.\n")
    assert front == {"kind": "report"}
    assert body == [("paragraph", "<p>Hello.</p>")]


def test_lines_of_one_paragraph_are_joined():
    assert blocks("One\ntwo.\n\nThree.") == [
        ("paragraph", "<p>One two.</p>"),
        ("paragraph", "<p>Three.</p>"),
    ]


def test_marks_become_html_and_nothing_else_does():
    assert manuscript.inline("**a** *b*^1^ [c](https://x.example/?a=1) <d> & e") == (
        '<b>a</b> <i>b</i><sup>1</sup> <a href="https://x.example/?a=1">c</a> &lt;d&gt; &amp; e'
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Well," she said', "“Well,” she said"),
        ("it's the owner's", "it’s the owner’s"),
        ("'Quite,' he said", "‘Quite,’ he said"),
        ("(\"so\") and *'so'*", "(“so”) and *‘so’*"),
    ],
)
def test_typewriter_quotes_become_printers_quotes(typed, printed):
    assert manuscript.curly(typed) == printed


def test_a_quotation_says_who_spoke():
    [(kind, value)] = blocks("> Words.\n> -- A Person | mayor | to us | https://l.example/1 | 2")
    assert kind == "quotation"
    assert value == {
        "text": "Words.",
        "speaker": "A Person",
        "role": "mayor",
        "to_whom": "to us",
        "link": "https://l.example/1",
        "source": "2",
    }


def test_a_quotation_may_leave_out_what_is_not_known():
    [(_, value)] = blocks("> Words.\n> -- The letter")
    assert (value["role"], value["to_whom"], value["link"], value["source"]) == ("", "", "", "")


def test_a_callout_may_hold_several_paragraphs():
    [(kind, value)] = blocks(":::callout Title\nOne.\n\nTwo.\n:::")
    assert (kind, value) == ("callout", {"title": "Title", "text": "<p>One.</p><p>Two.</p>"})


def test_lists_keep_their_order_and_their_style():
    assert blocks("- a\n- b\n\n1. c\n2. d") == [
        ("list", {"style": "bulleted", "items": ["a", "b"]}),
        ("list", {"style": "numbered", "items": ["c", "d"]}),
    ]


def test_a_fence_that_is_never_closed_is_refused():
    with pytest.raises(ValueError, match="never closed: :::callout Title"):
        blocks(":::callout Title\nOne.")


def test_a_poll_has_an_option_a_line():
    [(name, value)] = blocks(':::poll Who\'s first?\n- The sheep\n- "Nobody"\n:::\n')
    assert (name, value["question"]) == ("poll", "Who’s first?")
    assert value["options"] == ["The sheep", "“Nobody”"]
    assert value["closes_at"] is None
