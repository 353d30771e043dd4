"""The suite's settings: only what differs from the site's."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# What the caller has set for a site of theirs is none of the suite's; DATABASE_URL is.
os.environ["DEBUG"] = "1"
for _name in (
    *("ALLOWED_HOSTS", "CACHE_URL", "DEFAULT_FROM_EMAIL", "EMAIL_URL"),
    *("MEDIA_ACCEL_PREFIX", "MEDIA_ROOT"),
    *("SECRET_KEY", "SITE_URL", "TRUSTED_PROXIES"),
):
    os.environ.pop(_name, None)

from cilegon_portal.settings import *  # noqa: E402, F403 (they read the environment at once)

DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="portal-media-"))
atexit.register(shutil.rmtree, MEDIA_ROOT, ignore_errors=True)
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "cards")
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Fast and unsafe: test accounts sign in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # no collected folder in tests
