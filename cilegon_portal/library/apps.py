"""Pictures and documents."""

from django.apps import AppConfig

from cilegon_portal.desk import DeskButton


class LibraryConfig(AppConfig):
    """Register the library app."""

    name = "cilegon_portal.library"
    verbose_name = "Pustaka"
    desk_buttons = [DeskButton("Unggah foto", "admin:library_picture_add", "library.add_picture")]
    role_permissions = {
        role: [
            "add_picture",
            "change_picture",
            "view_picture",
            "use_any_picture",
            "add_document",
            "change_document",
            "view_document",
        ]
        for role in ("Penulis", "Editor", "Petugas Agenda", "Petugas KIM")
    } | {
        "Pengurus KIM": ["add_picture", "change_picture", "view_picture"],
        "Pengelola Situs": ["*"],
    }

    def ready(self) -> None:
        from cilegon_portal.library import search

        search.register()
