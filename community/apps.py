"""The community: KIM, and what citizens bring."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import AppConfig

from cilegon_portal.desk import DeskBox, DeskButton

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User
    from cilegon_portal.open_data import Dataset
    from cilegon_portal.personal_data import Forgotten, Holding
    from cilegon_portal.tidings.letters import Tiding


class CommunityConfig(AppConfig):
    """Register the community app."""

    name = "community"
    verbose_name = "KIM"
    navigation = [("KIM", "community:group_list"), ("Aspirasi", "community:aspiration_form")]
    footer_links = [
        ("Daftar KIM", "community:group_list"),
        ("Sebaran KIM", "community:coverage"),
        ("Daftarkan KIM", "community:registration_form"),
        ("Sampaikan aspirasi", "community:aspiration_form"),
    ]
    desk_buttons = [
        DeskButton("Lapor kegiatan", "admin:community_activity_add", "community.add_activity"),
        DeskButton(
            "Kirim tulisan", "admin:community_contribution_add", "community.add_contribution"
        ),
        DeskButton(
            "Pendaftaran KIM",
            "admin:community_registration_changelist",
            "community.review_registration",
        ),
        DeskButton(
            "Aspirasi masuk",
            "admin:community_aspiration_changelist",
            "community.review_aspiration",
        ),
        DeskButton("Daftar KIM", "admin:community_group_changelist", "community.review_group"),
        DeskButton("Tambah KIM", "admin:community_group_add", "community.add_group"),
        DeskButton("Laporan KIM", "community_report", "community.review_activity"),
    ]
    role_permissions = {
        "Petugas KIM": [
            "review_aspiration",
            "review_registration",
            "read_contact",
            "add_activity",
            "change_activity",
            "view_activity",
            "review_activity",
            "view_contribution",
            "review_contribution",
            "add_membership",
            "change_membership",
            "view_membership",
            "add_group",
            "change_group",
            "view_group",
            "review_group",
            "view_private_contact",
            "add_board",
            "change_board",
            "view_board",
            "add_stage",
            "change_stage",
            "view_stage",
            # "Buat klarifikasi" makes a draft like any writer's.
            "news.add_article",
            "news.change_article",
            "news.view_article",
            "news.view_category",
            "office.view_agency",
        ],
        "Pengurus KIM": [
            "add_activity",
            "change_activity",
            "view_activity",
            "add_contribution",
            "change_contribution",
            "view_contribution",
        ],
        "Editor": ["view_contribution", "review_contribution"],
        "Pengelola Situs": ["*"],
    }

    # Copied only when asked for (cilegon_portal.site_copy).
    personal_models = [
        "Aspiration", "AspirationStep", "Registration", "RegistrationStep", "PrivateFile",
        "AccessLog",
    ]  # fmt: skip
    personal_fields = ["Group.private_contact"]

    def personal_data(self, key: str) -> "Iterable[Holding]":
        """Return what is held of whom *key* names."""
        from community import personal_data

        return personal_data.personal_data(key)

    def forget_expired(self, at: datetime) -> "Iterable[Forgotten]":
        """Erase what was kept long enough."""
        from community import forgetting

        return forgetting.forget_expired(at)

    def datasets(self) -> "list[Dataset]":
        """Return the tables that anybody may use again."""
        from community import open_data

        return open_data.tables()

    def tidings(self, at: datetime) -> "Iterable[Tiding]":
        """Return what senders who left a mail address are to be told."""
        from community import tidings

        return tidings.news_of_senders(at)

    def desk_boxes(self, user: "User") -> list[DeskBox]:
        """Return what waits for an answer."""
        from community import desk

        return desk.boxes(user)

    def ready(self) -> None:
        from community import search, uses

        uses.register()
        search.register()
