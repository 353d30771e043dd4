"""Bring the items of a WordPress export in, each whole or not at all, and none twice."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction

from cilegon_portal.library.models import Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Origin, Status
from cilegon_portal.publishing.slugs import remember_addresses, unique_slug
from news.imports import wordpress_item
from news.imports.cleaning import cleaned
from news.imports.drafting import CATEGORY_MAX_CHARS, DEFAULT_CATEGORY, Draft, tag_names
from news.imports.entering import Categories, Outcome, save_article
from news.imports.pictures import Uploads, Words, reason
from news.imports.wordpress_file import Item, Site, read_items, read_site
from news.imports.wordpress_markup import html_of_wordpress
from news.imports.wordpress_media import Files, ItemMedia, name_of
from news.imports.words import plain, shortened, with_whole
from news.models import SUMMARY_MAX_CHARS, TITLE_MAX_CHARS, Article, FrontPage

_KINDS = {"post": "berita", "page": "halaman", "attachment": "lampiran"}
_PAGE_SLUG_MAX_CHARS = 80
_DESCRIPTION_MAX_CHARS = 200
_POSITION_MAX = 32_767


@dataclass
class Report:
    """What became of the items; kinds are in words ("berita"), outcomes too ("masuk")."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    as_tags: Counter[str] = field(default_factory=Counter)  # categories behind the first one
    other_terms: Counter[str] = field(default_factory=Counter)
    children: int = 0  # pages that stood below another one


