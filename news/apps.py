"""Berita."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

from cilegon_portal.desk import DeskBox, DeskButton

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User
    from cilegon_portal.open_data import Dataset


class NewsConfig(AppConfig):
    """Register the news app."""

    name = "news"
    verbose_name = "Berita"
    navigation = [("Berita", "news:article_list")]
    footer_links = [("Arsip berita", "news:article_list"), ("Umpan RSS berita", "news:rss")]
    desk_buttons = [DeskButton("Tulis berita", "admin:news_article_add", "news.add_article")]
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
            "taggit.view_tag",
            "taggit.change_tag",
        ],
        "Pengelola Situs": ["*", "taggit.view_tag", "taggit.change_tag", "taggit.delete_tag"],
    }

    def ready(self) -> None:
        from django.db.models.signals import pre_save
        from taggit.models import Tag

        from news import search, tags, uses

        pre_save.connect(tags.give_address, sender=Tag, dispatch_uid="news.tags")
        uses.register()
        search.register()

    def datasets(self) -> "list[Dataset]":
        """Return the tables that anybody may use again."""
        from news import open_data

        return [open_data.articles()]

    def desk_boxes(self, user: "User") -> list[DeskBox]:
        """Return what waits for *user* in the newsroom."""
        from news import desk

        return desk.boxes(user)
