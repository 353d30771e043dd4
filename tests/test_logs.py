"""Logs, the portal's own and nginx's, without the addresses that open something to whoever reads them."""

import logging
import re
from pathlib import Path

import pytest

SECRET = {
    "private calendar": ("/agenda/pribadi/rahasia.ics", "/agenda/pribadi/…"),
    "aspirasi": ("/aspirasi/RAHAS-IA234-56789/", "/aspirasi/…"),
    "registration": ("/kim/daftar/RAHAS-IA234-56789/", "/kim/daftar/…"),
    "new password": ("/akun/sandi-baru/MQ/rahasia-56789/", "/akun/sandi-baru/…"),
}
OPEN = ["/", "/aspirasi/", "/kim/daftar/", "/akun/lupa-sandi/", "/agenda/kalender.ics"]
NGINX = Path(__file__).parent.parent / "deploy" / "nginx.conf"


def _logged_by_portal(address: str) -> str:
    (console,) = [h for h in logging.getLogger().handlers if h.get_name() == "console"]
    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "%s: %s", ("Gagal", address), None
    )
    assert console.filter(record)
    return console.format(record).removeprefix("ERROR django.request: Gagal: ")


def _logged_by_nginx(address: str) -> str:
    table = NGINX.read_text().partition("map $uri $logged_uri {")[2].partition("}")[0]
    masks = re.findall(r"~(\S+)\s+(\S+);", table)
    return next((mask for pattern, mask in masks if re.search(pattern, address)), address)


@pytest.mark.parametrize(("address", "masked"), SECRET.values(), ids=SECRET)
def test_secret_address_is_masked(address: str, masked: str) -> None:
    assert _logged_by_portal(address) == masked
    assert _logged_by_nginx(address) == masked


@pytest.mark.parametrize("address", OPEN)
def test_other_addresses_are_logged(address: str) -> None:
    assert _logged_by_portal(address) == address
    assert _logged_by_nginx(address) == address
