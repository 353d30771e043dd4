"""Addresses below /media/: files that are public while something public uses them."""

from django.urls import path

from cilegon_portal.library import views

app_name = "library"
urlpatterns = [
    path("gambar/<str:token>/<str:name>", views.picture_file, name="picture_file"),
    path("dokumen/<str:token>/<str:name>", views.document_file, name="document_file"),
]
