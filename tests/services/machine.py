"""Find the programs that the suite needs beside Python, and install what is missing.

``python -m tests.services.machine`` does it for all of them: on Debian and Ubuntu with
apt-get, where this account may; elsewhere it stops with the one command to type.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from ctypes.util import find_library
from pathlib import Path

_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def postgres_folder() -> Path | None:
    """Return the folder with initdb and postgres, newest version first; None where there is none."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")  # Debian keeps them off PATH
    newest_first = sorted(versions, key=lambda path: float(path.parts[-3]), reverse=True)
    on_path = shutil.which("initdb")
    found = newest_first or ([Path(on_path)] if on_path else [])
    return found[0].parent if found else None


def chromium() -> Path | None:
    """Return the browser; None where there is none."""
    found = next(filter(None, map(shutil.which, _CHROMIUM_NAMES)), None)
    return Path(found) if found else None


def java() -> Path | None:
    """Return the Java runtime, for the Nu HTML checker; None where there is none."""
    found = shutil.which("java")
    return Path(found) if found else None


def npm() -> Path | None:
    """Return npm, which brings the Nu HTML checker and ical.js; None where there is none."""
    found = shutil.which("npm")
    return Path(found) if found else None


def node() -> Path | None:
    """Return Node, which runs ical.js; None where there is none."""
    found = shutil.which("node")
    return Path(found) if found else None


def libatomic() -> Path | None:
    """Return the library that Playwright's own driver is linked with; None where there is none."""
    found = find_library("atomic")
    return Path(found) if found else None


# Debian's name of the package that brings each.
PACKAGES: dict[str, Callable[[], Path | None]] = {
    "postgresql": postgres_folder,
    "chromium": chromium,
    "libatomic1": libatomic,
    "default-jre-headless": java,
    "nodejs": node,
    "npm": npm,
}


def missing_packages() -> list[str]:
    """Return Debian's names of what this machine lacks."""
    return [package for package, find in PACKAGES.items() if find() is None]


def main() -> None:
    """Install what is missing, or stop with what to type."""
    missing = missing_packages()
    if not missing:
        return
    apt_get = _apt_get()
    if apt_get:
        sys.stderr.write(f"Memasang {', '.join(missing)} …\n")
        install = ["install", "--yes", "--no-install-recommends", *missing]
        for arguments in (["update"], install):
            subprocess.run([*apt_get, *arguments], check=False, stdout=subprocess.DEVNULL)
    missing = missing_packages()
    if missing:
        sys.exit(
            "Uji ini membutuhkan program yang belum ada. Pasang dahulu, lalu ulangi:\n"
            f"  sudo apt-get install {' '.join(missing)}\n"
            "(selain Debian dan Ubuntu: paket yang setara)"
        )


def _apt_get() -> list[str] | None:
    """Return the command that installs packages without asking, if this account has one."""
    if not shutil.which("apt-get"):
        return None
    apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if os.geteuid() == 0:
        return apt_get
    sudo = ["sudo", "--non-interactive"]
    if shutil.which("sudo") and _succeeds([*sudo, "true"]):
        return [*sudo, *apt_get]
    return None


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    main()
