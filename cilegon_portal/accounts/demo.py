"""Demo accounts, one for each job. Their password is public: never on a real site."""

from django.contrib.auth.models import Group

from cilegon_portal.accounts.models import User
from cilegon_portal.accounts.roles import (
    AGENDA_OFFICER,
    AIDE,
    EDITOR,
    GROUP_OFFICER,
    KIM_OFFICER,
    SITE_MANAGER,
    WRITER,
)

PASSWORD = "cilegon-demo-2019"  # noqa: S105 -- a contract of the demo, printed at every start
ACCOUNTS = {
    "admin": ("Pengelola Portal", SITE_MANAGER),
    "editor": ("Editor Portal", EDITOR),
    "penulis": ("Penulis Portal", WRITER),
    "penulis2": ("Penulis Kedua", WRITER),
    "agenda": ("Petugas Agenda", AGENDA_OFFICER),
    "kim": ("Petugas KIM", KIM_OFFICER),
    "pengurus": ("Pengurus KIM Citangkil", GROUP_OFFICER),
    "pengurus2": ("Pengurus KIM Masigit", GROUP_OFFICER),
    "ajudan": ("Ajudan Pimpinan", AIDE),
}


def load() -> None:
    """Make the accounts that are not there yet; one that a person changed stays as it is."""
    for username, (full_name, role) in ACCOUNTS.items():
        if not User.objects.filter(username=username).exists():
            user = User.objects.create_user(username, PASSWORD, full_name=full_name)
            user.groups.set(Group.objects.filter(name=role))
