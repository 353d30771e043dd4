"""The health check tells what is wrong."""

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from cilegon_portal import health

pytestmark = pytest.mark.django_db


def test_migrated_database_is_well(client: Client) -> None:
    assert client.get("/healthz/").text == "ok"


def test_pending_migration_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_is_migrated", False)
    MigrationRecorder(connection).record_unapplied("regions", "0002_load_regions")

    response = client.get("/healthz/")

    assert response.status_code == 503
    assert "manage.py migrate" in response.text


def test_silent_database_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", refuse)

    response = client.get("/healthz/")

    assert response.status_code == 503
    assert response.text == "Basis data tidak menjawab."
