"""Addresses below /agenda/."""

from django.urls import path

import cilegon_portal.converters  # noqa: F401 -- makes yyyy, mm, dd and date known
from agenda import archive, cards, views

app_name = "agenda"
urlpatterns = [
    path("", views.event_list, name="event_list"),
    path("<yyyy:year>/", archive.year_archive, name="year_archive"),
    path("<yyyy:year>/<mm:month>/", archive.month_archive, name="month_archive"),
    path("<yyyy:year>/<mm:month>/<dd:day>/", archive.day_detail, name="day_detail"),
    path("acara/<slug:slug>/", views.event_detail, name="event_detail"),
    path("acara/<slug:slug>/<date:on>/", views.occurrence_detail, name="occurrence_detail"),
    path("acara/<slug:slug>/kartu-<slug:version>.jpg", cards.event_card, name="event_card"),
    path(
        "acara/<slug:slug>/<date:on>/kartu-<slug:version>.jpg",
        cards.occurrence_card,
        name="occurrence_card",
    ),
    path("pejabat/<slug:slug>/", views.official_detail, name="official_detail"),
]
