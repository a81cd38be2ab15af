"""The server finishes what it has begun, and takes nothing new, when it is asked to end."""

import socket
import threading
import time
import urllib.request

from plaudit.engine.listening import bound_server, serve


def slow(environ, start_response):
    time.sleep(0.6)
    start_response("200 OK", [("Content-Length", "300000")])
    return [b"x" * 300_000]


def test_a_request_in_hand_is_answered_whole():
    listening = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server, is_ending = bound_server(slow, listening), threading.Event()
    serving = threading.Thread(target=serve, args=(server, is_ending.is_set))
    serving.start()
    bodies = []
    reader = threading.Thread(target=lambda: bodies.append(urllib.request.urlopen(url).read()))
    reader.start()
    time.sleep(0.3)
    is_ending.set()
    server.pull_trigger()
    for thread in (reader, serving):
        thread.join(5)
        assert not thread.is_alive()
    assert [len(body) for body in bodies] == [300_000]
    server.close()
    listening.close()
