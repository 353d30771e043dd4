"""Pictures and documents."""

from django.apps import AppConfig

from cilegon_portal.desk import DeskButton


class LibraryConfig(AppConfig):
    """Register the library app."""

    name = "cilegon_portal.library"
    verbose_name = "Pustaka"
    desk_buttons = [
        DeskButton("Unggah foto", "admin:library_picture_changelist", "library.add_picture")
    ]
    role_permissions = {
        "Penulis": [
            "add_picture",
            "change_picture",
            "view_picture",
            "add_document",
            "change_document",
            "view_document",
        ],
        "Editor": [
            "add_picture",
            "change_picture",
            "view_picture",
            "add_document",
            "change_document",
            "view_document",
        ],
        "Petugas Agenda": ["add_picture", "view_picture", "add_document", "view_document"],
        "Petugas KIM": ["add_picture", "view_picture", "add_document", "view_document"],
        "Pengelola Situs": ["*"],
    }
