"""Settings, read from KENTONGAN_* variables; safe defaults on SQLite under KENTONGAN_HOME."""

import contextlib
import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

SOURCE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("KENTONGAN_HOME", "var")).resolve()
KEYS = HOME / "keys"
LIBRARY = HOME / "library"  # private originals; nothing here is served but through a screen that asks the gate
KNOCKS = HOME / "knocks"  # who knocks how often at the public doors: counts of this minute, no names
SITE = HOME / "site"  # the printed public site: store/, current, staged/


def secret_key() -> str:
    """KENTONGAN_SECRET_KEY, or one made at the first start and kept where only its owner reads it."""
    if given := os.environ.get("KENTONGAN_SECRET_KEY"):
        return given
    file = KEYS / "secret"
    if not file.exists():
        KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = KEYS / f".secret.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):  # another process was first; its key holds
            os.link(made, file)
        made.unlink()
    return file.read_text()


def database(url: str) -> dict:
    """One entry of DATABASES from `postgres://user:password@host:port/name`, or SQLite where `url` is empty."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "kentongan.sqlite3",
            # FULL: a power cut loses nothing acknowledged. IMMEDIATE: no reader is refused when it becomes a writer.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
            "TEST": {"NAME": os.environ.get("KENTONGAN_TEST_SQLITE", ":memory:")},
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = secret_key()
DEBUG = os.environ.get("KENTONGAN_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("KENTONGAN_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
SECURE = os.environ.get("KENTONGAN_HTTPS") == "1"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if SECURE else []
DATABASES = {"default": database(os.environ.get("KENTONGAN_DATABASE", ""))}
# For the sign-in's limits: every web process counts in it; the public doors have a counter of their own (KNOCKS).
CACHES = {
    "default": {
        "BACKEND": "kentongan.ground.units.store.SharedCounts",
        "LOCATION": HOME / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# In the order of the floors: a room's listeners find everything below them ready.
GROUND = ["ui", "record", "units", "clock", "press", "directory", "library", "mailroom", "worklist", "approval"]
DESKS = ["agenda", "facts", "newsroom", "dispatch", "monitoring", "evaluation"]
FACES = ["office", "counter", "frontdesk", "wire"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "django_filters",
    *[
        f"kentongan.{floor}.{room}"
        for floor, rooms in (("ground", GROUND), ("desks", DESKS), ("faces", FACES))
        for room in rooms
        if (SOURCE / floor / room / "apps.py").exists()
    ],
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kentongan.ground.units.middleware.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "kentongan.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kentongan.ground.ui.context.shell",
                "kentongan.ground.units.context.house",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
WSGI_APPLICATION = "kentongan.wsgi.application"

# ── who logs in ──
AUTH_USER_MODEL = "units.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
OFFICE_PREFIX = "/kantor/"
LOGIN_URL = "/masuk/login/"
LOGIN_REDIRECT_URL = "/kantor/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/masuk/login/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "kentongan.ground.units.office.Door"  # closed for signing up: the office opens accounts
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kentongan"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_NAME = "kentongan"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# ── words and time ──
LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
LOCALE_PATHS = [SOURCE / "locale"]
FILTERS_EMPTY_CHOICE_LABEL = _("all")
USE_I18N = USE_TZ = True
TIME_ZONE = "Asia/Jakarta"  # the institution's zone is data; this is for what has no institution yet
USE_THOUSAND_SEPARATOR = False

# ── files ──
STATIC_URL = "/statik/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = LIBRARY
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 << 20
DATA_UPLOAD_MAX_NUMBER_FILES = 100
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 << 20

# Private addresses that may be fetched all the same, as host:port (a test server, an own monitoring service).
FETCH_ALLOWED = [place for place in os.environ.get("KENTONGAN_FETCH_ALLOWED", "").split(",") if place]

# ── queue and mail ──
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"], "ENQUEUE_ON_COMMIT": False}}
MAIL = urlsplit(os.environ.get("KENTONGAN_SMTP", "smtp://127.0.0.1:25"))
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = MAIL.hostname or "127.0.0.1", MAIL.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(MAIL.username or ""), unquote(MAIL.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.scheme == "smtp+tls", MAIL.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("KENTONGAN_FROM", "humas@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("KENTONGAN_LOG", "WARNING")},
}
SILENCED_SYSTEM_CHECKS = [
    "security.W004",  # HSTS and secure cookies follow KENTONGAN_HTTPS: a small office tries it on plain HTTP first
    "security.W008",
]
