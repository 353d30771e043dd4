"""``manage.py data_pribadi``: what people may ask of their data (UU 27/2022), and its end.

Rule: docs/personal-data.md.
"""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cilegon_portal.contacts import contact_key, validate_contact
from cilegon_portal.personal_data import Holding, erase, forget_expired, holdings_of
from community.tickets import read_code

REPORT = "data-pribadi.json"
_SOMETHING_STAYS, _CANNOT = 1, 2  # exit codes


class Command(BaseCommand):
    """Find, hand out, erase, and sweep out what time has ended."""

    help = "Mencari, mengekspor, dan menghapus data pribadi seseorang; membersihkan yang habis masa simpannya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True, metavar="TUGAS")
        for name, words in (
            ("cari", "Tampilkan di mana saja data orang itu ada."),
            ("ekspor", "Salin datanya sebagai JSON beserta berkasnya."),
            ("hapus", "Tampilkan apa yang akan dihapus; dengan --ya, hapus."),
        ):
            task = tasks.add_parser(name, help=words)
            task.add_argument(
                "alamat",
                help="Nomor telepon, alamat surel, atau kode kiriman, dalam ejaan apa pun.",
            )
            if name == "ekspor":
                task.add_argument("--ke", type=Path, help="Folder baru untuk JSON dan berkasnya.")
            if name == "hapus":
                task.add_argument("--ya", action="store_true", help="Benar-benar hapus.")
        sweep = tasks.add_parser("bersihkan", help="Hapus yang habis masa simpannya.")
        sweep.add_argument("--at", help="Anggap sekarang waktu ini (ISO 8601); untuk uji.")

    def handle(self, *args: object, **options: object) -> None:
        """Do the task."""
        match options["task"]:
            case "cari":
                self._show(_held(options["alamat"]))
            case "ekspor":
                self._export(_held(options["alamat"]), options["ke"])
            case "hapus":
                self._erase(_held(options["alamat"]), is_meant=bool(options["ya"]))
            case "bersihkan":
                self._sweep(_time(options["at"]))

    def _show(self, holdings: Sequence[Holding]) -> None:
        for holding in holdings:
            self.stdout.write(f"- {holding.title}")
            self._lines(*(f"berkas: {file.name}" for file in holding.files))
        self.stdout.write(f"{len(holdings)} catatan." if holdings else "Tidak ada data.")

    def _export(self, holdings: Sequence[Holding], folder: object) -> None:
        report = json.dumps(
            [
                {"di": holding.title, "data": holding.data, "berkas": _names(holding)}
                for holding in holdings
            ],
            cls=DjangoJSONEncoder,
            ensure_ascii=False,
            indent=2,
        )
        if not isinstance(folder, Path):
            self.stdout.write(report)
            return
        self._write(folder, report, holdings)
        self.stdout.write(f"{len(holdings)} catatan di {folder / REPORT}. Baca sebelum diserahkan.")

    def _write(self, folder: Path, report: str, holdings: Sequence[Holding]) -> None:
        """Write it where nobody else reads. Raises CommandError for a folder that is in use."""
        try:
            folder.mkdir(mode=0o700, parents=True)
            _keep(folder / REPORT, report.encode())
            for file in (file for holding in holdings for file in holding.files):
                try:
                    _keep(folder / file.name, file.read())
                except FileNotFoundError:
                    self.stderr.write(f"Berkas {file.name} tidak ada lagi di penyimpanan.")
        except FileExistsError as error:
            raise CommandError(
                f"{folder} sudah ada. Sebut folder baru.", returncode=_CANNOT
            ) from error
        except OSError as error:
            raise CommandError(f"Tidak dapat ditulis: {error}", returncode=_CANNOT) from error

    def _erase(self, holdings: Sequence[Holding], *, is_meant: bool) -> None:
        mine = [holding for holding in holdings if holding.erase is not None]
        for holding in mine:
            self.stdout.write(f"{'Dihapus' if is_meant else 'Akan dihapus'}: {holding.title}")
            self._lines(*(f"berkas: {name}" for name in _names(holding)))
            self._lines(f"tinggal: {holding.stays}")
        if is_meant:
            erase(mine, timezone.now())
        elif mine:
            self.stdout.write("Belum ada yang dihapus. Ulangi dengan --ya.")
        if not holdings:
            self.stdout.write("Tidak ada data.")
        self._tell_what_stays([holding for holding in holdings if holding.erase is None])

    def _tell_what_stays(self, holdings: Sequence[Holding]) -> None:
        for holding in holdings:
            self.stdout.write(f"Tidak dihapus: {holding.title}")
            self._lines(holding.stays)
        if holdings:
            raise CommandError(
                f"{len(holdings)} catatan menunggu keputusan petugas.", returncode=_SOMETHING_STAYS
            )

    def _sweep(self, at: datetime) -> None:
        for done in forget_expired(at):
            self.stdout.write(f"{done.count} {done.what} dihapus: habis masa simpannya.")

    def _lines(self, *lines: str) -> None:
        for line in lines:
            self.stdout.write(f"    {line}")


def _held(written: object) -> list[Holding]:
    """Return what is held of whom *written* names. Raises CommandError for what names nobody."""
    return holdings_of(_key(" ".join(str(written).split())))


def _key(text: str) -> str:
    try:
        validate_contact(text)
    except ValidationError:
        if code := read_code(text):
            return code
        raise CommandError(
            "Tulis nomor telepon, alamat surel, atau kode kiriman.", returncode=_CANNOT
        ) from None
    return contact_key(text)


def _time(written: object) -> datetime:
    if written is None:
        return timezone.now()
    try:
        at = parse_datetime(str(written))
    except ValueError:
        at = None
    if at is None:
        raise CommandError("Tulis waktu sebagai 2026-11-24T00:00:00+07:00.", returncode=_CANNOT)
    return at if timezone.is_aware(at) else timezone.make_aware(at)


def _names(holding: Holding) -> list[str]:
    return [file.name for file in holding.files]


def _keep(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)
