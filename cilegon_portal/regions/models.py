"""Kecamatan and kelurahan, with their official codes."""

from typing import Self

from django.db import models

from cilegon_portal.text import LineField


class Level(models.TextChoices):
    """Level of government of a region."""

    CITY = "kota", "Kota"
    DISTRICT = "kecamatan", "Kecamatan"
    VILLAGE = "kelurahan", "Kelurahan"


class RegionQuerySet(models.QuerySet["Region"]):
    """Narrow to a level."""

    def districts(self) -> Self:
        """Return the 8 kecamatan by name."""
        return self.filter(level=Level.DISTRICT)

    def villages(self) -> Self:
        """Return the 43 kelurahan by name."""
        return self.filter(level=Level.VILLAGE)


class Region(models.Model):
    """One region of the register (Kepmendagri 300.2.2-2430/2025); codes are strings with dots.

    Cibeber, Purwakarta, Citangkil and Cilegon exist at two levels: str() always says which;
    the city's name has its level in it.
    """

    code = models.CharField("kode", max_length=13, primary_key=True)
    name = LineField("nama", max_length=100)
    level = models.CharField("tingkat", max_length=9, choices=Level.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name="bagian dari",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    postal_code = models.CharField("kode pos", max_length=5, blank=True)
    aliases = LineField(
        "nama lain",
        max_length=200,
        blank=True,
        help_text="Dipisah koma, misalnya Grogol untuk Gerogol.",
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = "wilayah"
        verbose_name_plural = "wilayah"
        ordering = ["name", "code"]
        indexes = [models.Index(fields=["level", "name"], name="regions_region_level")]

    def __str__(self) -> str:
        return self.name if self.level == Level.CITY else f"{self.get_level_display()} {self.name}"

    def district(self) -> "Region | None":
        """Return the kecamatan that it is or lies in, None for the city: 0 queries or 1."""
        found = self.parent if self.level == Level.VILLAGE else self
        return found if found is not None and found.level == Level.DISTRICT else None
