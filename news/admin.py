"""Where staff write the news."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from cilegon_portal.library.widgets import PicksPictures
from cilegon_portal.publishing.admin import PublishableAdmin
from cilegon_portal.publishing.filters import OwnerFilter, StateFilter
from news.forms import ArticleForm
from news.models import Article, Attachment, Category, Correction


class _PartInline(admin.TabularInline):
    """A part of an article: who may change the article may change its parts."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("news.view_article")

    def _may_change(self, request: HttpRequest, article: Article | None) -> bool:
        return self.admin_site.get_model_admin(Article).has_change_permission(request, article)


class AttachmentInline(PicksPictures, _PartInline):
    """Gallery pictures and documents, in the editor's order."""

    model = Attachment
    raw_id_fields = ("picture", "document")
    verbose_name_plural = "galeri dan dokumen"


class CorrectionInline(_PartInline):
    """Ralat below the article."""

    model = Correction


@admin.register(Article)
class ArticleAdmin(PicksPictures, PublishableAdmin):
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
            "Klarifikasi hoaks",
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

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {
            "author_credit": getattr(request.user, "full_name", ""),
            **super().get_changeform_initial_data(request),
        }


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    """The topics; one that holds articles cannot be deleted (PROTECT)."""

    list_display = ("name", "slug", "position")
    prepopulated_fields = {"slug": ("name",)}
