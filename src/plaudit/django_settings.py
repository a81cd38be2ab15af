"""Django's settings, derived from the site's own (`plaudit.settings`). Nobody edits this file."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import available_timezones

from csp.constants import NONE, SELF

from plaudit import __version__, settings, sqlite
from plaudit.stories.embeds import providers

LIBRARY = sqlite.use_safe_library()
SITE = settings.load()

DEBUG = False
SECRET_KEY = SITE.secret_key
ALLOWED_HOSTS = [SITE.host, "127.0.0.1", "localhost", "[::1]", *SITE.hosts]
CSRF_TRUSTED_ORIGINS = [SITE.url]
ROOT_URLCONF = "plaudit.urls"
WSGI_APPLICATION = "plaudit.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False

INSTALLED_APPS = [
    "plaudit.people",
    "plaudit.points",
    "plaudit.ledger",
    "plaudit.stories",
    "plaudit.masthead",
    "plaudit.moderation",
    "plaudit.rankings",
    "plaudit.search",
    "plaudit.telling",
    "plaudit.press",
    "plaudit.sharing",
    "plaudit.engine",
    "wagtail.contrib.settings",
    "plaudit.people.apps.NewsroomUsersConfig",  # wagtail.users with the form of our accounts
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "plaudit.people.addresses.ClientAddressMiddleware",
    "plaudit.security.NulMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "plaudit.methods.CompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "plaudit.methods.WrongMethodMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "plaudit.security.ContentSecurityMiddleware",
    "plaudit.press.headers.PageHeadersMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "plaudit.context.everywhere",
            ],
        },
    }
]


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: a ballot that was acknowledged survives a power failure. Never mapped memory.
            "init_command": (
                f"PRAGMA journal_mode={LIBRARY.journal_mode}; PRAGMA synchronous=FULL; "
                f"PRAGMA wal_autocheckpoint={sqlite.LARGEST_LOG}; "  # mostly the tick does it
                "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; "
                # Erased is written over: a secret, a salt and a link are not to be dug out again.
                "PRAGMA secure_delete=ON;"
            ),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


DATABASES = {
    "default": _postgresql(SITE.database_url) if SITE.database_url else _sqlite(SITE.database_file)
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # Attempts to sign in are counted here, next to the sizes of pictures: with Django's 300
        # entries, a page of pictures would make the counts forgotten.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []},
}

# Language and time
LANGUAGE_CODE = SITE.language
TIME_ZONE = SITE.time_zone
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
LOCALE_PATHS = [Path(__file__).parent / "locale"]
FORMAT_MODULE_PATH = "plaudit.locale"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = SITE.home / "static" / __version__
STATICFILES_DIRS = [("plaudit", Path(__file__).parent / "static" / "plaudit")]
MEDIA_URL = "/media/"
MEDIA_ROOT = SITE.home / "media"
# No file that a browser would run as a page: it would be the site itself that speaks.
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "epub", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# People
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USERNAME_BLACKLIST = ["admin", "editor", "moderator", "plaudit", "newsroom"]
ACCOUNT_RATE_LIMITS = {"signup": "20/m/ip,60/h/ip"}  # it tells who has an account: SECURITY.md
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_ADAPTER = "plaudit.people.accounts.AccountAdapter"

# Cookies and headers
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE.is_https
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE.trusted_proxies else None
X_FRAME_OPTIONS = "SAMEORIGIN"
FRAMES = providers.origins(SITE.peertube)  # opened by a reader's click, and nobody else's
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "frame-src": FRAMES,
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    },
}
# Wagtail's editor is made with inline scripts and styles: it gets its own policy, by path.
NEWSROOM_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, "'unsafe-inline'", "'unsafe-eval'"],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF, "data:"],
        "frame-src": [SELF, *FRAMES],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    },
}

# Mail
_mail = urlsplit(SITE.mail)
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend"
    if SITE.mail == "console"
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST, EMAIL_PORT = _mail.hostname or "", _mail.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_USE_TLS = _mail.scheme == "smtp" and _mail.port == 587
DEFAULT_FROM_EMAIL = SERVER_EMAIL = SITE.mail_from or f"noreply@{SITE.host}"

# Wagtail
WAGTAIL_SITE_NAME = SITE.name
WAGTAILADMIN_BASE_URL = SITE.url
WAGTAILIMAGES_IMAGE_MODEL = "stories.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "plaudit.stories.newsroom.photo_form.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_AVIF_QUALITY = 61  # as good as JPEG at 76; at Wagtail's 80 it is larger than WebP
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_WORKFLOW_ENABLED = True
# A system may offer more than browsers know ("localtime", "Factory"), which breaks the form of it.
WAGTAIL_USER_TIME_ZONES = sorted(
    zone for zone in available_timezones() if zone == "UTC" or ("/" in zone and zone[0].isupper())
)
# Accounts are allauth's: signing in, forgotten passwords, mail addresses.
WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": SITE.log_level},
    "loggers": {
        "django.request": {"level": "ERROR"},
        # Whoever asks for a host that is not ours is told so; it need not fill the log as well.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # They tell of every story saved, every task, every request that waited a moment.
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        # It warns of every request that is none: a stranger must not fill the log with those.
        "uvicorn.error": {"level": "ERROR"},
    },
}
