"""Addresses below /admin/community/ beside the forms and lists that Django's admin has."""

from django.contrib import admin
from django.urls import path

from community import (
    aspiration_admin,
    board_letters,
    group_contact,
    registration_admin,
    report_views,
)

urlpatterns = [
    path(
        "laporan/",
        admin.site.admin_view(report_views.quarter_report),
        name="community_report",
    ),
    path(
        "group/<int:pk>/kontak/",
        admin.site.admin_view(group_contact.group_contact),
        name="community_group_contact",
    ),
    path(
        "berkas/<str:token>/",
        admin.site.admin_view(board_letters.private_file),
        name="community_private_file",
    ),
    path(
        "aspiration/<int:pk>/kontak/",
        admin.site.admin_view(aspiration_admin.aspiration_contact),
        name="community_aspiration_contact",
    ),
    path(
        "aspiration/<int:pk>/berkas/",
        admin.site.admin_view(aspiration_admin.aspiration_file),
        name="community_aspiration_file",
    ),
    path(
        "aspiration/<int:pk>/klarifikasi/",
        admin.site.admin_view(aspiration_admin.make_clarification),
        name="community_aspiration_clarify",
    ),
    path(
        "registration/<int:pk>/kontak/",
        admin.site.admin_view(registration_admin.registration_contact),
        name="community_registration_contact",
    ),
    path(
        "registration/<int:pk>/berkas/",
        admin.site.admin_view(registration_admin.registration_file),
        name="community_registration_file",
    ),
]
