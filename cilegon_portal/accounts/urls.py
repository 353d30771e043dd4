"""Forgotten passwords, at ``/akun/``; the names are those that Django's admin looks for."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views
from django.urls import path

from cilegon_portal.accounts.forgotten import ForgottenPasswordView

_SITE = urlsplit(settings.SITE_URL)
_CONTEXT: dict[str, Any] = {
    "site_header": admin.site.site_header,
    "site_title": admin.site.site_title,
}

urlpatterns = [
    path(
        "lupa-sandi/",
        ForgottenPasswordView.as_view(
            extra_context=_CONTEXT,
            # From the settings: the Host header is the asker's to choose.
            extra_email_context={"domain": _SITE.netloc, "protocol": _SITE.scheme},
        ),
        name="admin_password_reset",
    ),
    path(
        "lupa-sandi/terkirim/",
        views.PasswordResetDoneView.as_view(extra_context=_CONTEXT),
        name="password_reset_done",
    ),
    path(
        "sandi-baru/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(extra_context=_CONTEXT),
        name="password_reset_confirm",
    ),
    path(
        "sandi-baru/selesai/",
        views.PasswordResetCompleteView.as_view(extra_context=_CONTEXT),
        name="password_reset_complete",
    ),
]
