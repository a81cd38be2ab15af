"""A server process: the edge in front of Django."""

import argparse
import gc
import logging
import os
import socket
import sys

from plaudit import settings
from plaudit.edge.app import EdgeApp, make_once
from plaudit.edge.bridge import Bridge
from plaudit.edge.files import Files
from plaudit.edge.page import NotStorable
from plaudit.edge.recordings import Recordings
from plaudit.edge.serving import serve
from plaudit.edge.store import PageStore
from plaudit.engine.asked import Asked
from plaudit.engine.voting import Voting
from plaudit.ledger import folder, serving
from plaudit.press.rules import SiteRules
from plaudit.stories.models import recording
from plaudit.stories.recordings import kinds
from plaudit.wsgi import application

log = logging.getLogger("plaudit.server")

THREADS = 4
SWITCH_SECONDS = 0.0005  # the loop, which answers stored pages, waits no longer for a thread
LARGEST_BODY = 25 * 1024 * 1024  # an image of 20 MB and what is around it


def greet(store: PageStore, rules: SiteRules) -> bool:
    """Make the front page once, so that the first reader finds everything warm."""
    try:
        make_once(store, rules, "/")
    except NotStorable as reason:
        log.error("The front page cannot be made: %s", reason)
        return False
    return True


def ledger_files(rules: SiteRules) -> Files:
    """The log's files. Where machines share a database, only it knows the latest checkpoint."""
    site = settings.load()
    describe = serving.of_tile if site.database_url else serving.of_file
    return Files(serving.PREFIX, site.home / folder.NAME, describe, rules.is_host)


def recordings(rules: SiteRules) -> Recordings:
    """Sound and film, in the parts that players ask for."""
    types = {kind.ending: kind.media_type for kind in kinds.ALL.values()}
    prefix = f"/media/{recording.FOLDER}/"
    return Recordings(
        prefix, settings.load().home / "media" / recording.FOLDER, types, rules.is_host
    )


def run(options: argparse.Namespace) -> int:
    """Serve on a socket that listens already; say on `ready` when the site answers."""
    asked, store = Asked(), PageStore(options.pages)
    rules = SiteRules(application, store)
    bridge = Bridge(application, THREADS, LARGEST_BODY)
    app = EdgeApp(store, rules, bridge, options.asks)
    voting = Voting(app.ask_application)
    app.specials += [voting, ledger_files(rules), recordings(rules)]
    os.write(options.ready, b"+" if greet(store, rules) else b"-")
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()  # what is loaded by now stays: no need to look through it again and again
    serve(app, socket.socket(fileno=options.socket), lambda: asked.wait(0))
    voting.close()
    bridge.close()
    return 0
