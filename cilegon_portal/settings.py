"""Every setting, in one file; what differs between places comes from the environment.

The list of variables, with defaults and examples, is docs/operations.md#settings.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from cilegon_portal import editor
from cilegon_portal.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

env = Environment()

DEBUG = env.flag("DEBUG", default=False)
if DEBUG:
    SECRET_KEY = env.text("SECRET_KEY", default="untuk-pengembangan-saja-" + "x" * 40)
    ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
    SITE_URL = env.url("SITE_URL", default="http://localhost:8000")
else:
    SECRET_KEY = env.secret("SECRET_KEY")
    ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
    SITE_URL = env.url("SITE_URL")
    env.require_host(SITE_URL, ALLOWED_HOSTS)
_SITE_HOST = urlsplit(SITE_URL).hostname or "localhost"
_IS_HTTPS = not DEBUG and SITE_URL.startswith("https://")

INSTALLED_APPS = [
    "cilegon_portal.admin_site.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
    "ckeditor",
    "cilegon_portal.admin_site.TagsConfig",
    "csp",
    "cilegon_portal",
    "cilegon_portal.office",
    "cilegon_portal.accounts",
    "cilegon_portal.publishing",
    "cilegon_portal.tidings",
    "cilegon_portal.regions",
    "cilegon_portal.library",
    "cilegon_portal.search",
    "news",
    "agenda",
    "community",
]

MIDDLEWARE = [
    "cilegon_portal.security.believe_trusted_proxies",
    "cilegon_portal.security.name_health_checks",
    "django.middleware.security.SecurityMiddleware",
    "cilegon_portal.security.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cilegon_portal.open_api.share_openly",
    "cilegon_portal.caching.revalidate_pages",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cilegon_portal.legacy.lead_on",
]

ROOT_URLCONF = "cilegon_portal.urls"
WSGI_APPLICATION = "cilegon_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cilegon_portal.context.portal",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # our widgets' templates too

DATABASES = {
    "default": env.database("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'portal.sqlite3'}")
}
CACHES = {"default": env.cache("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}")}
CACHES["default"].setdefault("OPTIONS", {}).setdefault("MAX_ENTRIES", 20_000)  # 300 is Django's
# Share cards that were drawn (library/cards.py): some 200 MB at most, on this machine alone.
CACHES["cards"] = {
    "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
    "LOCATION": str(VAR_DIR / "kartu"),
    "TIMEOUT": int(timedelta(days=30).total_seconds()),
    "OPTIONS": {"MAX_ENTRIES": 2_000},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # where a way out to another site does not lead
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# A day at the desk, from the last page of the admin (accounts/sessions.py).
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_HTTPS

# Headers. The policies: docs/operations.md#security.
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")
if TRUSTED_PROXIES:
    # Only they can send it: believe_trusted_proxies drops it from anybody else.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = _IS_HTTPS
SECURE_SSL_HOST = urlsplit(SITE_URL).netloc
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if _IS_HTTPS else 0
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), interest-cohort=()"
)
_PUBLIC_DIRECTIVES = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "font-src": [SELF],
    "img-src": [SELF, "data:"],  # data: is the lattice in portal.css and the QR code of two-factor
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "frame-src": ["https://www.youtube-nocookie.com"],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "upgrade-insecure-requests": _IS_HTTPS,
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _PUBLIC_DIRECTIVES}
# CKEditor 4 writes inline scripts and styles (never eval); nothing of the public reaches the admin.
ADMIN_CONTENT_SECURITY_POLICY = _PUBLIC_DIRECTIVES | {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF, "https://www.youtube-nocookie.com"],
}

# A long article is far below; pictures come as files and have their own limits (library/).
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 30
FILE_UPLOAD_PERMISSIONS = 0o644
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "cilegon_portal.finders.WithoutDangerousPlugins",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # Hashed names and compressed copies in production. The unhashed copies stay
        # (WHITENOISE_KEEP_ONLY_HASHED_FILES is off): CKEditor loads its plugins by plain path.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=VAR_DIR / "media")
# nginx sends files from this internal location, e.g. "/_media/"; empty: Django sends them.
MEDIA_ACCEL_PREFIX = env.text("MEDIA_ACCEL_PREFIX", default="")

TAGGIT_CASE_INSENSITIVE = True

CKEDITOR_CONFIGS = editor.CKEDITOR_CONFIGS
# CKEditor 4.22.1 is end-of-life: it is an input widget in the admin, never a security border
# (docs/decisions/0003-ckeditor-and-sanitising.md).
SILENCED_SYSTEM_CHECKS = [
    "ckeditor.W001",
    # HSTS speaks for this host alone: other sites of the city's domain may not have TLS yet.
    "security.W005",
    "security.W021",
]
if not _IS_HTTPS:
    # Without https (SITE_URL says so) there is nothing to redirect to and no secure cookie.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]

globals().update(
    env.mail("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25")
)
EMAIL_TIMEOUT = 10  # seconds: a mail server that is silent must not hold a worker
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", default=f"Portal Cilegon <portal@{_SITE_HOST}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

LOGGING = {
    # To the standard error stream, which the service manager keeps. Requests are nginx's to log,
    # without whole addresses of persons; here only what went wrong, never what a form held.
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "secrets": {
            "()": "cilegon_portal.log_masking.MaskAddresses",
            # The same as in deploy/nginx.conf.
            "prefixes": ["/agenda/pribadi/", "/aspirasi/", "/kim/daftar/", "/akun/sandi-baru/"],
        }
    },
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["secrets"],
        },
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        "django.request": {"level": "ERROR"},  # 404 and 403 are the visitor's affair
        # Scanners send any host they like; the answer is 400 and there is nothing to do.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}

env.raise_if_wrong(ImproperlyConfigured)
