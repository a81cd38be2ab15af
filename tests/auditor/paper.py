"""A site to audit, on a loopback port: its log, its live figures, its stories and their pages."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from plaudit.recount.replay import Replay
from tests.auditor import logs


class Paper:
    """What is shown is the sum of `log` (the sealed one or more) unless it was tampered with."""

    def __init__(self, log):
        self.seal(log)
        self.show(log)
        self.stories = {f"story-{number}": about for number, about in enumerate(logs.ABOUTS)}
        self.items = {}  # story's slug -> subjects on its page, each with its figure there
        self.asked = []  # paths
        self.answers = {}  # path -> function of the paper, in place of what it would answer

    def seal(self, log, **given):
        self.files = logs.files(log, **given)

    def show(self, log):
        """Count these ballots; those that are not sealed are said to be on their way."""
        replay = Replay(log.__getitem__)
        replay.feed(log)
        self.points = {about: replay.points(about).as_json() for about in logs.ABOUTS}
        self.page_totals = {about: points["total"] for about, points in self.points.items()}
        self.unsealed = dict.fromkeys(logs.ABOUTS, 0)

    def answer(self, path, query):
        self.asked.append(path)
        if path in self.answers:
            return self.answers[path](self)
        if path.startswith("ledger/"):
            return found(self.files.get(path.removeprefix("ledger/")))
        if path == "points.json":
            abouts = query["about"][0].split(",")
            return found(json.dumps({about: self.figures(about) for about in abouts}).encode())
        if path.startswith("sitemap"):
            return found(self.sitemap(path).encode())
        slug = path.removeprefix("stories/")
        if slug.endswith(".json"):
            return found(self.story_json(slug.removesuffix(".json")))
        return found(self.page(slug).encode())

    def figures(self, about):
        return {**self.points[about], "unsealed": self.unsealed[about]}

    def sitemap(self, path):
        if path == "sitemap.xml":
            locations = ["https://gazette.example/sitemap-stories.xml?p=1"]
        else:
            locations = [f"https://gazette.example/stories/{slug}" for slug in self.stories]
        return "".join(f"<url><loc>{one}</loc></url>" for one in locations)

    def story_json(self, slug):
        about = self.stories[slug]
        points = dict(self.points[about])
        said = {"id": about, "points": points, "unsealed": self.unsealed[about]}
        items = [
            {"id": item, "points": self.points[item], "unsealed": self.unsealed[item]}
            for item in self.items.get(slug, ())
        ]
        return json.dumps(said | {"items": items}).encode()

    def page(self, slug):
        about = self.stories[slug]
        total = self.page_totals[about]
        return (
            f'<h1>{slug}</h1><data class="points" value="77">of a list</data>'
            f'<point-bar about="{about}"><form><button name="value" value="1">+</button>\n'
            f'<data class="points" value="{total}"><b>{total}</b> points</data></form></point-bar>'
            + "".join(
                f'<point-bar about="{item}"><data class="points" value="{shown}">'
                f"{shown}</data></point-bar>"
                for item, shown in self.items.get(slug, {}).items()
            )
            + '<point-bar about="s/other"><data class="points" value="99">99</data></point-bar>'
        )


def found(data):
    return (200, {}, data) if data is not None else (404, {}, b"not there")


@contextmanager
def served(paper):
    """Its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            status, headers, body = paper.answer(parts.path.lstrip("/"), parse_qs(parts.query))
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_said):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
