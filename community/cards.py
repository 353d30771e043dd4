"""The share cards of a group and of an activity."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cilegon_portal.library.cards import Card, card_response
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.publishing.lookup import find_or_redirect
from cilegon_portal.templatetags.tanggal import tanggal
from community.activities import Activity
from community.groups import Group


@require_safe
def group_card(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """Send the card of a group to those who may open it: 1 query."""
    group = find_or_redirect(
        Group.objects.select_related("region__parent"), slug, request, address=card_path
    )
    if isinstance(group, HttpResponse):
        return group
    is_public = group.is_public()
    return card_response(card_of(group), version, path=card_path(group), is_public=is_public)


def card_of(group: Group) -> Card:
    """Return what stands on the card of *group*."""
    profile = SiteProfile.load()
    return Card(
        title=group.name,
        kicker=profile.get_kim_meaning_display(),
        note=group.region_text(),
        brand=profile.site_name,
    )


def card_path(group: Group) -> str:
    """Return where the card of *group* stands now."""
    return reverse("community:group_card", args=[group.slug, card_of(group).version])


def activity_card_of(activity: Activity) -> Card:
    """Return what stands on the card of *activity*."""
    return Card(
        title=activity.title,
        kicker=activity.group.name,
        note=tanggal(activity.held_on),
        brand=SiteProfile.load().site_name,
        picture=activity.picture,
    )


def activity_card_path(activity: Activity) -> str:
    """Return where the card of *activity* stands now."""
    version = activity_card_of(activity).version
    return reverse("community:activity_card", args=[activity.group.slug, activity.pk, version])
