"""Every address of the site; how they behave: docs/publishing.md#addresses."""

from django.contrib import admin
from django.urls import include, path, re_path

from cilegon_portal import api, legacy, machine_files, open_data_views, site_card, sitemaps, views
from cilegon_portal.handbook import handbook
from cilegon_portal.pasting import pasted
from news.whatsapp import chat_text

urlpatterns = [
    path("", views.home, name="home"),
    path("agenda/", include("agenda.urls")),
    path("berita/", include("news.urls")),
    path("", include("community.urls")),
    path("media/", include("cilegon_portal.library.urls")),
    path(
        "admin/news/article/<int:pk>/teks-whatsapp/",
        admin.site.admin_view(chat_text),
        name="whatsapp_text",
    ),
    path("admin/panduan/", admin.site.admin_view(handbook), name="handbook"),
    path("admin/tempel/", admin.site.admin_view(pasted), name="pasted"),
    path("admin/agenda/", include("agenda.staff_urls")),
    path("admin/community/", include("community.staff_urls")),
    path("akun/", include("cilegon_portal.accounts.urls")),
    path("admin/", admin.site.urls),
    path("healthz/", views.health, name="health"),
    path("cari/", views.search, name="search"),
    path("api/v1/docs/", api.api_docs, name="api_docs"),
    path("api/v1/", api.api.urls),
    path("data/", open_data_views.open_data, name="open_data"),
    re_path(
        r"^data/(?P<slug>[a-z-]+)\.(?P<ending>csv|json|geojson)$",
        open_data_views.open_data_file,
        name="open_data_file",
    ),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap_index"),
    path("sitemap-berita.xml", sitemaps.news_sitemap, name="news_sitemap"),
    path("sitemap-<slug:name>.xml", sitemaps.sitemap_section, name="sitemap_section"),
    path("robots.txt", machine_files.robots_txt, name="robots_txt"),
    path(".well-known/security.txt", machine_files.security_txt, name="security_txt"),
    path("kartu-<slug:version>.jpg", site_card.send_site_card, name="site_card"),
    path("manifest.webmanifest", machine_files.web_manifest, name="web_manifest"),
    re_path(r"^index\.php(?:/(?P<rest>.*))?$", legacy.old_address, name="old_address"),
    # Last: /<slug>/ is whatever page the office wrote.
    path("<slug:slug>/", views.page_detail, name="page_detail"),
]
