"""What the form of an event is filled in from: kinds of events, and places that are used again."""

from django.db import models

from cilegon_portal.office.models import Agency
from cilegon_portal.publishing.slugs import validate_slug
from cilegon_portal.regions.models import Region
from cilegon_portal.text import LineField, WebAddressField


class Audience(models.TextChoices):
    """Who an event is for. Rule: docs/agenda.md#audience."""

    OPEN = "terbuka", "Terbuka untuk umum"
    INVITED = "undangan", "Undangan"
    CLOSED = "tertutup", "Tertutup"


class Colour(models.TextChoices):
    """Colours of the kinds: tokens of the design, each legible in light and dark."""

    STRAIT = "selat", "Biru selat"
    EMBER = "bara", "Jingga bara"
    LEAF = "daun", "Hijau daun"
    GOLD = "emas", "Kuning emas"
    STEEL = "baja", "Abu baja"


class EventType(models.Model):
    """A jenis of event, with what the form fills in when it is chosen."""

    name = LineField("nama", max_length=60, unique=True)
    slug = models.SlugField("slug", max_length=60, unique=True, validators=[validate_slug])
    colour = models.CharField("warna", max_length=5, choices=Colour.choices, default=Colour.STRAIT)
    position = models.PositiveSmallIntegerField("urutan", default=100)
    default_audience = models.CharField(
        "biasanya untuk", max_length=8, choices=Audience.choices, default=Audience.OPEN
    )
    default_minutes = models.PositiveSmallIntegerField(
        "biasanya selama (menit)", null=True, blank=True, help_text="Kosong: s.d. selesai."
    )
    default_organiser = models.ForeignKey(
        Agency,
        verbose_name="biasanya diselenggarakan",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    default_venue = models.ForeignKey(
        "Venue",
        verbose_name="biasanya di",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    default_dress_code = LineField("biasanya berpakaian", max_length=100, blank=True)

    class Meta:
        verbose_name = "jenis acara"
        verbose_name_plural = "jenis acara"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Venue(models.Model):
    """A place that is used again and again."""

    name = LineField("nama", max_length=150, unique=True)
    address = LineField("alamat", max_length=200, blank=True)
    region = models.ForeignKey(
        Region,
        verbose_name="kelurahan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    access_note = LineField(
        "cara masuk",
        max_length=200,
        blank=True,
        help_text="Misalnya pintu, parkir, atau jalan kursi roda.",
    )
    map_url = WebAddressField("tautan peta", blank=True)

    class Meta:
        verbose_name = "tempat"
        verbose_name_plural = "tempat"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
