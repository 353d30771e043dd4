"""Addresses below /berita/."""

from django.urls import path

from news import views

app_name = "news"
urlpatterns = [
    path("", views.article_list, name="article_list"),
    path("kategori/<slug:slug>/", views.category_detail, name="category_detail"),
    path("<slug:slug>/", views.article_detail, name="article_detail"),
]
