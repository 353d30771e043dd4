"""How long others may keep our pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import has_vary_header

_Answer = Callable[[HttpRequest], HttpResponse]


def revalidate_pages(get_response: _Answer) -> _Answer:
    """Let caches keep a public page, and ask before they show it: what is withdrawn vanishes at once.

    The question is cheap: ConditionalGetMiddleware answers 304. Answers that say something
    else themselves keep it, and one that read a session is left to ``PolicyMiddleware``.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "Cache-Control" not in response.headers and not has_vary_header(response, "Cookie"):
            response.headers["Cache-Control"] = "no-cache"
        return response

    return middleware
