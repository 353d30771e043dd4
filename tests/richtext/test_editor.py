"""The editor is a pen: what it must not carry is not there to be loaded."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.factories import make_user

PLUGINS = "ckeditor/ckeditor/plugins"


@pytest.mark.parametrize("name", ["preview", "exportpdf", "iframe", "scayt", "wsc", "devtools"])
def test_dangerous_plugin_is_not_found(name: str) -> None:
    assert finders.find(f"{PLUGINS}/{name}/images/preview.png") is None
    assert finders.find(f"{PLUGINS}/{name}/dialogs/{name}.js") is None


def test_collected_files_hold_the_editor_without_dangerous_plugins(
    settings: Settings, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path

    call_command("collectstatic", interactive=False, stdout=StringIO())

    collected = {path.name for path in (tmp_path / PLUGINS).iterdir()}
    assert {"link", "table"} <= collected
    assert not collected & {"preview", "exportpdf", "iframe", "scayt", "wsc", "devtools"}
    assert (tmp_path / "ckeditor/ckeditor/ckeditor.js").exists()


@pytest.mark.django_db
def test_article_form_opens_the_editor_with_its_own_toolbar(client: Client) -> None:
    client.force_login(make_user("Penulis"))

    form = client.get("/admin/news/article/add/")

    widget = form.context["adminform"].form.fields["body"].widget
    assert "PortalPicture" in json.dumps(widget.config)
    assert "/static/js/admin/portalpicture/" in form.text
