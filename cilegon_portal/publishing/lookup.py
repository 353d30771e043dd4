"""Find an item by its address word, whatever became of it.

Rule: docs/publishing.md#addresses. What is visible is returned; a former address leads
on for good; what once was public answers 410; all else is 404, and tells nothing.
"""

from collections.abc import Callable
from operator import methodcaller
from typing import TypeVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from cilegon_portal.publishing.access import viewer
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet
from cilegon_portal.publishing.slugs import redirected_pk

_PublishableT = TypeVar("_PublishableT", bound=Publishable)
_ModelT = TypeVar("_ModelT", bound=models.Model)


def find_or_redirect(
    items: PublishableQuerySet[_PublishableT],
    slug: str,
    request: HttpRequest,
    *,
    address: Callable[[_PublishableT], str] = methodcaller("get_absolute_url"),
) -> _PublishableT | HttpResponse:
    """Return the item of *items* that the reader may open at *slug*, or the answer to send instead.

    *items* says how to load it; visibility is decided here. The answer is a 301 for a former
    address of something visible, to its *address*, and a 410 for what was public once. Raises
    Http404 for the rest.
    """
    visible = items.visible_to(viewer(request))
    try:
        return visible.get(slug=slug)
    except items.model.DoesNotExist:
        pass
    hidden = items.model._default_manager.filter(slug=slug).first()
    if hidden is None and (pk := redirected_pk(items.model, slug)) is not None:
        if (target := visible.filter(pk=pk).first()) is not None:
            return HttpResponsePermanentRedirect(address(target))
        hidden = items.model._default_manager.filter(pk=pk).first()
    if hidden is not None and hidden.was_public():
        return render(request, "410.html", status=410)
    raise Http404


def find_moved(items: models.QuerySet[_ModelT], slug: str) -> _ModelT | None:
    """Return the one of *items* that *slug* was a former address of: a renamed or merged tag or category."""
    pk = redirected_pk(items.model, slug)
    return items.filter(pk=pk).first() if pk is not None else None
