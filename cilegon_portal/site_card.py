"""The site's own share card, for pages that have none: it follows the site profile."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cilegon_portal.library.cards import Card, card_response
from cilegon_portal.office.models import SiteProfile


@require_safe
def send_site_card(request: HttpRequest, version: str) -> HttpResponse:
    """Send the card of the site."""
    return card_response(site_card(), version, path=site_card_path(), is_public=True)


def site_card() -> Card:
    """Return what stands on the card of the site."""
    profile = SiteProfile.load()
    return Card(title=profile.site_name, kicker=profile.office_name, brand=profile.owner_name)


def site_card_path() -> str:
    """Return where the card stands now."""
    return reverse("site_card", args=[site_card().version])
