"""What every test stands on. The parts are in tests/support, one thing a file."""

import os

import django

from tests.support import home

home.enter()  # before Django reads its settings
os.environ["DJANGO_SETTINGS_MODULE"] = "plaudit.django_settings"
# Playwright keeps an event loop in this thread; Django would refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
django.setup()
# A worker inherits the environment: it has to come here first, to enter a folder of its own.
del os.environ["DJANGO_SETTINGS_MODULE"]

pytest_plugins = [
    "tests.support.database",
    "tests.support.running",
    "tests.support.browser",
    "tests.support.cast",
    "tests.support.choices",
]
