"""Roles by job: groups kept in code, synchronised after every ``migrate``.

Each app's ``AppConfig.role_permissions`` says what it grants: role → codenames, or
``["*"]`` for all of its permissions. Only Pengelola Situs may delete for good; every
other role withdraws (docs/publishing.md#roles).
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction

WRITER = "Penulis"
EDITOR = "Editor"
AGENDA_OFFICER = "Petugas Agenda"
KIM_OFFICER = "Petugas KIM"
SITE_MANAGER = "Pengelola Situs"
ROLES = (WRITER, EDITOR, AGENDA_OFFICER, KIM_OFFICER, SITE_MANAGER)


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
    owned = Permission.objects.filter(content_type__app_label=app_label)
    return list(owned if codenames == ["*"] else owned.filter(codename__in=codenames))
