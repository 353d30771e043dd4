"""Pages that other sites may show in a frame: plain, without script, each link leading out of the frame."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, cast

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

ITEMS: Final = 5

_View = Callable[..., HttpResponse]


def embeddable(view: _View) -> _View:
    """Let any site frame the answer of *view*, which shows what is public and takes nothing in.

    Nothing can be pressed there but links, so that framing tricks nobody into an act.
    """

    @wraps(view)
    def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    policy = {"frame-ancestors": ["*"], "script-src": ["'none'"], "form-action": ["'none'"]}
    allowed: Any = csp_replace(policy)(xframe_options_exempt(require_safe(framed)))
    return cast("_View", allowed)