class WordpressImport:
    """One run over an export. ``tell`` hears of an item what a person should know."""

    def __init__(self, path: Path, uploads: Uploads, tell: Callable[[str, str], None]) -> None:
        self.path = path
        self.uploads = uploads
        self.report = Report()
        self.categories = Categories()
        self.site = read_site(path)
        self._tell = tell
        self._label = ""
        self._keys = set(
            Origin.objects.filter(key__startswith="wordpress:").values_list("key", flat=True)
        )
        self._met: set[str] = set()
        self.files = Files(uploads, self._say)
        self._blocks: dict[str, str] = {}
        self._hosts = _hosts(self.site)

    def run(self) -> Iterator[int]:
        """Enter all items; give their number after each. Raises UnreadableFileError."""
        for item in read_items(self.path):
            self._survey(item)
        for item in read_items(self.path):
            self._label = item.label()
            kind = _KINDS.get(item.kind)
            if item.problem:
                self._skip("butir", item.problem)
            elif kind is None:
                self.report.others[item.kind] += 1
            elif item.kind == "attachment" and self.uploads.folder is None:
                self.report.counts[kind, "tanpa berkas"] += 1
            else:
                self._enter(item, kind)
            yield item.number

    def _survey(self, item: Item) -> None:
        """Note what posts refer to: files and reusable blocks stand anywhere in the export."""
        if item.kind == "wp_block":
            self._blocks[item.get("wp:post_id").strip()] = item.get("content:encoded")
        elif item.kind == "attachment":
            self.files.note(item)

    def _enter(self, item: Item, kind: str) -> None:
        self.report.comments += item.comments
        try:
            outcome = self._entered_or_known(item)
        except (ValueError, ValidationError) as error:
            self._skip(kind, reason(error) if isinstance(error, ValidationError) else str(error))
        except (DatabaseError, OSError) as error:
            self._skip(kind, f"tidak dapat disimpan ({error})")
        else:
            self.report.counts[kind, outcome.value] += 1

    def _skip(self, kind: str, why: str) -> None:
        self.report.counts[kind, "dilewati"] += 1
        self._say(f"dilewati: {why}")

    def _say(self, words: str) -> None:
        self._tell(self._label, words)

    def _entered_or_known(self, item: Item) -> Outcome:
        key = wordpress_item.key_of(item, self.site)
        if key in self._met:
            key = f"{key[:480]}#{item.get('wp:post_id').strip()}"  # two items under one GUID
        self._met.add(key)
        if key in self._keys:
            return Outcome.KNOWN
        makers = {"attachment": self._attachment, "page": self._page, "post": self._post}
        makers[item.kind](item, key)
        self._note_changes(item)
        return Outcome.ENTERED

    def _note_changes(self, item: Item) -> None:
        """Count what *item* is no longer, for there is no place for it here."""
        self.report.as_tags.update(plain(name) for name in wordpress_item.topics_of(item).others)
        self.report.other_terms.update(wordpress_item.other_terms_of(item))
        self.report.children += wordpress_item.is_child(item)

    def _attachment(self, item: Item, key: str) -> None:
        path = self.files.path(item.get("wp:post_id").strip())
        if path is None:
            name = name_of(item.get("wp:attachment_url"))
            raise ValueError(f"berkas “{name}” tidak ada di folder unggahan")
        if path.suffix.casefold() == ".pdf":
            stored: models.Model | None = self.files.document(path, plain(item.get("title")))
        else:
            stored = self.files.photo(path)
        if stored is not None:
            self._note_origin(stored, key)

    def _page(self, item: Item, key: str) -> None:
        draft, _ = self._draft(item, self._media(item, is_page=True))
        if self.uploads.dry:
            return
        with transaction.atomic():
            page = Page.objects.create(
                title=draft.title,
                slug=unique_slug(Page, draft.slug or draft.title, max_length=_PAGE_SLUG_MAX_CHARS),
                summary=draft.summary,
                body=draft.body,
                status=draft.status,
                published_at=draft.published_at,
                shows_in_footer=False,
                position=_position(item),
            )
            self._note_arrival(page, item, key, draft.slug)

    def _post(self, item: Item, key: str) -> None:
        media = self._media(item, is_page=False)
        draft, category_slug = self._draft(item, media)
        number = item.meta.get("_thumbnail_id", "")
        picture = self.files.picture(number, "", Words()) if number.isdecimal() else None
        if self.uploads.dry:
            self.categories.foresee(draft.category)
            return
        try:
            with transaction.atomic():
                article = self._save(item, draft, category_slug, picture)
                _attach(article, media)
                self._note_arrival(article, item, key, draft.slug)
        except BaseException:
            self.categories.forget()
            raise

    def _save(
        self, item: Item, draft: Draft, category_slug: str, picture: Picture | None
    ) -> Article:
        is_lead = item.get("wp:is_sticky").strip() == "1" and draft.status == Status.PUBLISHED
        description = plain(self.site.descriptions.get(category_slug, ""))
        category = self.categories.get(
            draft.category,
            slug=category_slug,
            description=shortened(description, _DESCRIPTION_MAX_CHARS),
        )
        front_page = FrontPage.HEADLINE if is_lead else FrontPage.NORMAL
        return save_article(
            draft, draft.body, picture, self.categories, category=category, front_page=front_page
        )

    def _draft(self, item: Item, media: ItemMedia) -> tuple[Draft, str]:
        """Return *item* with its text as it will stand, and the address word of its category."""
        status, published_at = wordpress_item.state_of(item, self._say)
        html = html_of_wordpress(item.get("content:encoded"), media)
        title, html = with_whole(wordpress_item.title_of(item, html), TITLE_MAX_CHARS, html)
        summary, html = with_whole(plain(item.get("excerpt:encoded")), SUMMARY_MAX_CHARS, html)
        body = cleaned(html, self._say)
        if not body and not media.gallery and status == Status.PUBLISHED:
            self._say("isinya kosong; masuk sebagai draf")
            status = Status.DRAFT
        topics = wordpress_item.topics_of(item)
        draft = Draft(
            title,
            body,
            status,
            published_at,
            slug=wordpress_item.slug_of(item),
            summary=summary,
            category=shortened(topics.category, CATEGORY_MAX_CHARS) or DEFAULT_CATEGORY,
            tags=tag_names(list(topics.tags)),
            author=wordpress_item.author_of(item, self.site),
        )
        return draft, topics.slug

    def _note_arrival(self, arrived: Any, item: Item, key: str, slug: str) -> None:
        remember_addresses(arrived, wordpress_item.addresses_of(item))
        self._note_origin(arrived, key)
        if slug and arrived.slug != slug:
            self._say(f"slug “{slug}” menjadi “{arrived.slug}”; alamat lamanya dialihkan")

    def _note_origin(self, item: models.Model, key: str) -> None:
        content_type = ContentType.objects.get_for_model(item)
        Origin.objects.create(key=key, content_type=content_type, object_id=item.pk)

    def _media(self, item: Item, *, is_page: bool) -> ItemMedia:
        number = item.get("wp:post_id").strip()
        return ItemMedia(self.files, number, is_page, self._hosts, self._blocks)


def _attach(article: Article, media: ItemMedia) -> None:
    for position, photo in enumerate(media.gallery):
        article.attachments.create(picture=photo, position=position)
    for position, document in enumerate(media.documents, start=len(media.gallery)):
        article.attachments.create(document=document, position=position)


def _position(item: Item) -> int:
    order = item.get("wp:menu_order").strip()
    return min(int(order), _POSITION_MAX) if order.isdecimal() and len(order) < 9 else 10


def _hosts(site: Site) -> frozenset[str]:
    """Return the names that the site had, without "www."."""
    found = set()
    for address in site.addresses:
        try:
            found.add((urlsplit(address).hostname or "").removeprefix("www."))
        except ValueError:
            continue
    return frozenset(found - {""})
