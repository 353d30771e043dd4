"""The site as production runs it, on the bench's own database and with bare views to compare with."""

import os

os.environ.setdefault("SECRET_KEY", "kunci-untuk-mengukur-" + "b" * 40)
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,testserver")
os.environ.setdefault("SITE_URL", "http://127.0.0.1")
os.environ.setdefault("DEBUG", "0")

from cilegon_portal.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
