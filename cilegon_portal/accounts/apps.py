"""Staff accounts, roles and signing in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

if TYPE_CHECKING:
    from cilegon_portal.personal_data import Holding


class AccountsConfig(AppConfig):
    """Register the accounts app and keep the roles in step with the code after ``migrate``."""

    name = "cilegon_portal.accounts"
    verbose_name = "Akun"
    role_permissions = {"Pengelola Situs": ["*"]}

    def ready(self) -> None:
        # Permissions exist only once the last app's post_migrate has run; an app without
        # models has none.
        last = [app for app in apps.get_app_configs() if app.models_module is not None][-1]
        post_migrate.connect(_sync_roles, sender=last, dispatch_uid="accounts.sync_roles")

    def personal_data(self, key: str) -> "Iterable[Holding]":
        """Return what is held of whom *key* names."""
        from cilegon_portal.accounts import personal_data

        return personal_data.personal_data(key)


def _sync_roles(**kwargs: object) -> None:
    from cilegon_portal.accounts.roles import sync_roles  # models are not loaded any sooner

    sync_roles()
