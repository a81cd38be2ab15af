"""Which form of a page a client gets: what it accepts, and never what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.edge.negotiation import accepted

FORMS = ("br", "gzip")


@pytest.mark.parametrize(
    ("header", "liked"),
    [
        (None, ()),
        (b"", ()),
        (b"gzip, deflate, br, zstd", ("br", "gzip")),
        (b"gzip", ("gzip",)),
        (b"X-GZIP", ("gzip",)),
        (b"br;q=0, gzip", ("gzip",)),
        (b"br; q=0.000 ,gzip ; Q=1.000", ("gzip",)),
        (b"gzip;q=0.5, br;q=0.4", ("gzip", "br")),
        (b"*", ("br", "gzip")),
        (b"br;q=0, *", ("gzip",)),
        (b"*;q=0", ()),
        (b"*;q=0, gzip", ("gzip",)),
        (b"identity;q=0", ()),  # nothing else is accepted: plain is better than no page
        (b"identity;q=0, gzip;q=0, br;q=0", ()),
        (b"identity;q=0, gzip;q=0.001", ("gzip",)),
        (b"identity;q=0, *", ("br", "gzip")),
        (b"identity;q=1, gzip;q=0.5", ()),
        (b"gzip;q=2", ()),
        (b"gzip;q=-1", ()),
        (b"gzip;q=nan", ()),
        (b"gzip;q=1e9", ()),
        (b"br;level=11", ()),
        (b"\xff, gzip", ("gzip",)),
        (b"gzip," * 200, ()),
    ],
)
def test_what_a_header_says(header, liked):
    assert accepted(header) == (*liked, "identity")


@given(st.lists(st.sampled_from(["br", "gzip", "identity", "*", "x"]), unique=True), st.data())
def test_what_is_refused_is_never_sent_compressed(names, data):
    quality = {name: data.draw(st.sampled_from(["0", "0.001", "0.5", "1"])) for name in names}
    header = ", ".join(f"{name};q={value}" for name, value in quality.items())
    found = accepted(header.encode())
    assert found[-1] == "identity"
    for form in FORMS:
        said = quality.get(form, quality.get("*", "0"))
        assert form not in found or said != "0"


@given(st.binary(max_size=600))
def test_any_bytes_are_some_answer(header):
    found = accepted(header)
    assert found[-1] == "identity"
    assert set(found) <= {*FORMS, "identity"}
