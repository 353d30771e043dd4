"""A real browser against a real server with a small fixed site.

Each test module has the site afresh (the migrated database is put back after it), so that
a module which writes cannot change what another one reads. The database is a file: the
server answers in threads, each with its own connection, as in production.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import BrowserContext, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.browser.content import build_site
from tests.browser.traffic import Traffic
from tests.services import machine

FLAGS = [
    "--no-sandbox",  # the suite runs as root in containers
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# What is expected comes at once, but a busy machine takes its time over a photo.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session", autouse=True)
def _queries_beside_the_browser() -> Iterator[None]:
    """Let tests ask the database while Playwright's event loop runs in the same thread."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    _queries_beside_the_browser: None,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Make the database in a file, for every test of this folder, whatever its marks."""
    name = tmp_path_factory.mktemp("basisdata") / "uji.sqlite3"
    connection.settings_dict["TEST"]["NAME"] = str(name)
    with django_db_blocker.unblock():
        before = setup_databases(verbosity=0, interactive=False)
        yield
        teardown_databases(before, verbosity=0)


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[LiveServer]:
    """Serve the site of content.py; ``site.url`` is its address."""
    with django_db_blocker.unblock(), _database_put_back():
        build_site()
        cache.clear()
        server = LiveServer("localhost")
        yield server
        server.stop()


@contextlib.contextmanager
def _database_put_back() -> Iterator[None]:
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(":memory:")) as copy:
        connection.connection.backup(copy)
        yield
        connection.ensure_connection()
        copy.backup(connection.connection)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own browser."""
    executable = machine.chromium()
    if executable is None:
        pytest.exit("Peramban tidak ditemukan: pasang paket chromium, lalu ulangi.", returncode=1)
    return browser_type_launch_args | {"executable_path": str(executable), "args": FLAGS}


@pytest.fixture
def browser_context_args(site: LiveServer) -> dict[str, Any]:
    """Open paths of the site, as someone in Cilegon does."""
    return {
        "base_url": site.url,
        "locale": "id-ID",
        "timezone_id": "Asia/Jakarta",
        "reduced_motion": "reduce",  # no test meets a half-faded colour
    }


@pytest.fixture
def traffic(context: BrowserContext) -> Traffic:
    """Record what the test's pages ask, get and complain about."""
    return Traffic(context)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests recorded with ``record_property``."""
    figures = [
        f"{name}: {value}"
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
    ]
    if figures:
        terminalreporter.section("Angka")
        for figure in figures:
            terminalreporter.line(figure)


@pytest.fixture(scope="session")
def nu_jar() -> Path:
    """Return the Nu HTML checker that ``make test-browser`` fetched."""
    jar = Path(".tool/nu/node_modules/vnu-jar/build/dist/vnu.jar")
    if not jar.exists():
        pytest.exit(f"{jar} belum ada: jalankan make test-browser.", returncode=1)
    return jar
