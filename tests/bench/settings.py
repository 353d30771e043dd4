"""The site as production runs it, on the bench's own database and with bare views to compare with."""

import os
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "kunci-untuk-mengukur-" + "b" * 40)
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,testserver")
os.environ.setdefault("SITE_URL", "http://127.0.0.1")
os.environ.setdefault("DEBUG", "0")

from cilegon_portal.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
MIDDLEWARE = ["tests.bench.urls.tell_processor_time", *MIDDLEWARE]  # noqa: F405
# Hashed names as in production, without minutes of compressing what no measured page holds.
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
}
STATIC_ROOT = Path(os.environ["BENCH_PAGES"]) / "statis"
