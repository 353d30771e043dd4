"""Addresses below /berita/."""

from django.urls import path

import cilegon_portal.converters  # noqa: F401 -- makes yyyy and mm known
from news import archive, cards, feeds, reads, views

app_name = "news"
urlpatterns = [
    path("", views.article_list, name="article_list"),
    path("sematkan/", views.embedded_articles, name="embed"),
    path("rss/", feeds.rss, name="rss"),
    path("atom/", feeds.atom, name="atom"),
    path("baca/", reads.beacon, name="beacon"),
    path("kategori/<slug:slug>/rss/", feeds.category_rss, name="category_rss"),
    path("jenis/<slug:kind>/rss/", feeds.kind_rss, name="kind_rss"),
    path("kategori/<slug:slug>/", views.category_detail, name="category_detail"),
    # A tag may be written in any script, and so is its address.
    path("tag/<words:slug>/", views.tag_detail, name="tag_detail"),
    path("jenis/<slug:kind>/", views.kind_list, name="kind_list"),
    path("arsip/<yyyy:year>/", archive.year_archive, name="year_archive"),
    path("arsip/<yyyy:year>/<mm:month>/", archive.month_archive, name="month_archive"),
    path("<slug:slug>/kartu-<slug:version>.jpg", cards.article_card, name="article_card"),
    path("<slug:slug>/", views.article_detail, name="article_detail"),
]
