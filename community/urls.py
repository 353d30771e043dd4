"""Addresses of the community: /kim/ and /aspirasi/ and what stands below them."""

from django.urls import path, register_converter

from community import activity_views, aspiration_views, cards, registration_views, views
from community.tickets import CodeConverter

register_converter(CodeConverter, "code")

app_name = "community"
urlpatterns = [
    path("aspirasi/", aspiration_views.aspiration_form, name="aspiration_form"),
    path("aspirasi/<code:code>/", aspiration_views.aspiration_detail, name="aspiration_detail"),
    path("kim/", views.group_list, name="group_list"),
    path("kim/daftar/", registration_views.registration_form, name="registration_form"),
    path(
        "kim/daftar/<code:code>/",
        registration_views.registration_detail,
        name="registration_detail",
    ),
    path("kim/sebaran/", views.coverage_page, name="coverage"),
    path("kim/sebaran.csv", views.coverage_csv, name="coverage_csv"),
    path("kim/<slug:slug>/", views.group_detail, name="group_detail"),
    path("kim/<slug:slug>/kartu-<slug:version>.jpg", cards.group_card, name="group_card"),
    path("kim/<slug:slug>/kegiatan/", activity_views.activity_list, name="activity_list"),
    path(
        "kim/<slug:slug>/kegiatan/<int:pk>/", activity_views.activity_detail, name="activity_detail"
    ),
    path(
        "kim/<slug:slug>/kegiatan/<int:pk>/kartu-<slug:version>.jpg",
        activity_views.activity_card,
        name="activity_card",
    ),
]
