"""`plaudit run`: all of it comes with one command, and all of it goes with it."""

import os
import signal
import socket
import time
import urllib.request

import pytest

from tests.support.shell import children, is_gone, plaudit, refusal, wait_until


def family(site):
    """The processes of a running site: the supervisor's own, then those under it."""
    first = site._process.pid
    return [first, *children(first)]


def child(site, name):
    started = children(site._process.pid).items()
    return next((pid for pid, called in started if called == f"plaudit {name}"[:15]), None)


def answers(site):
    try:
        with urllib.request.urlopen(site.url + "/robots.txt", timeout=30) as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_end_every_process_ends_within_five_seconds(number, own_site):
    own_site.start()
    assert answers(own_site)
    everybody = family(own_site)
    assert len(everybody) >= 3
    os.kill(own_site._process.pid, number)
    wait_until(lambda: all(is_gone(pid) for pid in everybody), 5)
    assert own_site._process.wait() == 0


def test_killed_without_a_word_the_supervisor_leaves_nobody_behind(own_site):
    own_site.start()
    everybody = family(own_site)
    os.kill(own_site._process.pid, signal.SIGKILL)
    wait_until(lambda: all(is_gone(pid) for pid in everybody), 5)


def test_a_child_that_was_killed_is_started_again(own_site):
    own_site.start()
    for name in ("server", "backstage"):
        before = child(own_site, name)
        os.kill(before, signal.SIGKILL)
        wait_until(lambda name=name, before=before: child(own_site, name) not in (None, before))
    wait_until(lambda: answers(own_site))
    assert "was killed by signal 9; starting it again in 0.5 s" in own_site.log.read_text()


def test_the_address_is_said_when_it_answers(own_site):
    own_site.start()
    wait_until(lambda: f"Serving at {own_site.url}" in own_site.log.read_text())
    assert answers(own_site)


def test_the_tick_goes(own_site):
    own_site.start()
    wait_until(lambda: "ok    Tick" in own_site.plaudit("doctor").stdout)


def test_a_taken_port_is_named_with_a_way_out(tmp_path):
    (tmp_path / "plaudit.toml").write_text(f'secret_key = "{"k" * 40}"\n')
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(plaudit("run", "--port", port, home=tmp_path))
    assert said.startswith(f"Port {port} is taken by another program")
    assert f"--port {port + 1} (make demo PORT={port + 1})" in said


def test_an_address_of_another_machine_is_refused(tmp_path):
    (tmp_path / "plaudit.toml").write_text(f'secret_key = "{"k" * 40}"\n')
    said = refusal(plaudit("run", "--host", "192.0.2.1", home=tmp_path))
    assert "is no address of this machine" in said


def test_a_slow_sender_keeps_nobody_waiting(own_site):
    own_site.start()
    head = b"POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nab"
    slow = []
    for _ in range(20):
        connection = socket.create_connection(("127.0.0.1", own_site.port))
        connection.sendall(head)
        slow.append(connection)
    began = time.monotonic()
    assert answers(own_site)
    assert time.monotonic() - began < 30  # a body is waited for twice as long
    for connection in slow:
        connection.close()


def test_a_body_beyond_all_bounds_is_refused_unread(own_site):
    own_site.start()
    with socket.create_connection(("127.0.0.1", own_site.port), timeout=30) as connection:
        connection.sendall(
            b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99000000000\r\n\r\n"
        )
        assert b" 413 " in connection.recv(100)


def test_without_the_key_that_signed_the_ledger_no_vote_is_taken(tmp_path):
    (tmp_path / "plaudit.toml").write_text(f'secret_key = "{"k" * 40}"\n')
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger/checkpoint").write_text("the public log\n")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    said = refusal(plaudit("run", "--port", port, home=tmp_path))
    assert "ledger.key is missing, and a ledger was signed with it" in said
