"""Every public address (DESIGN §4)."""

from django.contrib import admin
from django.urls import include, path

from cilegon_portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("berita/", include("news.urls")),
    path("media/", include("cilegon_portal.library.urls")),
    path("admin/", admin.site.urls),
    path("healthz/", views.health, name="health"),
    # Last: /<slug>/ is whatever page the office wrote.
    path("<slug:slug>/", views.page_detail, name="page_detail"),
]
