"""Addresses below /berita/."""

from django.urls import path

from news import feeds, views

app_name = "news"
urlpatterns = [
    path("", views.article_list, name="article_list"),
    path("rss/", feeds.rss, name="rss"),
    path("atom/", feeds.atom, name="atom"),
    path("kategori/<slug:slug>/rss/", feeds.category_rss, name="category_rss"),
    path("jenis/<slug:kind>/rss/", feeds.kind_rss, name="kind_rss"),
    path("kategori/<slug:slug>/", views.category_detail, name="category_detail"),
    path("<slug:slug>/", views.article_detail, name="article_detail"),
]
