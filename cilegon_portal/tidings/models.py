"""Who was told what."""

from django.db import models
from django.utils import timezone


class Told(models.Model):
    """A piece of news that went to an address: a second time it does not."""

    key = models.CharField(max_length=100)
    email = models.EmailField()
    at = models.DateTimeField(default=timezone.now, db_index=True)  # for forgetting old ones

    class Meta:
        verbose_name = "kabar terkirim"
        verbose_name_plural = "kabar terkirim"
        constraints = [
            models.UniqueConstraint(fields=["email", "key"], name="tidings_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} → {self.email}"
