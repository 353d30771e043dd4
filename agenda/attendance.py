"""How officials attend an event, or one date of it."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cilegon_portal.office.models import Official
from cilegon_portal.text import LineField

if TYPE_CHECKING:
    pass


class AttendanceMode(models.TextChoices):
    """How an official attends."""

    PRESENT = "hadir", "Hadir"
    REPRESENTED = "diwakili", "Diwakili"
    TENTATIVE = "tentatif", "Tentatif"
    ABSENT = "berhalangan", "Berhalangan"


class Attendance(models.Model):
    """How an official attends an event, or (with ``occurrence``) one date of it."""

    IN_PERSON = frozenset({AttendanceMode.PRESENT, AttendanceMode.TENTATIVE})

    event = models.ForeignKey("agenda.Event", on_delete=models.CASCADE, related_name="attendances")
    occurrence = models.ForeignKey(
        "agenda.Occurrence",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="attendances",
    )
    official = models.ForeignKey(
        Official, verbose_name="pejabat", on_delete=models.PROTECT, related_name="+"
    )
    mode = models.CharField(
        "kehadiran", max_length=11, choices=AttendanceMode.choices, default=AttendanceMode.PRESENT
    )
    represented_by = LineField(
        "diwakili oleh", max_length=150, blank=True, help_text="Jabatan, misalnya Asisten Daerah I."
    )

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran pejabat"
        ordering = ["official__precedence", "official__title"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "official"],
                condition=Q(occurrence__isnull=True),
                name="agenda_attendance_once_an_event",
                violation_error_message="Pejabat ini sudah ada di daftar.",
            ),
            models.UniqueConstraint(
                fields=["occurrence", "official"],
                condition=Q(occurrence__isnull=False),
                name="agenda_attendance_once_a_date",
                violation_error_message="Pejabat ini sudah ada di daftar.",
            ),
        ]

    def __str__(self) -> str:
        return self.in_words()

    def clean(self) -> None:
        """Ask for the name of the office that stands in."""
        if self.mode == AttendanceMode.REPRESENTED and not self.represented_by:
            raise ValidationError({"represented_by": "Tulis diwakili oleh siapa (jabatannya)."})

    def is_in_person(self) -> bool:
        """Tell whether the official comes, or may come."""
        return self.mode in self.IN_PERSON

    def in_words(self) -> str:
        """Return "Wali Kota", "Wali Kota, diwakili oleh Sekda", "Wali Kota (tentatif)"."""
        title = self.official.title
        if self.mode == AttendanceMode.REPRESENTED:
            return f"{title}, diwakili oleh {self.represented_by}"
        if self.mode == AttendanceMode.PRESENT:
            return title
        return f"{title} ({AttendanceMode(self.mode).label.lower()})"
