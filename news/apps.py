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
            "view_category",
        ],
        "Editor": [
            "add_article",
            "change_article",
            "view_article",
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
