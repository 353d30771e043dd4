"""The directory of KIM, the page of one, and whom they reach."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from cilegon_portal.office.models import SiteProfile
from cilegon_portal.pagination import PAGE_PARAMETER, NotCanonical, paginate
from cilegon_portal.publishing.lookup import find_or_redirect
from cilegon_portal.seo import Seo, breadcrumb_data
from cilegon_portal.tables import csv_bytes
from community.coverage import coverage
from community.coverage_table import table
from community.directory import PARAMETERS, districts, found_groups, read_choice
from community.drawings import coverage_map, rays
from community.groups import Group, Level
from community.profile import profile_of
from community.seo import group_seo

TRAIL = ("KIM", "/kim/")


@require_safe
def group_list(request: HttpRequest) -> HttpResponse:
    """Show the directory and how far it reaches: 7 queries; 400 with reasons for what cannot be read."""
    regions = districts()
    asked = {name: request.GET[name] for name in PARAMETERS if name in request.GET}
    choice = read_choice(asked, regions)
    context = {"choice": choice, "districts": regions, "levels": Level.choices, "trail": (TRAIL,)}
    if not choice.problems:
        if any(not value for value in asked.values()) and PAGE_PARAMETER not in request.GET:
            return HttpResponsePermanentRedirect(
                choice.address
            )  # a form sends its empty fields too
        try:
            page = paginate(found_groups(choice), request, parameters=choice.parameters)
        except NotCanonical as error:
            return error.response
        reached = coverage()
        context |= {"page": page, "coverage": reached, "rays": rays(reached)}
        context |= {"count": Group.objects.published().count(), "on": reached.on}
    title = SiteProfile.load().get_kim_meaning_display()
    seo = Seo(
        title=f"{title} (KIM)",
        path=choice.address if choice.problems else page.canonical,
        description=f"Daftar {title} di 8 kecamatan dan 43 kelurahan Kota Cilegon.",
        robots="noindex" if asked else "max-image-preview:large",
        data=(breadcrumb_data(TRAIL),),
    )
    status = 400 if choice.problems else 200
    return render(request, "community/group_list.html", context | {"seo": seo}, status=status)


@require_safe
def group_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one group, 8 queries; its officers and reviewers may preview it."""
    group = find_or_redirect(Group.objects.for_page(), slug, request)
    if isinstance(group, HttpResponse):
        return group
    profile = profile_of(group)
    is_preview = not group.is_public()
    context = {
        "profile": profile,
        "group": group,
        "trail": (TRAIL, (group.name, "")),
        "is_preview": is_preview,
        "seo": group_seo(profile),
    }
    response = render(request, "community/group_detail.html", context)
    if is_preview:
        add_never_cache_headers(response)  # a proxy must not hand a preview to the public
    return response


@require_safe
def coverage_page(request: HttpRequest) -> HttpResponse:
    """Show as map and tables which kecamatan and kelurahan have a KIM today: 3 queries."""
    reached = coverage()
    trail = (TRAIL, ("Sebaran", reverse("community:coverage")))
    seo = Seo(
        title="Sebaran KIM",
        path=request.path,
        description=f"{reached.reached_villages} dari {reached.village_count} kelurahan Kota Cilegon "
        "punya KIM dengan masa bakti yang berlaku.",
        data=(breadcrumb_data(*trail),),
    )
    context = {"coverage": reached, "map": coverage_map(reached), "trail": trail, "seo": seo}
    return render(request, "community/coverage.html", context)


@require_safe
def coverage_csv(request: HttpRequest) -> HttpResponse:
    """Send the same as a table to calculate with: 3 queries."""
    response = HttpResponse(csv_bytes(table(coverage())), content_type="text/csv; charset=utf-8")
    name = f"sebaran-kim-{timezone.localdate()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
