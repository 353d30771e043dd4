"""The pages and files of /data/."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cilegon_portal.addresses import absolute_url
from cilegon_portal.open_data import (
    LICENCE,
    LICENCE_URL,
    csv_lines,
    datasets,
    geojson_parts,
    json_parts,
)
from cilegon_portal.seo import Seo, breadcrumb_data

_WRITERS: Final = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_parts, "application/json"),
    "geojson": (geojson_parts, "application/geo+json"),
}

_EMBEDS: Final = (("Berita terbaru", "news:embed"), ("Agenda terdekat", "agenda:embed"))


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """Show which tables there are, what stands in them, and how they may be used."""
    at, trail = timezone.now(), (("Data terbuka", ""),)
    seo = Seo(
        title="Data terbuka",
        path=reverse("open_data"),
        description="Berita, agenda, KIM, dan aspirasi Kota Cilegon sebagai CSV, JSON, dan GeoJSON.",
        data=(breadcrumb_data(("Data terbuka", reverse("open_data"))),),
    )
    context = {
        "datasets": [(dataset, dataset.updated_at(at)) for dataset in datasets()],
        "embeds": [(title, absolute_url(reverse(name))) for title, name in _EMBEDS],
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "trail": trail,
        "seo": seo,
    }
    return render(request, "open_data.html", context)


@require_safe
def open_data_file(request: HttpRequest, slug: str, ending: str) -> StreamingHttpResponse:
    """Send a table. Raises Http404 for one, or a form of it, that there is not."""
    dataset = next((item for item in datasets() if item.slug == slug), None)
    if dataset is None or (ending == "geojson" and dataset.geometry is None):
        raise Http404
    write, content_type = _WRITERS[ending]
    at = timezone.now()
    parts = write(dataset, at) if request.method == "GET" else ()
    response = StreamingHttpResponse(parts, content_type=content_type)
    response["Content-Disposition"] = (
        f'attachment; filename="{slug}-{timezone.localdate(at)}.{ending}"'
    )
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Robots-Tag"] = "noindex"
    return response
