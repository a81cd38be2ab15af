"""The doctor looks at everything, also where something is broken, and says what to do."""

from tests.support import home
from tests.support.shell import plaudit


def lines(done):
    return {line[6:17].strip(): line for line in done.stdout.splitlines() if line[:4].strip()}


def test_a_folder_that_is_no_site_is_said_to_be_none(tmp_path):
    done = plaudit("doctor", home=tmp_path)
    assert done.returncode == 1
    assert "plaudit init DIR" in lines(done)["Settings"]


def test_a_broken_database_is_bad_and_the_rest_is_looked_at(tmp_path):
    home.write(tmp_path)
    (tmp_path / "plaudit.sqlite3").write_text("this is no database")
    done = plaudit("doctor", home=tmp_path)
    assert done.returncode == 1
    assert lines(done)["Database"].startswith("bad")
    assert lines(done)["Disk"].startswith("ok")


def test_an_unreachable_server_is_named_without_its_password(tmp_path):
    home.write(tmp_path)
    address = "postgresql://me:hunter2@127.0.0.1:1/plaudit"
    done = plaudit("doctor", home=tmp_path, DATABASE_URL=address)
    assert "127.0.0.1:1/plaudit cannot be reached" in lines(done)["Database"]
    assert "hunter2" not in done.stdout + done.stderr


def test_which_sqlite_is_loaded_is_said_and_why(tmp_path):
    home.write(tmp_path)
    assert "pysqlite3, WAL mode" in lines(plaudit("doctor", home=tmp_path))["SQLite"]


def test_a_settings_file_others_can_read_is_warned_of(tmp_path):
    home.write(tmp_path)
    (tmp_path / "plaudit.toml").chmod(0o644)
    done = plaudit("doctor", home=tmp_path)
    assert lines(done)["Secret"].startswith("warn")
    assert f"chmod 600 {tmp_path / 'plaudit.toml'}" in done.stdout


def test_a_public_site_without_https_is_warned_of(tmp_path):
    home.write(tmp_path, "http://gazette.example")
    assert lines(plaudit("doctor", home=tmp_path))["Address"].startswith("warn")


def test_a_misspelt_variable_is_warned_of(tmp_path):
    home.write(tmp_path)
    done = plaudit("doctor", home=tmp_path, PLAUDIT_TRUSTED_PROXY="127.0.0.1")
    assert "PLAUDIT_TRUSTED_PROXY in the environment" in lines(done)["Settings"]
    assert "Did you mean PLAUDIT_TRUSTED_PROXIES?" in done.stdout
