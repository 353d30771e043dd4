"""What a group says of itself to machines (schema.org/Organization)."""

from typing import Any

from cilegon_portal.addresses import absolute_url
from cilegon_portal.seo import JsonObject, Seo, SeoImage, breadcrumb_data
from community.cards import card_of, card_path
from community.profile import Profile


def group_seo(profile: Profile) -> Seo:
    """Return what the page of a group says; no person is in it."""
    group = profile.group
    path = group.get_absolute_url()
    return Seo(
        title=group.name,
        path=path,
        description=group.summary or f"{group.name}, {group.region_text()}.",
        image=SeoImage(url=card_path(group), alt=card_of(group).alt),
        # A preview that leaks through a proxy or a toolbar must not enter an index.
        robots="max-image-preview:large" if group.is_public() else "noindex",
        data=(breadcrumb_data(("KIM", "/kim/"), (group.name, path)), _organisation(profile)),
    )


def _organisation(profile: Profile) -> JsonObject:
    group = profile.group
    addresses = [channel.url for channel in profile.channels]
    data: dict[str, Any] = {
        "@type": "Organization",
        "name": group.name,
        "description": group.summary,
        "url": absolute_url(group.get_absolute_url()),
        "foundingDate": group.founded_on.isoformat() if group.founded_on else "",
        "areaServed": group.region_text(),
        "address": group.secretariat,
        "logo": absolute_url(group.logo.rendition_url(720, "jpg")) if group.logo else "",
        "sameAs": [*([group.kim_id_url] if group.kim_id_url else []), *addresses],
        "parentOrganization": (
            {"@type": "Organization", "name": profile.parent.name} if profile.parent else None
        ),
    }
    if group.shows_contact():
        data |= {"email": group.contact_email, "telephone": group.contact_phone}
    return {key: value for key, value in data.items() if value}
