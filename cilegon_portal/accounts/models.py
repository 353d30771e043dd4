"""The staff account."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.db import models

from cilegon_portal.text import LineField


class UserManager(BaseUserManager["User"]):
    """Make accounts from code and commands."""

    def create_user(self, username: str, password: str | None = None, **fields: object) -> "User":
        """Return a saved account; without *password* it cannot sign in yet."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, username: str, password: str | None = None, **fields: object
    ) -> "User":
        """Return a saved account that may do everything."""
        return self.create_user(username, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who works in the admin. Names are one field: Indonesian names have no surname."""

    username = models.CharField(
        "nama pengguna",
        max_length=60,
        unique=True,
        validators=[ASCIIUsernameValidator()],
        error_messages={"unique": "Nama pengguna ini sudah dipakai. Pilih yang lain."},
    )
    full_name = LineField("nama lengkap", max_length=150)
    email = models.EmailField("surel", blank=True)
    job_title = LineField("jabatan", max_length=150, blank=True)
    unit = models.ForeignKey(
        "office.Agency", verbose_name="unit kerja", on_delete=models.SET_NULL, null=True, blank=True
    )
    is_staff = models.BooleanField("boleh masuk admin", default=True)
    is_active = models.BooleanField(
        "aktif",
        default=True,
        help_text="Matikan alih-alih menghapus: tulisannya tetap beratas nama.",
    )
    joined_at = models.DateTimeField("terdaftar pada", auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0]
