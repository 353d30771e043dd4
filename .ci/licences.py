"""Print each locked package with its licence, so that a person can look over them."""

import re
import sys
from importlib import metadata
from pathlib import Path


def main() -> None:
    """Print one line for each package of the lock file named on the command line."""
    lock = Path(sys.argv[1]).read_text()
    for name in re.findall(r"^([a-z0-9._-]+)==", lock, flags=re.MULTILINE):
        sys.stdout.write(f"{name:<32} {_licence(name)}\n")


def _licence(name: str) -> str:
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "(bukan untuk mesin ini)"
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    # Some old packages put the whole text into "License": its first line names it.
    stated = about.get("License-Expression") or about.get("License") or "tidak disebut"
    return ", ".join(classifiers) or stated.strip().splitlines()[0]


main()
