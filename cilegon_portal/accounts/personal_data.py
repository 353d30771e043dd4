"""Staff accounts of one person. Rule: docs/personal-data.md."""

from collections.abc import Iterator

from django.urls import reverse

from cilegon_portal.accounts.models import User
from cilegon_portal.addresses import absolute_url
from cilegon_portal.personal_data import Holding, described

_FIELDS = (
    "username",
    "full_name",
    "email",
    "job_title",
    "unit",
    "is_active",
    "joined_at",
    "last_login",
)


def personal_data(key: str) -> Iterator[Holding]:
    """Return the accounts with the mail address *key*; only a person may end them."""
    for user in User.objects.filter(email__iexact=key).exclude(email="").select_related("unit"):
        address = absolute_url(reverse("admin:accounts_user_change", args=[user.pk]))
        roles = [str(name) for name in user.groups.values_list("name", flat=True)]
        yield Holding(
            title=f"Akun petugas {user.username}",
            data=described(user, _FIELDS) | {"peran": roles},
            stays=f"Pengelola Situs mematikan akun dan mengosongkan surelnya di {address}. "
            "Nama tetap pada tulisan dan langkahnya, sebagai pertanggungjawaban.",
        )
