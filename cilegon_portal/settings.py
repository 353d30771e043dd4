"""Every setting, in one file; what differs between places comes from the environment.

The list of variables, with defaults and examples, is docs/operations.md#settings.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

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

INSTALLED_APPS = [
    "cilegon_portal.admin_site.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "ckeditor",
    "taggit",
    "csp",
    "cilegon_portal",
    "cilegon_portal.office",
    "cilegon_portal.accounts",
    "cilegon_portal.publishing",
    "cilegon_portal.regions",
    "cilegon_portal.library",
    "news",
    "agenda",
    "community",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
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

DATABASES = {
    "default": env.database("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'portal.sqlite3'}")
}
CACHES = {"default": env.cache("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=VAR_DIR / "media")

TAGGIT_CASE_INSENSITIVE = True

# CKEditor 4.22.1 is end-of-life: it is an input widget in the admin, never a security border
# (docs/decisions/0003-ckeditor-and-sanitising.md).
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

globals().update(
    env.mail("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25")
)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", default="Portal Cilegon <portal@localhost>")

env.raise_if_wrong(ImproperlyConfigured)
