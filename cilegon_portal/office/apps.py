"""The office itself: its profile, OPD, officials and the pages it writes."""

from django.apps import AppConfig

from cilegon_portal.desk import DeskButton


class OfficeConfig(AppConfig):
    """Register the office app."""

    name = "cilegon_portal.office"
    verbose_name = "Kantor"
    desk_buttons = [
        DeskButton(
            "Pasang pemberitahuan",
            "admin:office_siteprofile_change",
            "office.change_siteprofile",
            args=(1,),
            anchor="#id_notice_text",
        )
    ]
    role_permissions = {
        "Editor": ["add_page", "change_page", "view_page", "review_page"],
        "Pengelola Situs": ["*"],
    }

    def ready(self) -> None:
        from cilegon_portal.library.usage import register_illustrated
        from cilegon_portal.office import search
        from cilegon_portal.office.models import Page

        register_illustrated(Page)
        search.register()
