"""Berita."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """Register the news app."""

    name = "news"
    verbose_name = "Berita"
    navigation = [("Berita", "news:article_list")]
    footer_links = [("Arsip berita", "news:article_list"), ("Umpan RSS berita", "news:rss")]
    role_permissions = {
        "Penulis": [
            "add_article",
            "change_article",
            "view_article",
            "add_attachment",
            "change_attachment",
            "delete_attachment",
            "view_attachment",
            "add_correction",
            "change_correction",
            "delete_correction",
            "view_correction",
            "view_category",
        ],
        "Editor": [
            "add_article",
            "change_article",
            "view_article",
            "add_attachment",
            "change_attachment",
            "delete_attachment",
            "view_attachment",
            "add_correction",
            "change_correction",
            "delete_correction",
            "view_correction",
            "review_article",
            "add_category",
            "change_category",
            "view_category",
        ],
        "Pengelola Situs": ["*"],
    }

    def ready(self) -> None:
        from news import uses

        uses.register()
