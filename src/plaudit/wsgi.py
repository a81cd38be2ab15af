"""Django as a plain WSGI application, for any server that speaks it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plaudit.django_settings")
application = get_wsgi_application()
