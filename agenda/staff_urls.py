"""Addresses below /admin/agenda/ beside the forms and lists that Django's admin has."""

from django.contrib import admin
from django.urls import path

import cilegon_portal.converters  # noqa: F401 -- makes yyyy, mm and dd known
from agenda import staff_calendar
from agenda.desk_views import agenda_text, copy_to_days, make_article
from agenda.exchange_views import export_events, import_events, import_example

urlpatterns = [
    path(
        "kalender/",
        admin.site.admin_view(staff_calendar.this_month),
        name="agenda_staff_today",
    ),
    path(
        "kalender/<yyyy:year>/<mm:month>/",
        admin.site.admin_view(staff_calendar.staff_month),
        name="agenda_staff_month",
    ),
    path(
        "kalender/<yyyy:year>/<mm:month>/<dd:day>/",
        admin.site.admin_view(staff_calendar.staff_day),
        name="agenda_staff_day",
    ),
    path("teks-whatsapp/", admin.site.admin_view(agenda_text), name="agenda_text"),
    path(
        "event/<int:pk>/salin/",
        admin.site.admin_view(copy_to_days),
        name="agenda_copy",
    ),
    path("impor/", admin.site.admin_view(import_events), name="agenda_import"),
    path(
        "impor/contoh.csv",
        admin.site.admin_view(import_example),
        name="agenda_import_example",
    ),
    path("ekspor/", admin.site.admin_view(export_events), name="agenda_export"),
    path(
        "occurrence/<int:pk>/buat-berita/",
        admin.site.admin_view(make_article),
        name="agenda_make_article",
    ),
]
