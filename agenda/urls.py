"""Addresses below /agenda/."""

from django.urls import path

import cilegon_portal.converters  # noqa: F401 -- makes yyyy, mm, dd and date known
from agenda import archive, calendars, cards, feeds, views

app_name = "agenda"
urlpatterns = [
    path("", views.event_list, name="event_list"),
    path("sematkan/", views.embedded_events, name="embed"),
    path("rss/", feeds.rss, name="rss"),
    path("pribadi/<slug:token>.ics", calendars.private_calendar, name="private_calendar"),
    path("kalender.ics", calendars.all_calendar, name="calendar"),
    path("<yyyy:year>/", archive.year_archive, name="year_archive"),
    path("<yyyy:year>/<mm:month>/", archive.month_archive, name="month_archive"),
    path("<yyyy:year>/<mm:month>/<dd:day>/", archive.day_detail, name="day_detail"),
    path("acara/<slug:slug>/", views.event_detail, name="event_detail"),
    path("acara/<slug:slug>/kalender.ics", calendars.event_calendar, name="event_calendar"),
    path("acara/<slug:slug>/<date:on>/", views.occurrence_detail, name="occurrence_detail"),
    path("acara/<slug:slug>/kartu-<slug:version>.jpg", cards.event_card, name="event_card"),
    path(
        "acara/<slug:slug>/<date:on>/kartu-<slug:version>.jpg",
        cards.occurrence_card,
        name="occurrence_card",
    ),
    path("jenis/<slug:slug>/kalender.ics", calendars.type_calendar, name="type_calendar"),
    path("pejabat/<slug:slug>/", views.official_detail, name="official_detail"),
    path("pejabat/<slug:slug>/kalender.ics", calendars.official_calendar, name="official_calendar"),
]
