"""A head and what follows it reach the connection as one piece; nothing else waits."""

import asyncio

import pytest

from plaudit.edge.joined import Joined

HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n"


class Connection(asyncio.Transport):
    """Keeps the pieces it is given."""

    def __init__(self):
        super().__init__()
        self.pieces = []

    def write(self, data):
        self.pieces.append(data)

    def close(self):
        self.pieces.append("closed")


@pytest.fixture
def connection():
    return Connection()


def test_head_and_body_are_one_piece(connection):
    joined = Joined(connection)
    joined.write(HEAD)
    assert connection.pieces == []
    joined.write(b"body")
    assert connection.pieces == [HEAD + b"body"]


def test_what_comes_after_is_a_piece_of_its_own(connection):
    joined = Joined(connection)
    for data in (HEAD, b"one", b"HTTP/1.1 is what this body begins with", HEAD, b"two"):
        joined.write(data)
    assert b"".join(connection.pieces) == (
        HEAD + b"one" + b"HTTP/1.1 is what this body begins with" + HEAD + b"two"
    )


def test_an_answer_without_a_body_is_complete_when_it_is_said_to_be(connection):
    joined = Joined(connection)
    joined.write(HEAD)
    joined.flush()
    joined.flush()
    assert connection.pieces == [HEAD]


def test_a_word_before_the_answer_does_not_wait(connection):
    Joined(connection).write(b"HTTP/1.1 100 Continue\r\n\r\n")
    assert connection.pieces == [b"HTTP/1.1 100 Continue\r\n\r\n"]


def test_nothing_is_kept_when_the_connection_is_closed(connection):
    joined = Joined(connection)
    joined.write(HEAD)
    joined.close()
    assert connection.pieces == [HEAD, "closed"]
