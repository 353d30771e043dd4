"""Where Pengelola Situs looks after staff accounts.

Nobody but a superuser makes or edits superusers; nobody deletes accounts (they are
switched off, so that what was written keeps its author); roles come from code.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from cilegon_portal.accounts.models import User
from cilegon_portal.accounts.roles import SITE_MANAGER
from cilegon_portal.accounts.throttle import ThrottledLoginForm

admin.site.login_form = ThrottledLoginForm
admin.site.unregister(Group)  # roles are kept in accounts/roles.py


class StaffChangeForm(UserChangeForm):
    """The account form; keeps whoever fills it in from locking themself out."""

    editor: User

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.instance.pk != self.editor.pk or self.editor.is_superuser:
            return cleaned
        keeps_role = any(group.name == SITE_MANAGER for group in cleaned.get("groups", ()))
        if not (cleaned.get("is_active") and cleaned.get("is_staff") and keeps_role):
            raise ValidationError(
                "Anda tidak dapat mencabut akses Anda sendiri. Minta Pengelola Situs lain."
            )
        return cleaned


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Accounts with their roles as checkboxes."""

    form = StaffChangeForm
    add_form = AdminUserCreationForm
    list_display = ("full_name", "username", "job_title", "unit", "is_active")
    list_filter = ("is_active", "groups")
    list_select_related = ("unit",)
    search_fields = ("full_name", "username", "email", "job_title")
    ordering = ("full_name",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "joined_at")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Orang", {"fields": ("full_name", "email", "job_title", "unit")}),
        ("Akses", {"fields": ("groups", "is_staff", "is_active")}),
        ("Riwayat", {"fields": ("last_login", "joined_at")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Orang", {"fields": ("full_name", "email", "job_title", "unit", "groups")}),
    )

    def get_form(
        self,
        request: HttpRequest,
        obj: User | None = None,
        change: bool = False,  # noqa: FBT001, FBT002 - as Django has it
        **kwargs: Any,
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"editor": request.user})

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple()
            field = super().formfield_for_manytomany(db_field, request, **kwargs)
            if field is not None:
                field.label, field.help_text = "peran", ""
            return field
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is not None and obj.is_superuser and not _is_superuser(request):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False


def _is_superuser(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.user.is_superuser
