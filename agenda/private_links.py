"""Addresses of private calendars: each for one phone, and revoked with one press."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from cilegon_portal.library.models import new_token
from cilegon_portal.office.models import Official
from cilegon_portal.text import LineField

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User


class CalendarLinkQuerySet(models.QuerySet["CalendarLink"]):
    """Private calendars, as different people may see them."""

    def in_use(self) -> Self:
        """Return those that were not revoked."""
        return self.filter(revoked_at__isnull=True)

    def handed_to(self, user: "User") -> Self:
        """Return all to those who make them; to an aide, those in use of the officials they serve."""
        if user.has_perm("agenda.add_calendarlink"):
            return self.all()
        return self.in_use().filter(official__aides=user)


class CalendarLink(models.Model):
    """A private calendar of an official, undangan and tertutup included: whoever has the token reads it."""

    official = models.ForeignKey(
        Official, verbose_name="pejabat", on_delete=models.CASCADE, related_name="calendar_links"
    )
    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    note = LineField("untuk siapa", max_length=100, help_text="Misalnya “Ponsel ajudan”.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    revoked_at = models.DateTimeField("dicabut pada", null=True, blank=True, editable=False)

    objects = CalendarLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "tautan kalender pribadi"
        verbose_name_plural = "tautan kalender pribadi"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.official} – {self.note}"

    def get_absolute_url(self) -> str:
        return reverse("agenda:private_calendar", args=[self.token])

    def revoke(self, at: datetime | None = None) -> None:
        """End it for good; the row stays, so that it is known who had one."""
        self.revoked_at = self.revoked_at or at or timezone.now()
        self.save(update_fields=["revoked_at"])
