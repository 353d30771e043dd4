"""Who reads the site, and what they get to read."""

from typing import Any

from django.test import Client

from tests.factories import make_group, make_user

MARKS = ("Rahasia", "rahasia-kota")
READERS = ["anonymous", "other writer"]


def client_of(reader: str) -> Client:
    """Return a browser of whoever *reader* names."""
    client = Client()
    if reader == "other writer":
        client.force_login(make_user("Penulis"))
    elif reader == "other officer":
        client.force_login(officer := make_user("Pengurus KIM"))
        make_group(name="KIM Pembaca", region="36.72.05.1003", officers=[officer])
    return client


def text_of(client: Client, path: str) -> str:
    """Return what *path* answers in the end; files of data come in parts."""
    response: Any = client.get(path, follow=True)
    return str(response.getvalue(), "utf-8")
