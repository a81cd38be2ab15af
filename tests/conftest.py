"""What every test stands on. The parts are in tests/support, one thing a file."""

import os

import django
from django.urls import get_resolver
from hypothesis import settings

from tests.support import home

home.enter()  # before Django reads its settings
os.environ["DJANGO_SETTINGS_MODULE"] = "plaudit.django_settings"
# Playwright keeps an event loop in this thread; Django would refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
django.setup()
# Addresses remember the folder of media that there is when they are first asked for, and some
# tests have another: a test that came first would lead those after it there.
assert get_resolver().url_patterns
# A worker inherits the environment: it has to come here first, to enter a folder of its own.
del os.environ["DJANGO_SETTINGS_MODULE"]

# A busy machine is no finding: what is to be quick is measured in bench/.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")

pytest_plugins = [
    "tests.support.database",
    "tests.support.running",
    "tests.support.browser",
    "tests.support.cast",
    "tests.support.choices",
    "tests.support.ledger",
]
