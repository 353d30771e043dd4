"""Where officers write articles for the portal, and staff decide what becomes of them.

Officers see their own groups' contributions alone; staff read all of them and change no word:
what they mend, they mend in the article that they make of one.
"""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_POST

from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Picture
from cilegon_portal.library.usage import public_pictures, usable_pictures
from cilegon_portal.library.widgets import PicksPictures
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.copies import note_saved
from cilegon_portal.publishing.filters import OfferedFilters
from cilegon_portal.publishing.forms import MOVE_KEY, NOTE_KEY
from cilegon_portal.publishing.parts import PartInline
from cilegon_portal.publishing.reading import show_texts
from cilegon_portal.publishing.saving import SavesInTurn, StampedForm
from cilegon_portal.publishing.texts import told_changes
from cilegon_portal.publishing.workflow import NotInOrder
from cilegon_portal.richtext import picture_tokens
from community import contribution_moves as moves
from community.contributions import Contribution, ContributionPhoto, ContributionQuerySet
from community.group_filters import DistrictFilter
from community.groups import Group
from community.officer_forms import offer_groups
from news.forms import count_letters

PHOTOS_MAX = 12
REVIEW = "community.review_contribution"
_FOUND = "_found_on_saving"  # on the request: the form is asked a second time


class ContributionForm(StampedForm):
    """An article of officers; ``user`` and what was ``found`` on saving are set for one request."""

    user: User
    found: tuple[str, ...] = ()

    class Media:
        """Count the title's letters while it is typed."""

        js: ClassVar = [Script("js/admin/title-counter.js", defer=True)]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            count_letters(self.fields["title"])
        if "group" in self.fields:
            group = cast("forms.ModelChoiceField[Group]", self.fields["group"])
            offer_groups(group, self.user, reviewer=self.user.has_perm(REVIEW))

    def clean_body(self) -> str:
        """Refuse photos of others: an address of a file that was seen somewhere is no permission."""
        body: str = self.cleaned_data["body"]
        shown = Picture.objects.filter(token__in=picture_tokens(body))
        may_show = usable_pictures(self.user) | Picture.objects.filter(public_pictures())
        if shown.exclude(pk__in=may_show.values("pk")).exists():
            raise ValidationError(
                "Satu foto di dalam tulisan bukan unggahan Anda. Hapus, lalu unggah foto Anda sendiri."
            )
        return body

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for message in self.found:
            self.add_error(None, message)
        return cleaned


class PhotoInline(PicksPictures, PartInline, admin.StackedInline):
    """Photos beside the main one."""

    model = ContributionPhoto
    fields = ("picture",)
    raw_id_fields = ("picture",)
    max_num = PHOTOS_MAX


class ContributionAdmin(PicksPictures, OfferedFilters, SavesInTurn):
    """Written by officers, decided by staff."""

    form = ContributionForm
    change_form_template = "admin/community/contribution/change_form.html"
    view_on_site = False
    actions = None
    list_display = ("title", "group", "state", "submitted_at")
    list_select_related = ("group",)
    list_filter: ClassVar[Any] = ("state", DistrictFilter)
    search_fields = ("title", "group__name")
    ordering = ("-pk",)
    list_per_page = 50
    show_full_result_count = False
    raw_id_fields = ("picture",)
    inlines = (PhotoInline,)
    fieldsets: ClassVar[Any] = (
        ("Tulisan", {"fields": ("title", "summary", "body")}),
        ("Foto", {"fields": ("picture",)}),
        ("Tempat dan KIM", {"fields": ("place", "region", "group")}),
        (None, {"fields": ("stamp",), "classes": ("hidden-fields",)}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = cast("ContributionQuerySet", super().get_queryset(request))
        return rows.visible_to(signed_in(request))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fieldsets if self.has_change_permission(request, obj) else self.fieldsets[:-1]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Tell whether its words may be changed: by officers of its group, while it is with them."""
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or (obj.is_open() and obj.is_owned_by(signed_in(request)))

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,  # noqa: FBT001, FBT002 -- Django's signature
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user, form.found = request.user, getattr(request, _FOUND, ())
        return form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer the form; what only shows when all parts are saved is refused like the rest."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except NotInOrder as error:
            setattr(request, _FOUND, tuple(error.messages))
            return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        mended, removed = told_changes(form)
        for sentence in mended:
            self.message_user(request, sentence, messages.INFO)
        for sentence in removed:
            self.message_user(request, sentence, messages.WARNING)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Save the photos, then make the move that was asked for, in one transaction."""
        super().save_related(request, form, formsets, change)
        if name := request.POST.get(MOVE_KEY):
            moves.move(form.instance, name, by=signed_in(request))

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self.response_change(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        note_saved(request)
        if name := request.POST.get(MOVE_KEY):
            self.message_user(request, f"“{obj}” {moves.MOVES[name].done}.", messages.SUCCESS)
            return self.response_post_save_change(request, obj)
        self.message_user(request, f"“{obj}” tersimpan.", messages.SUCCESS)
        return HttpResponseRedirect(_address(obj))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/langkah/",
                view(require_POST(self.move_view)),
                name="community_contribution_move",
            ),
            path(
                "<path:object_id>/jadikan-berita/",
                view(require_POST(self.adopt_view)),
                name="community_contribution_adopt",
            ),
            *super().get_urls(),
        ]

    @transaction.atomic
    def move_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Move a contribution whose words the reader may not change."""
        item: Contribution = self.get_object(request, object_id)
        name, note = request.POST.get(MOVE_KEY, ""), request.POST.get(NOTE_KEY, "")
        try:
            moves.move(item, name, by=signed_in(request), note=note)
        except ValidationError as error:
            self.message_user(request, _as_text(error), messages.ERROR)
        else:
            self.log_change(request, item, moves.MOVES[name].label)
            self.message_user(request, f"“{item}” {moves.MOVES[name].done}.", messages.SUCCESS)
        return HttpResponseRedirect(_address(item))

    @transaction.atomic
    def adopt_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make the draft of an article of it, or return to the one begun before."""
        if not request.user.has_perms((REVIEW, "news.add_article")):
            raise PermissionDenied
        item: Contribution = self.get_object(request, object_id)
        try:
            article = moves.adopt(item, by=signed_in(request))
        except ValidationError as error:
            self.message_user(request, _as_text(error), messages.ERROR)
            return HttpResponseRedirect(_address(item))
        self.log_change(request, item, "Jadikan berita")
        text = "Draf berita dari kiriman ini siap. Periksa isi, kategori, dan alamatnya."
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:news_article_change", args=[article.pk]))

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        item, user = kwargs.get("obj"), signed_in(request)
        may_edit = self.has_change_permission(request, item)
        if item is not None and not may_edit:
            show_texts(item)
        context |= {
            "moves": moves.available_moves(item or Contribution(), user),
            "may_edit": may_edit,
            "may_adopt": item is not None
            and moves.may_become_news(item)
            and user.has_perms((REVIEW, "news.add_article")),
        }
        return super().render_change_form(request, context, *args, **kwargs)


def _address(contribution: Contribution) -> str:
    return reverse("admin:community_contribution_change", args=[contribution.pk])


def _as_text(error: ValidationError) -> str:
    return format_html_join(" ", "{}", ((message,) for message in error.messages))
