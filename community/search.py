"""Search in the KIM: every word in the name or the place of a public group, or of what it did."""

from collections.abc import Sequence

from django.db.models import Q

from community.activities import Activity
from community.directory import holding
from community.groups import Group

FOUND_MAX = 5


def search_groups(words: Sequence[str]) -> list[Group]:
    """Return the public groups with every one of *words*, by name: 1 query."""
    found = Group.objects.published().filter(holding(words)).select_related("region__parent")
    return list(found.defer("description").order_by("name", "pk")[:FOUND_MAX])


def search_activities(words: Sequence[str]) -> list[Activity]:
    """Return the public activities with every one of *words*, latest first: 1 query."""
    found = Activity.objects.published()
    for word in words:
        named = Q(title__icontains=word) | Q(place__icontains=word)
        found = found.filter(named | Q(group__name__icontains=word))
    return list(found.for_lists()[:FOUND_MAX])
