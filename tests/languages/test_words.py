"""No page and no script says a word that could not be said in another language."""

import re
from html.parser import HTMLParser

import pytest

from tests.languages.catalogues import SOURCE, TEMPLATES

TRANSLATED = re.compile(
    r"\{% (blocktranslate|comment)\b.*?\{% end\1 %\}|\{#.*?#\}|"
    r"\{% block (body_class|kind_of_page) %\}.*?\{% endblock \2 %\}|\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)
# A button's first tag is put together by its template: no HTML before that is done.
PAGES = [path for path in TEMPLATES if path.name != "button.html"]
SPOKEN = {"alt", "title", "aria-label", "placeholder"}
SAME_EVERYWHERE = {"mastodon.social"}
SAYS = re.compile(r"(textContent|innerText|append|ariaLabel|title)\s*(=|\()\s*[\"'`][^\"'`$]*[a-z]")


class Spoken(HTMLParser):
    """What a reader is shown or told of a piece of HTML; a command to be typed stays as it is."""

    def __init__(self, html):
        super().__init__()
        self.words, self._is_code = [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self._is_code = tag == "code"
        self.words += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag):
        self._is_code = False

    def handle_data(self, data):
        if not self._is_code:
            self.words.append(data)


@pytest.mark.parametrize("template", PAGES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_page_says_everything_through_the_catalogue(template):
    spoken = Spoken(TRANSLATED.sub("", template.read_text())).words
    said = [word for word in spoken if re.search(r"[^\W\d_]{2}", word)]
    assert set(said) <= SAME_EVERYWHERE, (
        "Put it into {% translate %} or {% blocktranslate %}, then run `make messages`."
    )


@pytest.mark.parametrize("script", sorted(SOURCE.rglob("static/**/*.js")), ids=lambda it: it.name)
def test_a_script_says_only_what_the_page_has_given_it(script):
    assert not SAYS.search(script.read_text()), "Give it its words in a data attribute."
