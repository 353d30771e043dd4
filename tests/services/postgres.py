"""Run a command with a PostgreSQL of its own: ``python -m tests.services.postgres COMMAND …``.

The command finds the server in DATABASE_URL; the server and its data are gone when the
command has ended, whichever way it ended. Where DATABASE_URL is set already, that
database is used and nothing is started. The exit code is the command's.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from tests.services import machine

START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 20
# Nothing here outlives the run: never wait for the disk.
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def main() -> int:
    """Run the command and return its exit code."""
    command = sys.argv[1:]
    if os.environ.get("DATABASE_URL"):
        return _run(command, os.environ["DATABASE_URL"])
    signal.signal(signal.SIGTERM, _stop_at_once)
    signal.signal(signal.SIGHUP, _stop_at_once)
    with scratch_server() as address:
        return _run(command, address)


@contextlib.contextmanager
def scratch_server() -> Iterator[str]:
    """Start a server on a free port of 127.0.0.1 and give its DATABASE_URL."""
    binaries = machine.postgres_folder()
    if binaries is None:
        sys.exit("PostgreSQL tidak ditemukan: pasang paket postgresql, lalu ulangi.")
    account = _server_account()
    # Root's own temporary folder may lie where the server's account cannot go.
    parent = "/tmp" if account else None  # noqa: S108 mkdtemp makes it private
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-", dir=parent))
    try:
        password = _make_cluster(binaries, folder, account)
        with _running(binaries, folder, account) as port:
            yield f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(binaries: Path, folder: Path, account: str | None) -> str:
    password = secrets.token_hex(16)
    password_file = folder / "password"
    password_file.write_text(password)
    if account:
        shutil.chown(folder, account)
        shutil.chown(password_file, account)
    subprocess.run(
        [
            *(binaries / "initdb", "--pgdata", folder / "data", "--username", "postgres"),
            *("--auth", "scram-sha-256", "--pwfile", password_file),
            *("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        user=account,
        cwd="/",
    )
    return password


@contextlib.contextmanager
def _running(binaries: Path, folder: Path, account: str | None) -> Iterator[int]:
    port = _free_port()
    settings = _FAST | {"listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
    log = folder / "log"
    with log.open("w") as log_file:
        server = subprocess.Popen(
            [
                *(binaries / "postgres", "-D", folder / "data", "-p", str(port)),
                *(f"--{name}={value}" for name, value in settings.items()),
            ],
            stdout=log_file,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            user=account,
            cwd="/",
            # Ctrl+C reaches the whole foreground group: the server must outlive the command.
            start_new_session=True,
        )
    try:
        _wait_until_ready(binaries, port, server, log)
        yield port
    finally:
        _stop(server)


def _wait_until_ready(
    binaries: Path, port: int, server: subprocess.Popen[bytes], log: Path
) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    is_ready = [str(binaries / "pg_isready"), "--quiet", "--host", "127.0.0.1", "--port", str(port)]
    while subprocess.run(is_ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"PostgreSQL tidak mau jalan:\n{log.read_text()}")
        time.sleep(0.1)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)  # "fast": ends what still is connected
    try:
        server.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


def _run(command: list[str], address: str) -> int:
    process = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": address})
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            # Ctrl+C: the command winds up first, since it still talks to the server.
            process.send_signal(signal.SIGINT)
        except SystemExit:
            process.terminate()
            process.wait()
            raise
        else:
            return code if code >= 0 else 128 - code


def _stop_at_once(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


def _server_account() -> str | None:
    """Return the account that the server runs as; None means the caller's. It refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
