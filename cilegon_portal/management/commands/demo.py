"""``manage.py demo``: content to try the portal with."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from agenda import demo as agenda_demo
from cilegon_portal.accounts import demo as accounts_demo
from cilegon_portal.office import demo as office_demo
from community import demo as community_demo
from news import demo as news_demo
from news.models import Article


class Command(BaseCommand):
    """Load demo content; what is there already, also changed by hand, stays as it is."""

    help = "Memuat isi dan akun contoh. Aman diulang: yang sudah ada tidak diubah."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--force",
            action="store_true",
            help="Muat juga saat DEBUG mati: kata sandi akun contoh diketahui umum.",
        )
        parser.add_argument("--if-empty", action="store_true", help="Hanya bila belum ada berita.")

    def handle(self, *args: object, **options: object) -> None:
        """Load what each app offers, all or nothing, and print the accounts."""
        if not settings.DEBUG and not options["force"]:
            raise CommandError(
                "Isi contoh hanya untuk percobaan: kata sandi akunnya diketahui umum. "
                "Bila memang dikehendaki, ulangi dengan --force."
            )
        if not (options["if_empty"] and Article.objects.exists()):
            with transaction.atomic():
                accounts_demo.load()
                office_demo.load()
                news_demo.load()
                agenda_demo.load()
                community_demo.load()
        self._print_accounts()

    def _print_accounts(self) -> None:
        self.stdout.write(f"\n  Akun contoh (kata sandi {accounts_demo.PASSWORD}):")
        for username, (_, role) in accounts_demo.ACCOUNTS.items():
            self.stdout.write(f"    {username:<10} {role}")
