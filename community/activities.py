"""What the officers of a group do: who they are."""

from typing import Self

from django.conf import settings
from django.db import models

from community.groups import Group


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Narrow to those that count."""

    def active(self) -> Self:
        """Return memberships that were not ended."""
        return self.filter(is_active=True)


class Membership(models.Model):
    """An account that speaks for a group (role Pengurus KIM); ended, not deleted."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        on_delete=models.CASCADE,
        related_name="kim_memberships",
    )
    group = models.ForeignKey(
        Group, verbose_name="KIM", on_delete=models.CASCADE, related_name="memberships"
    )
    is_active = models.BooleanField(
        "aktif",
        default=True,
        help_text="Matikan bila bukan pengurus lagi: akun ini lalu tidak melihat apa pun dari KIM-nya.",
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

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
