"""Where a licence can be read, by its name."""

import pytest

from plaudit.stories import licences

CC = "https://creativecommons.org"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("CC BY 4.0", f"{CC}/licenses/by/4.0/"),
        ("cc-by-nc-nd-3.0", f"{CC}/licenses/by-nc-nd/3.0/"),
        ("CC  BY-SA 2.5", f"{CC}/licenses/by-sa/2.5/"),
        ("CC0", f"{CC}/publicdomain/zero/1.0/"),
        ("CC0 1.0", f"{CC}/publicdomain/zero/1.0/"),
    ],
)
def test_of_creative_commons_it_is_known(name, address):
    assert licences.address(name) == address


@pytest.mark.parametrize("name", ["", "CC", "CC BY", "CC BY-ND-SA 4.0", "CC BY 9.0", "MIT", "ours"])
def test_of_all_others_it_is_not(name):
    assert licences.address(name) == ""
