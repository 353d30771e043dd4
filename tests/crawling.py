"""Walk through a site by its own links, a few addresses of each view."""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.apps import apps
from django.core import serializers
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

_LINK = re.compile(
    r"""(?:href|src|action)="([^"#]+)|content="(https?:[^"]+)|<(?:loc|link)>([^<]+)"""
)
# Ending the session, or pages of Django's own that hold nothing of ours; the same page once more.
_SKIPPED = ("/static/", "/admin/logout/", "/admin/jsi18n/", "/admin/password_change/")
_AGAIN = re.compile(r"\b(?:_changelist_filters|_facets|_popup|_to_field|o)=")


def walk(client: Client, starts: Iterable[str], *, below: str, per_view: int = 3) -> dict[str, Any]:
    """Return the answers by address, from *starts* along the links *below* a path; at most *per_view* of a view.

    *starts* are asked whatever view they belong to.
    """
    waiting, seen, answers = list(dict.fromkeys(starts)), Counter[str](), {}
    asked_for = set(waiting)
    while waiting:
        address = waiting.pop(0)
        name = _view(address)
        if address in answers or (address not in asked_for and seen[name] >= per_view):
            continue
        seen[name] += 1
        answers[address] = client.get(address)
        waiting += [link for link in _links(address, answers[address]) if link.startswith(below)]
    return answers


def views_of(answers: Iterable[str]) -> set[str]:
    """Return the names of the views behind the addresses."""
    return {_view(address) for address in answers}


def public_views(patterns: Any = None, prefix: str = "", namespace: str = "") -> set[str]:
    """Return the names of all views that are not the staff's."""
    found = set()
    for item in get_resolver().url_patterns if patterns is None else patterns:
        route = f"{prefix}{item.pattern}"
        if isinstance(item, URLResolver):
            spaces = ":".join(space for space in (namespace, item.namespace) if space)
            found |= public_views(item.url_patterns, route, spaces)
        elif isinstance(item, URLPattern) and not route.startswith(("admin/", "akun/")):
            found.add(":".join(name for name in (namespace, item.name) if name))
    return found


def all_rows() -> dict[str, str]:
    """Return all that is stored, by table, but for sessions."""
    models = [model for model in apps.get_models() if model._meta.label != "sessions.Session"]
    return {
        model._meta.label: serializers.serialize("json", model._default_manager.order_by("pk"))
        for model in models
    }


def whole(response: Any) -> str:
    """Return all of an answer as text: head and body, also of files."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.headers}\n{unescape(body.decode('utf-8', 'replace'))}"


def _view(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def _links(address: str, response: Any) -> list[str]:
    if response.streaming:
        return []
    text = response.content.decode("utf-8", "replace")
    found = [unescape("".join(match)) for match in _LINK.findall(text)]
    found.append(response.get("Location", address))
    return [link for each in found if (link := _own(address, each))]


def _own(address: str, link: str) -> str:
    parts = urlsplit(urljoin(f"http://testserver{address}", link))
    if parts.hostname not in {"testserver", "localhost"} or parts.path.startswith(_SKIPPED):
        return ""
    if _AGAIN.search(parts.query):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
