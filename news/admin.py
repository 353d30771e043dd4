"""Where staff write the news."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from taggit.models import Tag, TaggedItem

from cilegon_portal.library.widgets import PicksDocuments, PicksPictures
from cilegon_portal.publishing.admin import NATIVE_DATETIME, PublishableAdmin
from cilegon_portal.publishing.filters import OwnerFilter, StateFilter
from cilegon_portal.publishing.parts import PartInline
from cilegon_portal.publishing.slugs import leave_redirect
from cilegon_portal.search.for_staff import SearchesIndex
from news.forms import ArticleForm, CorrectionForm
from news.models import Article, Attachment, Category, Correction, Kind
from news.tags import merge_tags, reindex_tagged

CLARIFICATION = "Klarifikasi hoaks"


class AttachmentInline(PicksPictures, PicksDocuments, PartInline, admin.StackedInline):
    """Gallery pictures and documents, in the editor's order."""

    model = Attachment
    fields = (("picture", "document", "position"),)
    raw_id_fields = ("picture", "document")
    verbose_name_plural = "galeri dan dokumen"


class CorrectionInline(PartInline, admin.StackedInline):
    """Ralat below the article."""

    model = Correction
    form = CorrectionForm
    formfield_overrides = NATIVE_DATETIME


@admin.register(Article)
class ArticleAdmin(SearchesIndex, PicksPictures, PublishableAdmin):
    """Where writers write and editors publish."""

    form = ArticleForm
    change_form_template = "admin/news/article/change_form.html"
    list_display = ("title", "state", "created_by", "kind", "category", "published_at")
    list_select_related = ("created_by", "category")
    list_filter = (StateFilter, "kind", "category", OwnerFilter)
    search_fields = ("title", "summary")
    autocomplete_fields = ("related",)
    raw_id_fields = ("picture",)
    reviewer_fields = ("front_page", "legacy_id")
    inlines = (AttachmentInline, CorrectionInline)
    fieldsets = (
        ("Isi", {"fields": ("title", "summary", "dateline_place", "body")}),
        (
            CLARIFICATION,
            {
                "classes": ("collapse",),
                "fields": ("claim", "verdict", "explanation", "evidence"),
            },
        ),
        ("Foto", {"fields": ("picture",)}),
        (
            "Terbit",
            {
                "fields": (
                    "kind",
                    "category",
                    "tags",
                    "information_class",
                    "region",
                    "front_page",
                    "published_at",
                    "unpublish_at",
                )
            },
        ),
        (
            "Kredit, baca juga, dan alamat",
            {
                "classes": ("collapse",),
                "fields": (
                    "author_credit",
                    "reporter_credit",
                    "editor_credit",
                    "photo_credit",
                    "related",
                    "slug",
                    "legacy_id",
                ),
            },
        ),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Unfold the claim and its answer where they are what the article is about."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or obj.kind != Kind.CLARIFICATION:
            return fieldsets
        return [
            (name, {**options, "classes": ()} if name == CLARIFICATION else options)
            for name, options in fieldsets
        ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {
            "author_credit": getattr(request.user, "full_name", ""),
            **super().get_changeform_initial_data(request),
        }


class _RedirectsOldSlug(admin.ModelAdmin):
    """A changed slug leaves the old address leading here."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        old_slug = form.initial.get("slug")
        if change and old_slug and old_slug != obj.slug:
            leave_redirect(obj, old_slug)


@admin.register(Category)
class CategoryAdmin(_RedirectsOldSlug):
    """The topics; one that holds articles cannot be deleted (PROTECT)."""

    list_display = ("name", "slug", "position")
    prepopulated_fields = {"slug": ("name",)}


admin.site.unregister(Tag)  # taggit's own merges without redirects, in English


@admin.register(Tag)
class TagAdmin(_RedirectsOldSlug):
    """Tags: rename, or merge those that mean the same."""

    list_display = ("name", "slug", "used")
    search_fields = ("name",)
    ordering = ("name",)
    fields = ("name", "slug")
    actions = ("merge",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        tags: QuerySet[Tag] = super().get_queryset(request)
        # Counted for the tags on the page alone: joined, all are before the first is shown.
        items = TaggedItem.objects.filter(tag=OuterRef("pk")).values("tag")
        uses = Subquery(items.annotate(total=Count("pk")).values("total"))
        counted: QuerySet[Tag] = tags.annotate(uses=Coalesce(uses, 0))
        return counted

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            reindex_tagged(obj)

    @admin.display(description="dipakai", ordering="uses")
    def used(self, tag: Any) -> int:
        return int(tag.uses)

    @admin.action(description="Gabungkan tag terpilih", permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Tag]) -> HttpResponse | None:
        """Ask which of the chosen tags stays, then merge the others into it."""
        tags = list(queryset)
        if len(tags) < 2:
            self.message_user(request, "Pilih dua tag atau lebih.", messages.WARNING)
            return None
        into = next((tag for tag in tags if str(tag.pk) == request.POST.get("tujuan")), None)
        if into is None:
            context = self.admin_site.each_context(request) | {
                "title": "Gabungkan tag",
                "opts": self.opts,
                "tags": tags,
            }
            return render(request, "admin/taggit/tag/merge.html", context)
        count = merge_tags(tags, into=into)
        self.message_user(request, f"{count} tag digabungkan ke “{into}”.", messages.SUCCESS)
        return None
