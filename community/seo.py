"""What a group and its activities say of themselves to machines (schema.org)."""

from datetime import datetime
from typing import Any

from django.utils.text import Truncator

from cilegon_portal.addresses import absolute_url
from cilegon_portal.seo import JsonObject, Seo, SeoImage, breadcrumb_data, iso_local
from cilegon_portal.templatetags.tanggal import WIB
from community.activities import Activity
from community.cards import activity_card_of, activity_card_path, card_of, card_path
from community.profile import Profile

_DESCRIPTION_MAX_CHARS = 160  # what chat programs show whole


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


def activity_seo(activity: Activity) -> Seo:
    """Return what the page of *activity* says; no person is in it."""
    group, path = activity.group, activity.get_absolute_url()
    card = SeoImage(url=activity_card_path(activity), alt=activity_card_of(activity).alt)
    text = " ".join(activity.description.split())
    crumbs = (("KIM", "/kim/"), (group.name, group.get_absolute_url()), (activity.title, path))
    return Seo(
        title=activity.title,
        path=path,
        description=Truncator(text).chars(_DESCRIPTION_MAX_CHARS),
        image=card,
        robots="max-image-preview:large" if activity.is_public() else "noindex",
        data=(breadcrumb_data(*crumbs), _event(activity, text, card)),
    )


def _event(activity: Activity, text: str, card: SeoImage) -> JsonObject:
    group, start = activity.group, activity.start_time
    begins = iso_local(datetime.combine(activity.held_on, start, WIB)) if start else ""
    picture = activity.picture
    photo = [absolute_url(picture.rendition_url(picture.steps()[-1], "jpg"))] if picture else []
    return {
        "@type": "Event",
        "name": activity.title,
        "description": text,
        "url": absolute_url(activity.get_absolute_url()),
        "startDate": begins or activity.held_on.isoformat(),
        "location": {"@type": "Place", "name": activity.where(), "address": "Kota Cilegon"},
        "organizer": {
            "@type": "Organization",
            "name": group.name,
            "url": absolute_url(group.get_absolute_url()),
        },
        "image": [*photo, card.absolute()],
    }
