"""`plaudit demo` fills a folder and a database that are its own, and no others."""

import pytest

from tests.support.shell import plaudit, refusal


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear editor")
    assert "is not empty" in refusal(plaudit("demo", "--no-run", "--home", tmp_path))


def test_the_database_of_a_paper_is_left_alone(own_site, tmp_path):
    address = own_site.database_url
    if not address:
        pytest.skip("a demo on SQLite has its database in its own folder")
    done = plaudit("demo", "--no-run", "--home", tmp_path / "demo", DATABASE_URL=address)
    assert "is in use, and the demo fills only an empty one" in done.stderr.splitlines()[-1]
