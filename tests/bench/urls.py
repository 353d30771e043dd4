"""The site's addresses, and for each measured page a bare view with the same bytes."""

import os
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


@cache
def _stored(name: str) -> bytes:
    return (Path(os.environ["BENCH_PAGES"]) / name).read_bytes()


def bare(request: HttpRequest, name: str) -> HttpResponse:
    """Answer the bytes of the page *name*, without a query or a template."""
    return HttpResponse(_stored(name))


urlpatterns = [path("ukur/<str:name>/", bare), path("", include("cilegon_portal.urls"))]
