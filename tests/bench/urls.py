"""The site's addresses, and for each measured page a bare view with the same bytes."""

import os
import time
from collections.abc import Callable
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


def tell_processor_time(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Tell in a header how many seconds of processor an answer took: others' work is not in it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        started = time.thread_time()
        response = get_response(request)
        response["X-Processor-Time"] = f"{time.thread_time() - started:.6f}"
        return response

    return middleware


urlpatterns = [path("ukur/<str:name>/", bare), path("", include("cilegon_portal.urls"))]
