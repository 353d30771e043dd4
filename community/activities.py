"""What the officers of a group do: who they are."""

from django.conf import settings
from django.db import models

from community.groups import Group


class Membership(models.Model):
    """An account that speaks for a group (role Pengurus KIM)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        on_delete=models.CASCADE,
        related_name="kim_memberships",
    )
    group = models.ForeignKey(
        Group, verbose_name="KIM", on_delete=models.CASCADE, related_name="memberships"
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)

    class Meta:
        verbose_name = "akun pengurus"
        verbose_name_plural = "akun pengurus"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "group"],
                name="community_membership_once",
                violation_error_message="Akun ini sudah menjadi pengurus KIM itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.group}"
