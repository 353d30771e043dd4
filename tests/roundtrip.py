"""The demo site from SQLite to PostgreSQL and back: ``python -m tests.roundtrip`` (DATABASE_URL: PostgreSQL).

Each site is a database and a media folder of its own. Every page that a visitor can reach by links
is compared byte for byte, and so are the rows of both exports.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import deque
from html import unescape
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit
from zlib import crc32

PAGES_MAX = 5_000  # the demo has some 1,300: more means that links never end
SEEDS = (
    "/", "/sitemap.xml", "/berita/rss/", "/agenda/rss/", "/cari/?q=mangrove+merak",
    "/cari/?q=kim&urut=terbaru", "/api/v1/articles/?limit=100", "/api/v1/occurrences/?limit=100",
    "/api/v1/officials/", "/api/v1/groups/?limit=100", "/api/v1/coverage/", "/api/v1/categories/",
    "/api/v1/tags/?limit=100", "/api/v1/search/?q=cilegon&limit=100",
)  # fmt: skip
# New at each request: when a data file was made, the signs of forms without cookies.
_OF_THE_MOMENT = re.compile(rb'("generated_at": |name="(?:tanda|jawaban)" value=)"[^"]*"')
_DJANGO = {"DEBUG": "1", "DJANGO_SETTINGS_MODULE": "cilegon_portal.settings"}


def main() -> int:
    """Copy there and back; return 0 when nothing differs."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.exit("DATABASE_URL harus PostgreSQL: python -m tests.services.postgres python -m …")
    with tempfile.TemporaryDirectory(prefix="portal-salinan-") as name:
        folder = Path(name)
        first = _site(folder / "a", f"sqlite:///{folder}/a.sqlite3")
        _manage(first, "migrate", "-v0")
        _manage(first, "demo", "--force")
        pages = [_visited(first, folder / "a.pages")]
        copies = [_exported(first, folder / "a.copy")]
        for place, address in (
            ("b", os.environ["DATABASE_URL"]),
            ("c", f"sqlite:///{folder}/c.sqlite3"),
        ):
            site = _site(folder / place, address)
            _manage(site, "migrate", "-v0")
            _manage(site, "import_site", str(copies[-1]))
            pages.append(_visited(site, folder / f"{place}.pages"))
            copies.append(_exported(site, folder / f"{place}.copy"))
        return max(_differences(*pages), _differences(*(copy / "data" for copy in copies)))


def visit(folder: Path) -> None:
    """Write every page that links lead to from the front page into *folder*, by its address."""
    import django

    django.setup()
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    folder.mkdir()
    waiting, seen = deque(SEEDS), set[str]()
    while waiting:
        address = waiting.popleft()
        if address in seen or address.startswith(("/admin/", "/akun/", "/static/")):
            continue
        seen.add(address)
        if len(seen) > PAGES_MAX:
            sys.exit(f"Lebih dari {PAGES_MAX} alamat; yang terakhir {address}")
        response = client.get(address)
        content = b"".join(response) if response.streaming else response.content
        file = folder / f"{quote(address, safe='')[:180]}-{crc32(address.encode()):08x}"
        content = _OF_THE_MOMENT.sub(rb"\1", content)
        file.write_bytes(f"{response.status_code}\n".encode() + content)
        for link in re.findall(
            r'(?:(?:href|src)="|<loc>)([^"<]+)', content.decode(errors="replace")
        ):
            parts = urlsplit(urljoin(f"http://localhost{address}", unescape(link)))
            if parts.hostname == "localhost":
                waiting.append(f"{parts.path}?{parts.query}" if parts.query else parts.path)


def _site(media: Path, address: str) -> dict[str, str]:
    own = {
        "DATABASE_URL": address,
        "MEDIA_ROOT": str(media),
        "CACHE_URL": f"filecache://{media}.cache",
    }
    return os.environ | _DJANGO | own


def _manage(site: dict[str, str], *words: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *words], env=site, check=True, stdout=subprocess.DEVNULL
    )


def _visited(site: dict[str, str], folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "tests.roundtrip", str(folder)], env=site, check=True)
    return folder


def _exported(site: dict[str, str], folder: Path) -> Path:
    _manage(site, "export_site", str(folder), "--dengan-data-pribadi")
    return folder


def _differences(first: Path, *others: Path) -> int:
    """Print which files of *others* are not those of *first*; return 1 if there are any."""
    names = sorted(file.name for file in first.iterdir())
    found = 0
    for other in others:
        wrong = sorted({file.name for file in other.iterdir()} ^ set(names))
        wrong += [
            name
            for name in names
            if (other / name).exists()
            and (other / name).read_bytes() != (first / name).read_bytes()
        ]
        print(f"{first.name} = {other.name}: {len(names) - len(wrong)} sama, {len(wrong)} beda")  # noqa: T201
        for name in wrong[:20]:
            print(f"  {name}")  # noqa: T201
        found = max(found, int(bool(wrong)))
    return found


if __name__ == "__main__":
    if len(sys.argv) > 1:
        visit(Path(sys.argv[1]))
    else:
        sys.exit(main())
