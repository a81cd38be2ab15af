"""`make test` finds out whether the browser's driver starts before two hundred tests do."""

import sys

from tests.support import driver


def test_what_does_not_start_says_why(tmp_path):
    broken = tmp_path / "node"
    assert "No such file" in driver.complaint(str(broken))
    broken.write_text("#!/bin/sh\necho cannot open shared object file >&2\nexit 127\n")
    broken.chmod(0o755)
    assert driver.complaint(str(broken)) == "cannot open shared object file"
    assert driver.complaint(sys.executable) == ""
