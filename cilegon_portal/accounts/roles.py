"""Roles by job: groups kept in code, synchronised after every ``migrate``.

Each app's ``AppConfig.role_permissions`` says what it grants: role → codenames, or
``"*"`` for all of its permissions, ``"taggit.view_tag"`` for those of a library's app. Only Pengelola Situs may delete for good; every
other role withdraws (docs/publishing.md#roles).
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction

WRITER = "Penulis"
EDITOR = "Editor"
AGENDA_OFFICER = "Petugas Agenda"
KIM_OFFICER = "Petugas KIM"
GROUP_OFFICER = "Pengurus KIM"
AIDE = "Ajudan"
SITE_MANAGER = "Pengelola Situs"
ROLES = (WRITER, EDITOR, AGENDA_OFFICER, KIM_OFFICER, GROUP_OFFICER, AIDE, SITE_MANAGER)


@transaction.atomic
def sync_roles() -> None:
    """Make the groups of ``ROLES`` hold exactly what the apps grant them."""
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        wanted = [
            permission
            for config in apps.get_app_configs()
            for permission in _granted(config.label, role)
        ]
        group.permissions.set(wanted)


def _granted(app_label: str, role: str) -> list[Permission]:
    codenames = getattr(apps.get_app_config(app_label), "role_permissions", {}).get(role, [])
    granted = Permission.objects.none()
    for name in codenames:
        label, _, codename = name.rpartition(".")
        owned = Permission.objects.filter(content_type__app_label=label or app_label)
        granted |= owned if codename == "*" else owned.filter(codename=codename)
    return list(granted)
