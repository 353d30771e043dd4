"""Saved objects for tests; a test states only the field it is about."""

import itertools
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import unique_slug
from news.models import Article, Category

_numbers = itertools.count(1)


def make_user(*roles: str, **fields: Any) -> User:
    """Return a saved staff account that holds *roles*; its password is "rahasia-uji-2026"."""
    username = fields.pop("username", f"pengguna{next(_numbers)}")
    fields.setdefault("full_name", username.title())
    user = User.objects.create_user(username, "rahasia-uji-2026", **fields)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def make_category(name: str = "Pemerintahan", **fields: Any) -> Category:
    """Return the category of that name, saved."""
    slug = fields.pop("slug", None) or unique_slug(Category, name)
    category, _ = Category.objects.get_or_create(name=name, defaults={"slug": slug, **fields})
    return category


def make_article(**fields: Any) -> Article:
    """Return a saved, public article; ``tags`` takes a list of names."""
    tags = fields.pop("tags", [])
    fields.setdefault("title", f"Berita {next(_numbers)}")
    fields.setdefault("slug", unique_slug(Article, fields["title"]))
    fields.setdefault("body", "<p>Isi berita.</p>")
    fields.setdefault("status", Status.PUBLISHED)
    fields.setdefault("published_at", timezone.now())
    if "category" not in fields:
        fields["category"] = make_category()
    article = Article.objects.create(**fields)
    if tags:
        article.tags.add(*tags)
    return article


def make_page(**fields: Any) -> Page:
    """Return a saved, public page."""
    fields.setdefault("title", f"Halaman {next(_numbers)}")
    fields.setdefault("slug", unique_slug(Page, fields["title"], max_length=80))
    fields.setdefault("body", "<p>Isi halaman.</p>")
    fields.setdefault("status", Status.PUBLISHED)
    fields.setdefault("published_at", timezone.now())
    return Page.objects.create(**fields)


def make_picture(**fields: Any) -> Picture:
    """Return a saved picture without files; upload through the library to have files."""
    fields.setdefault("title", f"Foto {next(_numbers)}")
    fields.setdefault("alt_text", "Warga berkumpul di alun-alun")
    fields.setdefault("digest", f"{next(_numbers):064x}")
    return Picture.objects.create(width=1600, height=900, **fields)
