"""What a KIM did: the page of one activity, and the list of a group's."""

from collections.abc import Callable
from operator import methodcaller

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from cilegon_portal.library.cards import card_response
from cilegon_portal.pagination import NotCanonical, paginate
from cilegon_portal.publishing.access import viewer
from cilegon_portal.publishing.lookup import find_or_redirect
from cilegon_portal.seo import Seo, breadcrumb_data
from community.activities import Activity
from community.cards import activity_card_of, activity_card_path
from community.groups import Group
from community.seo import activity_seo

OTHERS_MAX = 5
KIM = ("KIM", "/kim/")


@require_safe
def activity_detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one activity, 4 queries; officers of its group and reviewers may preview it."""
    activity = _found(request, slug, pk)
    if isinstance(activity, HttpResponse):
        return activity
    group, is_preview = activity.group, not activity.is_public()
    others = Activity.objects.published().filter(group=group).exclude(pk=pk).for_lists()
    context = {
        "activity": activity,
        "partners": Group.objects.published().filter(pk__in=activity.partners.values("pk")),
        "others": others[:OTHERS_MAX],
        "is_preview": is_preview,
        "seo": activity_seo(activity),
        "trail": (KIM, (group.name, group.get_absolute_url()), (activity.title, "")),
    }
    response = render(request, "community/activity_detail.html", context)
    if is_preview:
        add_never_cache_headers(response)  # a proxy must not hand a preview to the public
    return response


@require_safe
def activity_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a group did, latest first: 2 queries. Raises Http404 when nothing of it is public."""
    group = find_or_redirect(Group.objects.all(), slug, request, address=_list_address)
    if isinstance(group, HttpResponse):
        return group
    try:
        page = paginate(Activity.objects.published().filter(group=group).for_lists(), request)
    except NotCanonical as error:
        return error.response
    if not page.items:
        raise Http404("Belum ada kegiatan.")
    trail = (KIM, (group.name, group.get_absolute_url()), ("Kegiatan", _list_address(group)))
    seo = Seo(
        title=f"Kegiatan {group.name}",
        path=page.canonical,
        description=f"Yang dikerjakan {group.name}, terbaru lebih dulu.",
        previous_path=page.previous_address,
        next_path=page.next_address,
        data=(breadcrumb_data(*trail),),
    )
    context = {"group": group, "page": page, "trail": trail, "seo": seo}
    return render(request, "community/activity_list.html", context)


@require_safe
def activity_card(request: HttpRequest, slug: str, pk: int, version: str) -> HttpResponse:
    """Send the card of an activity to those who may open it: 2 queries."""
    activity = _found(request, slug, pk, address=activity_card_path)
    if isinstance(activity, HttpResponse):
        return activity
    path, is_public = activity_card_path(activity), activity.is_public()
    return card_response(activity_card_of(activity), version, path=path, is_public=is_public)


def _found(
    request: HttpRequest,
    slug: str,
    pk: int,
    *,
    address: Callable[[Activity], str] = methodcaller("get_absolute_url"),
) -> Activity | HttpResponse:
    """Return the activity that the reader may open, or the answer to send instead.

    As :func:`cilegon_portal.publishing.lookup.find_or_redirect`; the number decides, the group's
    name in the address may be a former one. Raises Http404.
    """
    activity = Activity.objects.visible_to(viewer(request)).for_page().filter(pk=pk).first()
    if activity is not None:
        right = activity.group.slug == slug
        return activity if right else HttpResponsePermanentRedirect(address(activity))
    hidden = Activity.objects.select_related("group").filter(pk=pk, group__slug=slug).first()
    if hidden is not None and hidden.was_public():
        return render(request, "410.html", status=410)
    raise Http404


def _list_address(group: Group) -> str:
    return reverse("community:activity_list", args=[group.slug])
