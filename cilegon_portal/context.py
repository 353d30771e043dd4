"""What every public page needs round its content; each value is made only when a template asks.

An app offers itself to readers through its ``AppConfig``: ``navigation`` and
``footer_links`` are lists of (label, URL name). So the masthead shows what exists, in
the order of INSTALLED_APPS, and no page names an app.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from django.apps import apps
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from cilegon_portal.office.models import Page, SiteProfile


@dataclass(frozen=True)
class NavigationLink:
    """A link of masthead or footer; ``current`` is the value of its aria-current, or empty."""

    label: str
    url: str
    current: Literal["", "page", "true"] = ""


def portal(request: HttpRequest) -> dict[str, Any]:
    """Return the context of every template: 0 queries when the shared cache is warm, else 2."""
    return {
        "site": SimpleLazyObject(SiteProfile.load),
        "footer_pages": SimpleLazyObject(Page.in_footer),
        "navigation": SimpleLazyObject(partial(navigation, request.path)),
        "footer_links": SimpleLazyObject(partial(_links, "footer_links")),
        "search_url": SimpleLazyObject(_search_url),
        "today": SimpleLazyObject(timezone.localdate),
    }


def navigation(path: str) -> list[NavigationLink]:
    """Return the sections of the site, marking the one that *path* lies in."""
    return [
        NavigationLink(label, url, _current(url, path)) for label, url in _offered("navigation")
    ]


def _current(url: str, path: str) -> Literal["", "page", "true"]:
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


def _links(attribute: str) -> list[NavigationLink]:
    return [NavigationLink(label, url) for label, url in _offered(attribute)]


def _offered(attribute: str) -> list[tuple[str, str]]:
    return [
        (label, reverse(url_name))
        for config in apps.get_app_configs()
        for label, url_name in getattr(config, attribute, ())
    ]


def _search_url() -> str:
    try:
        return reverse("search")
    except NoReverseMatch:
        return ""
