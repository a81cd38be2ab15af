"""A mail server for a test: takes whatever comes, by as much of SMTP (RFC 5321) as that needs."""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default


class Mailbox:
    """What came in, and where it is to be sent: `address`, as the setting `mail` has it."""

    def __init__(self, port: int) -> None:
        self.address = f"smtp://127.0.0.1:{port}"
        self.letters: list[EmailMessage] = []


@contextmanager
def opened() -> Iterator[Mailbox]:
    """A mailbox that takes letters for as long as the block lasts."""

    class Conversation(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 mail.example")
            for line in self.rfile:
                match line[:4].upper().strip():
                    case b"DATA":
                        self.say("354 go on")
                        box.letters.append(self.letter())
                        self.say("250 taken")
                    case b"QUIT":
                        self.say("221 bye")
                        return
                    case _:
                        self.say("250 mail.example")

        def say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

        def letter(self) -> EmailMessage:
            lines: list[bytes] = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line.removeprefix(b"."))  # doubled on the way (4.5.2)
            return email.message_from_bytes(b"".join(lines), policy=default)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        box = Mailbox(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield box
        server.shutdown()
        thread.join()
