"""The index in the admin: what staff search for, hidden items included.

It narrows a queryset that shows no more than its reader may see; it widens none.
"""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from cilegon_portal.search.clauses import clauses_of
from cilegon_portal.search.databases import get_engine
from cilegon_portal.search.query import parse_query
from cilegon_portal.search.scope import Scope
from cilegon_portal.search.sources import source_of

FOUND_MAX = 500  # the newest of them: more than anybody reads through


def keys_for_staff(model: type[models.Model], text: str) -> list[int]:
    """Return the primary keys of what holds all words of *text*, newest first; none where nothing does."""
    source, clauses = source_of(model), clauses_of(parse_query(text))
    if source is None or not clauses:
        return []
    scope = Scope(at=None, kinds=(source.kind,))
    return [hit.object_id for hit in get_engine().newest(clauses, scope, FOUND_MAX)]


class SearchesIndex(admin.ModelAdmin):  # type: ignore[type-arg]  # subscripting fails at run time
    """An admin whose list is searched by whole words in the index, or by parts of words in ``search_fields``.

    The second only where the index knows nothing: who looks for a part reads every row.
    """

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        if keys := keys_for_staff(self.model, search_term):
            return queryset.filter(pk__in=keys), False
        return super().get_search_results(request, queryset, search_term)
