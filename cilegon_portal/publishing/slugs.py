"""Slugs: frozen once public, unique, and never an address word."""

import re
from urllib.parse import unquote

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

from cilegon_portal.publishing.models import OldAddress, SlugRedirect

# Words of the site's own addresses (docs/publishing.md#addresses): a slug must not hide a page,
# now or when its app comes. A dot keeps files apart, so words may begin with "kartu-".
RESERVED_SLUGS = frozenset({
    # below /berita/, /agenda/, /kim/, /aspirasi/
    "rss", "atom", "arsip", "kategori", "tag", "jenis", "baca", "sematkan", "kartu",
    "acara", "pejabat", "kalender", "kegiatan", "daftar", "sebaran", "kode",
    # of the site itself
    "berita", "agenda", "kim", "aspirasi", "cari", "api", "data", "admin", "akun", "media", "static",
    "healthz", "sitemap", "index",
})  # fmt: skip

_ADDRESS_MAX_CHARS = 500
_SLASHES = re.compile("/{2,}")


def validate_slug(value: str) -> None:
    """Raise ValidationError when *value* is an address word of the site."""
    if value.lower() in RESERVED_SLUGS:
        raise ValidationError(
            f"Slug “{value}” dipakai sistem. Tambahkan satu kata, misalnya “{value}-cilegon”."
        )


def unique_slug(
    model: type[models.Model], text: str, *, max_length: int = 140, exclude_pk: int | None = None
) -> str:
    """Return a free slug for *text*: unused by *model*, by its redirects and by the site; 2 queries, 4 if taken."""
    base = slugify(text)[: max_length - 5].strip("-") or "tanpa-judul"
    content_type = ContentType.objects.get_for_model(model)
    items = model._default_manager.exclude(pk=exclude_pk)
    redirects = SlugRedirect.objects.filter(content_type=content_type).exclude(
        object_id=exclude_pk or 0
    )
    # Most are free, and a whole slug is found by index: its beginning walks through all of them.
    is_taken = (
        base in RESERVED_SLUGS
        or items.filter(slug=base).exists()
        or redirects.filter(old_slug=base).exists()
    )
    if not is_taken:
        return base
    taken = set(items.filter(slug__startswith=base).values_list("slug", flat=True))
    taken |= set(redirects.filter(old_slug__startswith=base).values_list("old_slug", flat=True))
    slug, number = base, 2
    while slug in taken or slug in RESERVED_SLUGS:
        slug, number = f"{base}-{number}", number + 1
    return slug


def leave_redirect(item: models.Model, old_slug: str) -> None:
    """Let *old_slug* lead to *item* from now on; a redirect that pointed elsewhere is taken over."""
    content_type = ContentType.objects.get_for_model(item)
    SlugRedirect.objects.filter(content_type=content_type, old_slug=item.slug).delete()  # type: ignore[attr-defined]
    SlugRedirect.objects.update_or_create(
        content_type=content_type, old_slug=old_slug, defaults={"object_id": item.pk}
    )


def redirected_pk(model: type[models.Model], slug: str) -> int | None:
    """Return the primary key that the former address *slug* leads to: 1 query."""
    content_type = ContentType.objects.get_for_model(model)
    return (
        SlugRedirect.objects.filter(content_type=content_type, old_slug=slug)
        .values_list("object_id", flat=True)
        .first()
    )


def move_redirects(item: models.Model, target: models.Model) -> None:
    """Let what led to *item* lead to *target*, of the same model, from now on."""
    content_type = ContentType.objects.get_for_model(item)
    SlugRedirect.objects.filter(content_type=content_type, object_id=item.pk).update(
        object_id=target.pk
    )


def remember_addresses(item: models.Model, addresses: list[str]) -> None:
    """Let *addresses* of another site (without its host) lead to *item*; what led elsewhere already stays."""
    content_type = ContentType.objects.get_for_model(item)
    keys = {_address_key(address) for address in addresses}
    OldAddress.objects.bulk_create(
        (
            OldAddress(path=key, content_type=content_type, object_id=item.pk)
            for key in sorted(keys)
            if key and len(key) <= _ADDRESS_MAX_CHARS
        ),
        ignore_conflicts=True,
    )


def remembered_item(address: str) -> models.Model | None:
    """Return what *address* led to on another site: 1 query, 2 when there is something."""
    key = _address_key(address)
    if not key or "\0" in key:
        return None
    found = OldAddress.objects.filter(path=key).first()
    return found.item if found else None


def _address_key(address: str) -> str:
    """Return *address* as it is kept: whatever its case, escapes, slashes at the ends and doubled."""
    return _SLASHES.sub("/", unquote(address)).strip("/").casefold()
