"""What of the community is searched, and how results show it."""

from collections.abc import Collection, Iterable
from datetime import datetime

from cilegon_portal.search.indexing import plain
from cilegon_portal.search.sources import Content, Found, Source, one_line, register_source
from cilegon_portal.templatetags.tanggal import midnight
from community.activities import Activity, ActivityQuerySet
from community.groups import Group, GroupQuerySet


def register() -> None:
    """Have groups, and what they did, indexed and found."""
    register_source(
        Source(
            "kim",
            2,
            "KIM",
            Group,
            items=_groups,
            content=_content,
            show=_show,
            dependants=_activities_of,
        )
    )
    register_source(
        Source(
            "kegiatan",
            3,
            "Kegiatan KIM",
            Activity,
            items=_activities,
            content=_activity_content,
            show=_show_activities,
        )
    )


def _groups() -> GroupQuerySet:
    return Group.objects.select_related("region__parent")


def _content(group: Group) -> Content:
    shown = [group.region_text(), group.secretariat, plain(group.description)]
    return Content(
        title=group.name,
        at=group.published_at or group.created_at,
        summary=group.summary,
        text=one_line(shown),
        keywords=group.get_level_display(),
        region=group.region_id,
    )


def _show(keys: Collection[int], at: datetime) -> Iterable[tuple[int, Found]]:
    groups = Group.objects.published(at).filter(pk__in=keys).select_related("region__parent")
    for group in groups.defer("description"):
        yield (
            group.pk,
            Found("kim", "KIM", group.name, group.get_absolute_url(), note=group.region_text()),
        )


def _activities_of(groups: Collection[int]) -> ActivityQuerySet:
    return Activity.objects.filter(group__in=groups)


def _activities() -> ActivityQuerySet:
    return Activity.objects.select_related("group__region", "region")


def _activity_content(activity: Activity) -> Content:
    region = activity.region or activity.group.region
    shown = (activity.group.name, activity.place, activity.description)
    return Content(
        title=activity.title,
        at=midnight(activity.held_on),
        text=one_line(shown),
        keywords=str(region),
        region=region.pk,
    )


def _show_activities(keys: Collection[int], at: datetime) -> Iterable[tuple[int, Found]]:
    for activity in Activity.objects.published(at).filter(pk__in=keys).for_lists():
        yield (
            activity.pk,
            Found(
                kind="kegiatan",
                label="Kegiatan KIM",
                title=activity.title,
                url=activity.get_absolute_url(),
                at=midnight(activity.held_on),
                note=activity.group.name,
            ),
        )
