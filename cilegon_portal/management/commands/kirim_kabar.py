"""``manage.py kirim_kabar``: tell people what changed, from a timer."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cilegon_portal.tidings.letters import Letter, pending_letters, send_letters


class Command(BaseCommand):
    """Ask each app for its news and send it by mail; run again, it sends only what is new."""

    help = "Mengirim kabar perubahan lewat surel. Aman diulang: tidak ada yang dikirimi dua kali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="Hanya tampilkan surat yang akan dikirim; tidak ada yang dikirim atau dicatat.",
        )

    def handle(self, *args: object, **options: object) -> None:
        """Send, or show, what is pending; fail when a letter could not be sent."""
        at = timezone.now()
        letters = pending_letters(at)
        if options["dry_run"]:
            for letter in letters:
                self._show(letter)
            return
        failed = send_letters(letters, at)
        if letters:
            self.stdout.write(f"{len(letters) - failed} surat kabar terkirim.")
        if failed:
            raise CommandError(
                f"{failed} surat gagal terkirim dan akan dicoba lagi. Periksa EMAIL_URL."
            )

    def _show(self, letter: Letter) -> None:
        message = letter.message()
        self.stdout.write(f"Kepada: {letter.email}\nPerihal: {message.subject}\n\n{message.body}\n")
